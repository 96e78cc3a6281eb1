package io.lotwire.edi.segment;

import io.lotwire.edi.bytes.Text;
import java.io.IOException;
import java.util.Arrays;

/**
 * Goes through the interchanges of a file from segment to segment, and makes nothing of a segment or an element until
 * asked. Nothing is checked: what cannot be read, and what stands between interchanges, is passed over.
 */
public final class SegmentCursor {
    /**
     * How many bytes behind a segment must be known to tell its end: where a source ends early, segments that end nearer to
     * its end may be cut.
     */
    public static final int LOOK_AHEAD = Tokenizer.AHEAD;

    private final Tokenizer tokenizer;
    private boolean inInterchange;
    private int number;
    private int trailer;

    private boolean showsOversized;
    private boolean oversized;

    public SegmentCursor(Tokenizer tokenizer) {
        this.tokenizer = tokenizer;
    }

    private SegmentCursor(Tokenizer tokenizer, Mark mark) {
        this.tokenizer = tokenizer;
        this.inInterchange = mark.inInterchange();
        this.number = mark.number();
        this.trailer = trailer();
    }

    /**
     * Goes on from a mark, with the segment after it: the same segments come as when the file is read from its beginning.
     *
     * @param source gives the file's bytes from {@link Mark#offset} on
     * @param limits those that the mark was made with
     */
    public static SegmentCursor from(ByteSource source, Limits limits, Mark mark) {
        return new SegmentCursor(new Tokenizer(source, limits, mark), mark);
    }

    /** This cursor, which also stops at segments beyond the limit: see {@link #isOversized}. */
    public SegmentCursor showingOversized() {
        showsOversized = true;
        return this;
    }

    /** A mark behind the current segment, or at the beginning of the file before the first. */
    public Mark mark() {
        return new Mark(tokenizer.nextOffset(), number, tokenizer.dialect(), inInterchange);
    }

    /**
     * Goes on to the next segment.
     *
     * @return false at the end of the file
     */
    public boolean next() throws IOException {
        while (true) {
            if (!inInterchange) {
                if (!tokenizer.seekInterchange((b, offset) -> {})) {
                    return false;
                }
                inInterchange = tokenizer.openInterchange();
                trailer = trailer();
                if (inInterchange) {
                    oversized = false;
                    number++;
                    return true;
                }
                continue;
            }
            switch (tokenizer.next()) {
                case SEGMENT -> {
                    inInterchange = tokenizer.id() != trailer;
                    oversized = false;
                    number++;
                    return true;
                }
                case OVERSIZED -> {
                    number++;
                    if (showsOversized) {
                        oversized = true;
                        return true;
                    }
                }
                case EMPTY -> {
                    // It counts for nothing.
                }
                case INTERCHANGE, END -> inInterchange = false;
            }
        }
    }

    private int trailer() {
        return EnvelopeSegments.of(tokenizer.dialect().syntax()).ids().interchangeTrailer();
    }

    /**
     * True for a segment beyond the limit: only its identifier and its place are known, and it has no elements. The cursor stops
     * at such segments only when it {@link #showingOversized shows} them; they are counted in any case.
     */
    public boolean isOversized() {
        return oversized;
    }

    /** The current segment's identifier, as {@link SegmentId} packs it. */
    public int id() {
        return tokenizer.id();
    }

    /** True when the segment's identifier is this one. */
    public boolean is(String id) {
        int packed = SegmentId.of(id);
        return packed == SegmentId.NONE ? segment().is(id) : tokenizer.id() == packed;
    }

    /** How many elements the segment has, empty ones included, the identifier not counted. */
    public int elementCount() {
        return tokenizer.elementCount();
    }

    /**
     * The bytes that {@link #elementStart} and {@link #elementEnd} are places in: more than the segment, not to be changed,
     * and gone with the next segment.
     */
    public byte[] bytes() {
        return tokenizer.bytes();
    }

    /** Where an element begins, counted from 1. */
    public int elementStart(int element) {
        return tokenizer.elementStart(element);
    }

    /** The place after an element's last byte. */
    public int elementEnd(int element) {
        return tokenizer.elementEnd(element);
    }

    /** The same with the blanks at its end, as sent. */
    public int filledEnd(int element) {
        return tokenizer.filledEnd(element);
    }

    /** An element's text without release characters; {@code ""} when it is not there. */
    public String element(int element) {
        if (tokenizer.dialect().syntax() == Syntax.EDIFACT) {
            return segment().element(element);
        }
        return element < 1 || element > elementCount()
                ? ""
                : Text.decode(bytes(), elementStart(element), elementEnd(element));
    }

    /** Byte offset of the segment in the file. */
    public long offset() {
        return tokenizer.offset();
    }

    /** Byte offset in the file of what comes after the segment's last byte: its terminator, where it has one. */
    public long endOffset() {
        return oversized ? tokenizer.passedOffset() : tokenizer.offset() + tokenizer.end() - tokenizer.start();
    }

    /** Byte offset in the file of what comes after the segment and its terminator. */
    public long nextOffset() {
        return tokenizer.nextOffset();
    }

    /** True when a terminator follows the segment. */
    public boolean isTerminated() {
        return tokenizer.isTerminated();
    }

    /** The segment's number in the file, from 1. */
    public int number() {
        return number;
    }

    /** The segment, to keep. */
    public Segment segment() {
        return tokenizer.copy(number, 1);
    }

    /**
     * The segment as its first bytes alone show it, for one that is long.
     *
     * @param beginning its first bytes
     */
    public Segment segment(byte[] beginning) {
        byte[] bytes = Arrays.copyOf(beginning, beginning.length + Window.SLACK);
        SegmentBytes view = new SegmentBytes(bytes, tokenizer.offset(), tokenizer.dialect(), number);
        return new Segment(view, 0, beginning.length, 1);
    }

    /** The delimiters of the segment's interchange. */
    public Delimiters delimiters() {
        return tokenizer.delimiters();
    }
}
