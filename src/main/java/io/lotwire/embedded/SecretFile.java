package io.lotwire.embedded;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;

/** A generated password in a file that only its owner can read. */
final class SecretFile {
    private static final int BYTES = 24;

    private SecretFile() {}

    /** The password in the file; makes both when there is none. */
    static String readOrMake(Path file) throws IOException {
        if (!Files.exists(file)) {
            byte[] random = new byte[BYTES];
            new SecureRandom().nextBytes(random);
            // Written aside and renamed: a process killed between the two must not leave an empty password.
            Path aside = Files.createTempFile(file.getParent(), "secret", "", onlyOwner("rw-------"));
            Files.writeString(aside, HexFormat.of().formatHex(random));
            Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE);
        }
        return Files.readString(file).strip();
    }

    /** Makes a folder that only its owner can enter. */
    static Path privateFolder(Path folder) throws IOException {
        return Files.exists(folder) ? folder : Files.createDirectory(folder, onlyOwner("rwx------"));
    }

    private static FileAttribute<?>[] onlyOwner(String permissions) {
        boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }
}
