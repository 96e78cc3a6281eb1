package io.lotwire.edi.segment;

import java.io.IOException;
import java.util.Arrays;

/** The stretch of a source that is in memory; it moves on as the source is read. */
public final class Window {
    /** Bytes behind the last one that may be read, though they mean nothing: eight bytes are looked at together. */
    static final int SLACK = 8;

    private static final int FIRST = 1 << 16;
    private static final ByteSource NOTHING_MORE = (into, at, count) -> -1;

    private final ByteSource source;
    private byte[] bytes;
    private int limit;
    private long offset;
    private boolean ended;
    private SetBytes kept;
    private int keptTo;

    Window(ByteSource source) {
        this(source, 0);
    }

    /**
     * @param offset the offset in its file of the first byte that the source gives
     */
    Window(ByteSource source, long offset) {
        this.source = source;
        this.bytes = new byte[FIRST];
        this.offset = offset;
    }

    private Window(byte[] bytes) {
        this.source = NOTHING_MORE;
        this.bytes = bytes;
        this.ended = true;
    }

    /** A window on bytes that are in memory; the last {@link #SLACK} of them mean nothing. */
    static Window on(byte[] bytes) {
        return new Window(bytes);
    }

    /** For a window on bytes in memory: where they end. */
    void endAt(int place) {
        limit = place;
    }

    byte[] bytes() {
        return bytes;
    }

    /** The place in {@link #bytes} behind the last byte that has been read. */
    int limit() {
        return limit;
    }

    /** True when the source has no bytes behind the limit. */
    boolean hasEnded() {
        return ended;
    }

    /** The offset in the source of the first of {@link #bytes}. */
    long offset() {
        return offset;
    }

    /**
     * Reads more bytes.
     *
     * @param from the first byte that is still needed; it may move to the front
     * @return by how many places all bytes moved to the front; -1 when there are no more bytes
     */
    int fill(int from) throws IOException {
        if (ended) {
            return -1;
        }
        int moved = 0;
        if (limit + SLACK >= bytes.length) {
            if (from > 0) {
                drop(from);
                moved = from;
            } else {
                bytes = Arrays.copyOf(bytes, bytes.length * 2);
            }
        }
        int count = source.read(bytes, limit, bytes.length - SLACK - limit);
        if (count < 0) {
            ended = true;
            return moved > 0 ? moved : -1;
        }
        limit += count;
        return moved;
    }

    /** Forgets the bytes before a place, which becomes the first. */
    private void drop(int before) throws IOException {
        keepTo(before);
        keptTo -= before;
        System.arraycopy(bytes, before, bytes, 0, limit - before);
        offset += before;
        limit -= before;
    }

    /** Gives every byte from a place on to a keeper, until {@link #stopKeeping}. */
    void startKeeping(int from, SetBytes keeper) {
        kept = keeper;
        keptTo = from;
    }

    /** Gives the keeper the bytes up to a place, and no more. */
    void stopKeeping(int to) throws IOException {
        keepTo(to);
        kept = null;
    }

    private void keepTo(int to) throws IOException {
        if (kept != null && to > keptTo) {
            kept.add(bytes, keptTo, to - keptTo);
            keptTo = to;
        }
    }
}
