package io.lotwire.as2.bytes;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Arrays;

/** Takes content into memory, and into a file of the spool from the byte on with which it is no longer small. */
public final class SpooledOutput extends OutputStream {
    /** Most EDI documents are smaller; a message has at most some copies of it in memory, one for each layer. */
    static final int MEMORY = 64 * 1024;

    private static final int FIRST = 8 * 1024;

    private final Spool spool;
    private byte[] memory = new byte[FIRST];
    private OutputStream onDisk;
    private Path file;
    private long size;
    private long left;

    SpooledOutput(Spool spool, long limit) {
        this.spool = spool;
        this.left = limit;
    }

    /** What was written, once this is closed. */
    public Content content() {
        return file == null ? Octets.given(memory, (int) size) : Content.of(file, size);
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        left -= length;
        if (left < 0) {
            throw new LimitExceeded();
        }
        if (onDisk == null && size + length > MEMORY) {
            moveToDisk();
        }
        if (onDisk != null) {
            onDisk.write(bytes, offset, length);
        } else {
            int used = (int) size;
            if (used + length > memory.length) {
                memory = Arrays.copyOf(memory, Math.min(MEMORY, Math.max(2 * memory.length, used + length)));
            }
            System.arraycopy(bytes, offset, memory, used, length);
        }
        size += length;
    }

    private void moveToDisk() throws IOException {
        try {
            file = spool.newFile();
        } catch (IOException e) {
            throw new SpoolOutput.SpoolException(e);
        }
        onDisk = SpoolOutput.create(file);
        onDisk.write(memory, 0, (int) size);
        memory = new byte[0];
    }

    @Override
    public void close() throws IOException {
        if (onDisk != null) {
            onDisk.close();
        }
    }

    /** The limit was passed. */
    public static final class LimitExceeded extends IOException {
        private static final long serialVersionUID = 1L;
    }
}
