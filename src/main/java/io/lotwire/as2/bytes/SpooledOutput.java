package io.lotwire.as2.bytes;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Arrays;

/** Takes content into memory, and into a file of the spool from the byte on with which it is no longer small. */
public final class SpooledOutput extends OutputStream {
    /** Most EDI documents are smaller; a message has at most some copies of it in memory, one for each layer. */
    private static final int MEMORY = 64 * 1024;

    private static final int FIRST = 4 * 1024;

    private final Spool spool;
    private byte[] memory;
    private OutputStream onDisk;
    private Path file;
    private long size;
    private long left;

    SpooledOutput(Spool spool, long limit, long expected) {
        this.spool = spool;
        this.left = limit;
        this.memory = new byte[expected < 0 || expected > MEMORY ? FIRST : (int) expected + 1];
    }

    /** What was written, once this is closed. */
    public Content content() {
        return file == null ? Octets.given(memory, (int) size) : Content.of(file, size);
    }

    @Override
    public void write(int b) throws IOException {
        if (onDisk == null && size < MEMORY) {
            take(1);
            makeRoom();
            memory[(int) size - 1] = (byte) b;
        } else {
            write(new byte[] {(byte) b}, 0, 1);
        }
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        if (onDisk == null && size + length > MEMORY) {
            moveToDisk();
        }
        take(length);
        if (onDisk != null) {
            onDisk.write(bytes, offset, length);
        } else {
            makeRoom();
            System.arraycopy(bytes, offset, memory, (int) size - length, length);
        }
    }

    /** Writes all that a stream has; what is small is copied once only. */
    public void writeAll(InputStream in) throws IOException {
        int read = 0;
        while (onDisk == null && read >= 0) {
            if (size > MEMORY) {
                moveToDisk();
            } else {
                makeRoom();
                read = in.read(memory, (int) size, memory.length - (int) size);
                take(Math.max(read, 0));
            }
        }
        if (read >= 0) {
            in.transferTo(this);
        }
    }

    private void take(int length) throws LimitExceeded {
        left -= length;
        if (left < 0) {
            throw new LimitExceeded();
        }
        size += length;
    }

    /** For all bytes there are, and one more: with it a stream says that it has ended. */
    private void makeRoom() {
        if (size >= memory.length) {
            memory = Arrays.copyOf(memory, Math.min(MEMORY + 1, Math.max(2 * memory.length, (int) size + 1)));
        }
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
