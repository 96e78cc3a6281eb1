package io.lotwire.edi.segment;

/**
 * Bytes that segments are views on. Nothing is made of a segment's elements until someone asks for them.
 *
 * @param bytes the bytes, which nobody changes, and {@link Window#SLACK} more
 * @param offset the offset in the file of the first byte
 * @param dialect how the interchange is read that they are of
 * @param first number in the file of the segment at position 1
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared: segments share it and know their own place in it.
record SegmentBytes(byte[] bytes, long offset, Dialect dialect, int first) {
    Delimiters delimiters() {
        return dialect.delimiters();
    }

    /** The identifier of a segment, as {@link SegmentId} packs it. */
    int id(int start, int end) {
        byte separator = (byte) delimiters().element();
        int at = start;
        while (at < end && bytes[at] != separator) {
            at++;
        }
        return SegmentId.of(bytes, start, at);
    }
}
