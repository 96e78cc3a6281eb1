package io.lotwire.as2.bytes;

import java.io.IOException;
import java.io.InputStream;

/** Bytes of a received message, in memory or on disk until the message is discarded. They can be read again. */
public final class SpooledContent {
    private final StoredBytes source;
    private final long start;
    private final long end;

    /** The bytes from {@code start} up to, not including, {@code end}. */
    public SpooledContent(StoredBytes source, long start, long end) {
        this.source = source;
        this.start = start;
        this.end = end;
    }

    /** How many bytes. */
    public long size() {
        return end - start;
    }

    /** The bytes from the first on. */
    public InputStream open() throws IOException {
        return source.open(start, end);
    }

    /** Where the bytes lie, with others around them. */
    public StoredBytes source() {
        return source;
    }
}
