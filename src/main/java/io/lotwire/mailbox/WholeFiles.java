package io.lotwire.mailbox;

import java.io.IOException;
import java.nio.file.Path;

/** Takes the files that partners have written into their mailboxes. */
@FunctionalInterface
public interface WholeFiles {
    /**
     * Takes a whole file. The partner hears yes when this returns, and the file is deleted then.
     *
     * @param name its name as the partner gave it
     * @throws IOException when it was not taken: the partner hears that, and is to write it again
     */
    void take(String partner, String name, Path file) throws IOException;
}
