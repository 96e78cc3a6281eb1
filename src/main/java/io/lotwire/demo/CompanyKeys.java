package io.lotwire.demo;

import io.lotwire.as2.keys.As2Exception;
import io.lotwire.as2.keys.KeyAndCertificate;
import io.lotwire.as2.keys.KeyMaker;
import io.lotwire.as2.keys.Pkcs12Key;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;

/** The keys of the demonstration's companies: made on first use, kept in a folder that only its owner can read. */
public final class CompanyKeys {
    private static final Duration LIFETIME = Duration.ofDays(3650);
    private static final int PASSWORD_BYTES = 24;

    private final Path folder;

    /**
     * @param folder where they are kept, made when it is missing
     */
    public CompanyKeys(Path folder) throws IOException {
        this.folder = Files.createDirectories(
                folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    }

    /** The company's key, with {@code NAME.p12}, {@code NAME.password} and {@code NAME.crt} in the folder. */
    public KeyAndCertificate of(String name, String title) throws IOException {
        Path store = folder.resolve(name + ".p12");
        Path passwordFile = folder.resolve(name + ".password");
        try {
            if (!Files.exists(store) || !Files.exists(passwordFile)) {
                make(title, store, passwordFile, folder.resolve(name + ".crt"));
            }
            return Pkcs12Key.read(store, Files.readString(passwordFile).strip().toCharArray());
        } catch (As2Exception e) {
            throw new IOException("The key of " + title + " cannot be read: delete " + store + " to make a new one", e);
        }
    }

    private static void make(String title, Path store, Path passwordFile, Path certificate) throws IOException {
        byte[] random = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(random);
        String password = HexFormat.of().formatHex(random);
        Files.deleteIfExists(passwordFile);
        Files.createFile(
                passwordFile, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(passwordFile, password + "\n", StandardOpenOption.TRUNCATE_EXISTING);
        KeyAndCertificate made = KeyMaker.make(title, Instant.now().minus(Duration.ofHours(1)), LIFETIME);
        KeyMaker.writePkcs12(made, store, password.toCharArray());
        KeyMaker.writeCertificate(made.certificate(), certificate);
    }
}
