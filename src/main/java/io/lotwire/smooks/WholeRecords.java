package io.lotwire.smooks;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;

/** A file whose last record ends as the others do, though its sender left the end out; and that has an end. */
final class WholeRecords extends FilterInputStream {
    private final int end;
    private final long limit;
    private final Consumer<IOException> unreadable;
    private long read;
    private int last = -1;
    private boolean added;

    /**
     * @param end the byte that ends a record, -1 for none
     * @param limit so many bytes are read at most
     * @param unreadable hears of it when the bytes cannot be read
     */
    WholeRecords(InputStream in, int end, long limit, Consumer<IOException> unreadable) {
        super(in);
        this.end = end;
        this.limit = limit;
        this.unreadable = unreadable;
    }

    /** Says that the limit is passed. */
    static final class TooLarge extends IOException {
        private static final long serialVersionUID = 1;

        TooLarge(long limit) {
            super("more than " + limit + " bytes");
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        int count = fromFile(bytes, offset, length);
        if (count > 0) {
            read += count;
            if (read > limit) {
                throw new TooLarge(limit);
            }
            last = lastOf(bytes, offset, count);
            return count;
        }
        if (end >= 0 && read > 0 && last != end && !added) {
            added = true;
            bytes[offset] = (byte) end;
            return 1;
        }
        return -1;
    }

    private int fromFile(byte[] bytes, int offset, int length) throws IOException {
        try {
            return super.read(bytes, offset, length);
        } catch (IOException e) {
            unreadable.accept(e);
            throw e;
        }
    }

    /** The last byte that counts: line ends may follow the end of a record that is none itself. */
    private int lastOf(byte[] bytes, int offset, int count) {
        for (int i = offset + count - 1; i >= offset; i--) {
            if (end == '\n' || (bytes[i] != '\r' && bytes[i] != '\n')) {
                return bytes[i] & 0xFF;
            }
        }
        return last;
    }

    @Override
    public long skip(long bytes) {
        return 0;
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
