package io.lotwire.as2.bytes;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Bytes that can be read again from any position: a spooled file, or a small message in memory. */
public interface StoredBytes {
    int BUFFER = 64 * 1024;

    /** The bytes from {@code start} (counted from 0) up to, not including, {@code end}. */
    InputStream open(long start, long end) throws IOException;

    static StoredBytes of(Path file) {
        return (start, end) -> {
            FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
            channel.position(start);
            return new BufferedInputStream(new BoundedInput(Channels.newInputStream(channel), end - start), BUFFER);
        };
    }

    static StoredBytes of(Octets octets) {
        return of(octets.toByteArray());
    }

    /** These bytes, which must not change any more; there may be more of them than are read. */
    static StoredBytes of(byte[] bytes) {
        return (start, end) -> new ByteArrayInputStream(bytes, Math.toIntExact(start), Math.toIntExact(end - start));
    }
}
