package io.lotwire.gateway.http;

import io.lotwire.setting.Allowed;
import io.lotwire.setting.Setting;
import io.lotwire.setting.SettingReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The HTTPS port of the gateway.
 *
 * @param port where it listens
 * @param keys a PKCS#12 file with the server's key and certificates
 * @param passwordFile a file with its password in the first line
 */
public record HttpsDoor(int port, Path keys, Path passwordFile) {
    public static final Setting<Integer> PORT =
            Setting.optional("LOTWIRE_HTTPS_PORT", Allowed.port(), "no HTTPS", "The port for HTTPS.");
    public static final Setting<Path> KEY = Setting.optional(
            "LOTWIRE_HTTPS_KEY",
            Allowed.file("a PKCS#12 file"),
            "must be set where there is HTTPS",
            "The server's key and certificates.");
    public static final Setting<Path> PASSWORD_FILE = Setting.optional(
            "LOTWIRE_HTTPS_PASSWORD_FILE",
            Allowed.file("a file"),
            "must be set where there is HTTPS",
            "Holds the password of that file in its first line.");

    /** The port that is set; empty when none is. */
    public static Optional<HttpsDoor> of(SettingReader settings) {
        Optional<Integer> port = settings.optional(PORT);
        Optional<Path> keys = settings.optional(KEY);
        Optional<Path> passwordFile = settings.optional(PASSWORD_FILE);
        if (port.isEmpty()) {
            return Optional.empty();
        }
        if (keys.isEmpty() || passwordFile.isEmpty()) {
            settings.wrong("LOTWIRE_HTTPS_PORT is set, so LOTWIRE_HTTPS_KEY must name a PKCS#12 file"
                    + " with the server's key, and LOTWIRE_HTTPS_PASSWORD_FILE a file with its password.");
            return Optional.empty();
        }
        return Optional.of(new HttpsDoor(
                port.get(), keys.get().toAbsolutePath(), passwordFile.get().toAbsolutePath()));
    }

    /** The properties that make Quarkus listen. */
    public void configure() throws IOException {
        String password = Files.readString(passwordFile).lines().findFirst().orElse("");
        System.setProperty("quarkus.http.ssl-port", Integer.toString(port));
        System.setProperty("quarkus.http.ssl.certificate.key-store-file", keys.toString());
        System.setProperty("quarkus.http.ssl.certificate.key-store-file-type", "PKCS12");
        System.setProperty("quarkus.http.ssl.certificate.key-store-password", password);
        System.setProperty("quarkus.http.insecure-requests", "enabled");
    }
}
