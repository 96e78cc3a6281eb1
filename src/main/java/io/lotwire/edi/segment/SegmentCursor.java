package io.lotwire.edi.segment;

import io.lotwire.edi.bytes.Text;
import java.io.IOException;

/**
 * Goes through the interchanges of a file from segment to segment, and makes nothing of a segment or an element until
 * asked. Nothing is checked: what cannot be read, and what stands between interchanges, is passed over.
 */
public final class SegmentCursor {
    private final Tokenizer tokenizer;
    private boolean inInterchange;
    private int number;
    private int trailer;

    public SegmentCursor(Tokenizer tokenizer) {
        this.tokenizer = tokenizer;
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
                trailer =
                        EnvelopeSegments.of(tokenizer.dialect().syntax()).ids().interchangeTrailer();
                if (inInterchange) {
                    number++;
                    return true;
                }
                continue;
            }
            switch (tokenizer.next()) {
                case SEGMENT -> {
                    inInterchange = tokenizer.id() != trailer;
                    number++;
                    return true;
                }
                case OVERSIZED -> number++;
                case EMPTY -> {
                    // It counts for nothing.
                }
                case INTERCHANGE, END -> inInterchange = false;
            }
        }
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

    /** The segment's number in the file, from 1. */
    public int number() {
        return number;
    }

    /** The segment, to keep. */
    public Segment segment() {
        return tokenizer.copy(number, 1);
    }

    /** The delimiters of the segment's interchange. */
    public Delimiters delimiters() {
        return tokenizer.delimiters();
    }
}
