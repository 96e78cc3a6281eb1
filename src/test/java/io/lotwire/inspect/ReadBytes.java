package io.lotwire.inspect;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;

/** Bytes that know how far they were read. */
final class ReadBytes {
    private final byte[] bytes;
    private long furthest;

    ReadBytes(byte[] bytes) {
        this.bytes = bytes;
    }

    /** The offset behind the last byte that was ever read. */
    long furthest() {
        return furthest;
    }

    SeekableByteChannel open() {
        return new SeekableByteChannel() {
            private long position;

            @Override
            public int read(ByteBuffer into) {
                if (position >= bytes.length) {
                    return -1;
                }
                int count = (int) Math.min(into.remaining(), bytes.length - position);
                into.put(bytes, (int) position, count);
                position += count;
                furthest = Math.max(furthest, position);
                return count;
            }

            @Override
            public long position() {
                return position;
            }

            @Override
            public SeekableByteChannel position(long to) {
                position = to;
                return this;
            }

            @Override
            public long size() {
                return bytes.length;
            }

            @Override
            public int write(ByteBuffer from) throws IOException {
                throw new IOException("only read");
            }

            @Override
            public SeekableByteChannel truncate(long size) throws IOException {
                throw new IOException("only read");
            }

            @Override
            public boolean isOpen() {
                return true;
            }

            @Override
            public void close() {
                // Nothing is held.
            }
        };
    }
}
