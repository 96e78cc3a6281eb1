package io.lotwire.wire.sftp;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** How we prove to an SFTP server who we are. */
public sealed interface SftpLogin {

    /** The file without which nobody can log in; empty when there is none. */
    Optional<Path> neededFile();

    /**
     * With a key.
     *
     * @param file the private key (OpenSSH or PEM)
     */
    record PrivateKey(Path file) implements SftpLogin {
        @Override
        public Optional<Path> neededFile() {
            return Optional.of(file);
        }
    }

    /** With a password. */
    sealed interface Password extends SftpLogin {
        /**
         * The password.
         *
         * @throws IOException when its file cannot be read
         */
        String password() throws IOException;
    }

    /**
     * With a password that the environment holds.
     *
     * @param password the password itself
     */
    record KnownPassword(String password) implements Password {
        @Override
        public Optional<Path> neededFile() {
            return Optional.empty();
        }

        /** Never the password: what is printed may be logged. */
        @Override
        public String toString() {
            return "KnownPassword[]";
        }
    }

    /**
     * With a password that a file holds.
     *
     * @param file has it in its first line
     */
    record PasswordFile(Path file) implements Password {
        @Override
        public Optional<Path> neededFile() {
            return Optional.of(file);
        }

        @Override
        public String password() throws IOException {
            return Files.readString(file).lines().findFirst().orElse("");
        }
    }
}
