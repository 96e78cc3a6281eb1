package io.lotwire.x12;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Arrays;

/** The bytes of one transaction set, in memory or, when it is large, elsewhere; segments are cut from it when asked for. */
final class SetContent {
    private final byte[] memory;
    private final ByteBuffer elsewhere;
    private final int length;
    private final SegmentBytes segments;
    private final Tokenizer cursor;
    private Segment[] cut = new Segment[8];

    private SetContent(byte[] memory, ByteBuffer elsewhere, int length, SegmentBytes segments) {
        this.memory = memory;
        this.elsewhere = elsewhere;
        this.length = length;
        this.segments = segments;
        this.cursor = Tokenizer.over(segments);
    }

    static SetContent inMemory(byte[] bytes, int length, long offset, Dialect dialect, int first) {
        return new SetContent(bytes, null, length, new SegmentBytes(bytes, offset, dialect, first));
    }

    static SetContent elsewhere(ByteBuffer bytes, long offset, Dialect dialect, int first) {
        return new SetContent(null, bytes, bytes.remaining(), new SegmentBytes(new byte[0], offset, dialect, first));
    }

    int length() {
        return length;
    }

    /**
     * Cuts some of the bytes into segments.
     *
     * @param from where the first of them begins
     * @param to the byte behind the last of them, or a place behind the set's end
     * @param position the first one's position in the set, from 1
     */
    synchronized Segment[] cut(int from, int to, int position) {
        SegmentBytes view = segments;
        int end = Math.min(to, length);
        int start = Math.min(from, end);
        Tokenizer tokenizer = cursor;
        if (memory == null) {
            byte[] part = new byte[end - start + Window.SLACK];
            elsewhere.get(start, part, 0, end - start);
            view = new SegmentBytes(part, segments.offset() + start, segments.dialect(), segments.first());
            tokenizer = Tokenizer.over(view);
            end -= start;
            start = 0;
        }
        tokenizer.rewind(start, end);
        try {
            int count = 0;
            for (Tokenizer.Token token = tokenizer.next(); token != Tokenizer.Token.END; token = tokenizer.next()) {
                if (token != Tokenizer.Token.EMPTY) {
                    if (count == cut.length) {
                        cut = Arrays.copyOf(cut, count * 2);
                    }
                    cut[count] = new Segment(view, tokenizer.start(), tokenizer.end(), position + count);
                    count++;
                }
            }
            return Arrays.copyOf(cut, count);
        } catch (IOException memoryCanAlwaysBeRead) {
            throw new UncheckedIOException(memoryCanAlwaysBeRead);
        }
    }
}
