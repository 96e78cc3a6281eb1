package io.lotwire.desk.offline;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * A file to read, as often as wanted.
 *
 * @param name the file as its user knows it
 * @param path where its bytes are
 * @param temporary true when the bytes are a copy of standard input, gone after use
 */
public record Input(String name, Path path, boolean temporary) implements AutoCloseable {

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
            return new Input(argument, path, false);
        }
        Path copy = Files.createTempFile("lotwire-", ".in");
        Files.copy(standardInput, copy, StandardCopyOption.REPLACE_EXISTING);
        return new Input(argument, copy, true);
    }

    /** The bytes from the start. */
    public InputStream open() throws IOException {
        return Files.newInputStream(path);
    }

    @Override
    public void close() throws IOException {
        if (temporary) {
            Files.deleteIfExists(path);
        }
    }
}
