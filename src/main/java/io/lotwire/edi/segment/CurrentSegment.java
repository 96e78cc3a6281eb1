package io.lotwire.edi.segment;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The segment that a set's reading is at. A copy is made only when something has to be said of it. */
public final class CurrentSegment {
    private final Tokenizer tokenizer;
    private int first;
    private int position;
    private long setOffset;
    private int id;
    private long offset;
    private Segment copy;

    public CurrentSegment(Tokenizer tokenizer) {
        this.tokenizer = tokenizer;
    }

    /** Begins a set with the tokenizer's segment, its ST or UNH, which has this number in the file. */
    public void begin(int number) {
        first = number;
        position = 1;
        setOffset = tokenizer.offset();
        take();
    }

    /** Goes on to the tokenizer's segment. */
    public void next() {
        position++;
        take();
    }

    private void take() {
        id = tokenizer.id();
        offset = tokenizer.offset();
        copy = null;
    }

    /** Stays at a segment that the tokenizer has passed. */
    public void stayAt(Segment last) {
        copy = last;
    }

    public Tokenizer token() {
        return tokenizer;
    }

    /** Its position in the set, from 1. */
    public int position() {
        return position;
    }

    /** Where it begins, in bytes from the set's first one. */
    public long place() {
        return offset - setOffset;
    }

    /** Where it and its terminator end, in bytes from the set's first one. */
    public long endPlace() {
        return tokenizer.nextOffset() - setOffset;
    }

    /** The number in the file of the segment at a position. */
    public int number(int at) {
        return first + at - 1;
    }

    /** Its identifier, as {@link SegmentId} packs it. */
    public int id() {
        return id;
    }

    /** Its identifier alone, in its place: all that is left when the tokenizer has gone on to an empty segment. */
    public Segment identifier() {
        byte[] text = SegmentId.text(id).getBytes(StandardCharsets.ISO_8859_1);
        byte[] bytes = Arrays.copyOf(text, text.length + Window.SLACK);
        return new Segment(new SegmentBytes(bytes, offset, tokenizer.dialect(), first), 0, text.length, position);
    }

    /** The segment itself. */
    public Segment segment() {
        if (copy == null) {
            copy = tokenizer.copy(number(position), position);
        }
        return copy;
    }
}
