package io.lotwire.edi.segment;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.util.Optional;

/** Where the bytes of a file come from. */
public interface ByteSource {
    /**
     * Takes the next bytes.
     *
     * @return how many came; -1 at the end
     */
    int read(byte[] into, int at, int count) throws IOException;

    /**
     * Bytes that were read, without a copy.
     *
     * @return empty when they can only be read once
     */
    default Optional<ByteBuffer> again(long offset, long count) throws IOException {
        return Optional.empty();
    }

    /** A stream, which the caller closes. */
    static ByteSource of(InputStream in) {
        return in::read;
    }

    /** A buffer's bytes from its position to its limit, neither of which is changed. */
    static ByteSource of(ByteBuffer buffer) {
        ByteBuffer rest = buffer.slice();
        return new ByteSource() {
            @Override
            public int read(byte[] into, int at, int count) {
                if (!rest.hasRemaining()) {
                    return -1;
                }
                int taken = Math.min(count, rest.remaining());
                rest.get(into, at, taken);
                return taken;
            }

            @Override
            public Optional<ByteBuffer> again(long offset, long count) {
                return Optional.of(rest.duplicate().clear().slice((int) offset, (int) count));
            }
        };
    }

    /** A file from its first byte, whatever the channel's position; the caller closes the channel. */
    static ByteSource of(FileChannel channel) {
        return new ByteSource() {
            private long position;

            @Override
            public int read(byte[] into, int at, int count) throws IOException {
                int taken = channel.read(ByteBuffer.wrap(into, at, count), position);
                position += Math.max(taken, 0);
                return taken;
            }

            @Override
            public Optional<ByteBuffer> again(long offset, long count) throws IOException {
                return Optional.of(channel.map(FileChannel.MapMode.READ_ONLY, offset, count));
            }
        };
    }

    /**
     * Bytes of a channel from an offset on, which can be read once only; the channel is for this source alone, and the caller
     * closes it.
     *
     * @param most how many bytes are given, as if the channel ended behind them
     */
    static ByteSource from(SeekableByteChannel channel, long offset, long most) throws IOException {
        channel.position(offset);
        return new ByteSource() {
            private long left = most;

            @Override
            public int read(byte[] into, int at, int count) throws IOException {
                if (left == 0) {
                    return -1;
                }
                int taken = channel.read(ByteBuffer.wrap(into, at, (int) Math.min(count, left)));
                left -= Math.max(taken, 0);
                return taken;
            }
        };
    }
}
