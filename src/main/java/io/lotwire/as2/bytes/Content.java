package io.lotwire.as2.bytes;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Bytes that can be read again: few of them in memory ({@link Octets}), many in a file ({@link FileContent}). They must
 * not change while somebody reads them.
 */
public sealed interface Content extends Writable permits Octets, FileContent {
    /** So many bytes are read from a file or written to one at once. */
    int BUFFER = 64 * 1024;

    /** How many bytes. */
    long size();

    /** The bytes from the first on. */
    InputStream open() throws IOException;

    /**
     * Some of the bytes, where they are.
     *
     * @param start of the first of them, counted from 0
     * @param end of the first that is not one of them
     */
    Content slice(long start, long end);

    /** A copy of these bytes. */
    static Content of(byte[] bytes) {
        return Octets.of(bytes);
    }

    /** The bytes of a whole file, which stays as it is and where it is. */
    static Content of(Path file) throws IOException {
        return of(file, Files.size(file));
    }

    /** The same of a file whose size is known. */
    static Content of(Path file, long size) {
        return new FileContent(file, 0, size);
    }
}
