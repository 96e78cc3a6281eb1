package io.lotwire.desk.offline;

import io.lotwire.smooks.FileBytes;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/**
 * A file to read, as often as wanted.
 *
 * @param name the file as its user knows it
 * @param bytes gives its bytes, from the first on
 * @param temporary the copy of standard input, gone after use; empty when there is none
 */
public record Input(String name, FileBytes bytes, Optional<Path> temporary) implements AutoCloseable {
    /** A file that stays. */
    public static Input of(String name, FileBytes bytes) {
        return new Input(name, bytes, Optional.empty());
    }

    /** A file on disk that stays. */
    public static Input of(String name, Path path) {
        return of(name, () -> Files.newInputStream(path));
    }

    /**
     * The input of an argument: a file, or standard input for {@code -}.
     *
     * @throws IOException when it cannot be read
     */
    public static Input of(String argument, InputStream standardInput) throws IOException {
        if (!argument.equals("-")) {
            Path path = Path.of(argument);
            if (Files.isDirectory(path)) {
                throw new IOException("a folder");
            }
            Files.newByteChannel(path).close();
            return of(argument, path);
        }
        Path copy = Files.createTempFile("lotwire-", ".in");
        Files.copy(standardInput, copy, StandardCopyOption.REPLACE_EXISTING);
        return new Input(argument, () -> Files.newInputStream(copy), Optional.of(copy));
    }

    /** The bytes from the start. */
    public InputStream open() throws IOException {
        return bytes.open();
    }

    @Override
    public void close() throws IOException {
        if (temporary.isPresent()) {
            Files.deleteIfExists(temporary.get());
        }
    }
}
