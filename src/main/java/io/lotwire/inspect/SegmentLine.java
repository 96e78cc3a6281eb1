package io.lotwire.inspect;

import io.lotwire.edi.segment.Segment;

/**
 * A segment of a document.
 *
 * @param number its number in the document, from 1, as problems name it
 * @param from byte offset of its first byte
 * @param to byte offset behind its last byte, its terminator not counted
 * @param kind in what set it stands
 * @param segment its elements; of a segment that is cut those that its first bytes show
 */
public record SegmentLine(int number, long from, long to, SetKind kind, Segment segment) {
    /** Its identifier, such as {@code LIN}. */
    public String id() {
        return segment.id();
    }

    /** How many bytes it has in all, whether it is cut or not. */
    public long length() {
        return to - from;
    }

    /** True when only its first bytes are shown. */
    public boolean isCut() {
        return segment.length() < length();
    }

    /** It as sent, without its terminator; line ends that wrap it are left out. */
    public String text() {
        return segment.toString();
    }
}
