package io.lotwire.as2.bytes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where one message lies while it is worked on: what is small in memory, what is not in files of a folder of its own,
 * which is made when it is first needed. Used by one thread at a time.
 */
public final class Spool {
    private static final long UNKNOWN = -1;

    private final Path parent;
    private Path folder;
    private int files;

    /** A spool whose folder is made, when it is needed, in this one, which is made too. */
    public Spool(Path parent) {
        this.parent = parent;
    }

    /** Something new to write to, of up to {@code limit} bytes. */
    public SpooledOutput output(long limit) {
        return output(limit, UNKNOWN);
    }

    /** The same, where so many bytes are to be expected; negative: nobody knows. */
    public SpooledOutput output(long limit, long expected) {
        return new SpooledOutput(this, limit, expected);
    }

    /** Something new to write to. */
    public SpooledOutput output() {
        return output(Long.MAX_VALUE);
    }

    /** A name in the message's folder that nothing has yet. */
    Path newFile() throws IOException {
        if (folder == null) {
            Files.createDirectories(parent);
            folder = Files.createTempDirectory(parent, "as2-");
        }
        files++;
        return folder.resolve(Integer.toString(files));
    }

    /** Deletes the folder with all that is in it. */
    public void delete() throws IOException {
        if (folder != null) {
            Folders.delete(folder);
            folder = null;
        }
    }
}
