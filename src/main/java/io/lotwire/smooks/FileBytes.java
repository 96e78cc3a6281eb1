package io.lotwire.smooks;

import java.io.IOException;
import java.io.InputStream;

/** A file's bytes, which can be read several times. */
@FunctionalInterface
public interface FileBytes {
    /**
     * The bytes from the first on.
     *
     * @throws IOException when the file cannot be read
     */
    InputStream open() throws IOException;
}
