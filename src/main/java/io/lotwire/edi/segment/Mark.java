package io.lotwire.edi.segment;

/**
 * A place between two segments of a file, and all that must be known to read on from there: {@link SegmentCursor#from}.
 *
 * @param offset bytes of the file before it
 * @param number segments of the file before it
 * @param dialect how the interchange is read that goes on there
 * @param inInterchange false where an interchange is still to begin
 */
public record Mark(long offset, int number, Dialect dialect, boolean inInterchange) {
    /** The beginning of a file. */
    public static final Mark BEGINNING = new Mark(0, 0, Dialect.USUAL, false);
}
