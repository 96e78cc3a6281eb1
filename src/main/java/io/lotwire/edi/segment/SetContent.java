package io.lotwire.edi.segment;

import java.nio.ByteBuffer;
import java.util.Arrays;

/** The bytes of one transaction set, in memory or, when it is large, elsewhere; segments are cut from it when asked for. */
public final class SetContent {
    private final byte[] memory;
    private final ByteBuffer elsewhere;
    private final int length;
    private final SegmentBytes segments;
    private final SegmentCuts cuts;
    private Segment[] cut = new Segment[8];

    private SetContent(byte[] memory, ByteBuffer elsewhere, int length, SegmentBytes segments) {
        this.memory = memory;
        this.elsewhere = elsewhere;
        this.length = length;
        this.segments = segments;
        this.cuts = new SegmentCuts(segments);
    }

    static SetContent inMemory(byte[] bytes, int length, long offset, Dialect dialect, int first) {
        return new SetContent(bytes, null, length, new SegmentBytes(bytes, offset, dialect, first));
    }

    static SetContent elsewhere(ByteBuffer bytes, long offset, Dialect dialect, int first) {
        return new SetContent(null, bytes, bytes.remaining(), new SegmentBytes(new byte[0], offset, dialect, first));
    }

    public int length() {
        return length;
    }

    /**
     * Cuts some of the bytes into segments.
     *
     * @param from where the first of them begins
     * @param to the byte behind the last of them, or a place behind the set's end
     * @param position the first one's position in the set, from 1
     */
    public synchronized Segment[] cut(int from, int to, int position) {
        SegmentCuts some = cuts(from, to);
        int count = 0;
        while (some.next()) {
            if (count == cut.length) {
                cut = Arrays.copyOf(cut, count * 2);
            }
            cut[count] = some.segment(position + count);
            count++;
        }
        return Arrays.copyOf(cut, count);
    }

    /**
     * The first segment with an identifier among those that {@link #cut} gives; null when there is none.
     *
     * @param id the identifier, as {@link SegmentId} packs it
     */
    public synchronized Segment first(int id, int from, int to, int position) {
        SegmentCuts some = cuts(from, to);
        for (int at = position; some.next(); at++) {
            if (some.id() == id) {
                return some.segment(at);
            }
        }
        return null;
    }

    private SegmentCuts cuts(int from, int to) {
        int end = Math.min(to, length);
        int start = Math.min(from, end);
        if (memory != null) {
            cuts.rewind(start, end);
            return cuts;
        }
        byte[] part = new byte[end - start + Window.SLACK];
        elsewhere.get(start, part, 0, end - start);
        SegmentCuts own = new SegmentCuts(
                new SegmentBytes(part, segments.offset() + start, segments.dialect(), segments.first()));
        own.rewind(0, end - start);
        return own;
    }
}
