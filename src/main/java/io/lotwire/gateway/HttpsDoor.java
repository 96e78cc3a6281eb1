package io.lotwire.gateway;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The HTTPS port of the gateway.
 *
 * @param port where it listens ({@code LOTWIRE_HTTPS_PORT})
 * @param keys a PKCS#12 file with the server's key and certificates ({@code LOTWIRE_HTTPS_KEY})
 * @param passwordFile a file with its password in the first line ({@code LOTWIRE_HTTPS_PASSWORD_FILE})
 */
public record HttpsDoor(int port, Path keys, Path passwordFile) {
    /** The properties that make Quarkus listen. */
    void configure() throws IOException {
        String password = Files.readString(passwordFile).lines().findFirst().orElse("");
        System.setProperty("quarkus.http.ssl-port", Integer.toString(port));
        System.setProperty("quarkus.http.ssl.certificate.key-store-file", keys.toString());
        System.setProperty("quarkus.http.ssl.certificate.key-store-file-type", "PKCS12");
        System.setProperty("quarkus.http.ssl.certificate.key-store-password", password);
        System.setProperty("quarkus.http.insecure-requests", "enabled");
    }
}
