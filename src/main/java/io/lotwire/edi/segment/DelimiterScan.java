package io.lotwire.edi.segment;

import io.lotwire.edi.bytes.EightBytes;

/**
 * Finds delimiters in {@link EightBytes}. A result has the highest bit of a byte set where that byte is one that was
 * looked for; the lowest byte of a word is the first of the eight.
 */
final class DelimiterScan {
    private static final long ONES = 0x0101010101010101L;
    private static final long LOW = 0x7F7F7F7F7F7F7F7FL;
    private static final long HIGH = 0x8080808080808080L;
    private static final long FIRST = 0x80L;
    private static final long LAST = FIRST << 56;
    private static final long TO_BLANK = (0x80 - ' ') * ONES;

    private final long elements;
    private final long terminators;
    private final long components;
    private final long repetitions;
    private final long releases;

    DelimiterScan(Delimiters delimiters) {
        elements = EightBytes.each(delimiters.element());
        terminators = EightBytes.each(delimiters.segment().charAt(0));
        components = EightBytes.each(delimiters.component());
        repetitions = EightBytes.each(
                delimiters.repetition() == Delimiters.NONE ? delimiters.component() : delimiters.repetition());
        releases = EightBytes.each(delimiters.release());
    }

    /** Element separators, and bytes that begin a terminator. */
    long delimiters(long word) {
        return ~((EightBytes.nonZero(word ^ elements) & EightBytes.nonZero(word ^ terminators)) | LOW);
    }

    /** Release characters; asked only where the interchange has one. */
    long releases(long word) {
        return EightBytes.marks(word, releases);
    }

    /**
     * The bytes that a release character takes its meaning from.
     *
     * @param marks release characters of eight bytes
     * @param firstIsReleased whether the byte before them is a release character that has its meaning
     */
    static long released(long marks, boolean firstIsReleased) {
        long released = firstIsReleased ? FIRST : 0;
        for (long left = marks; left != 0; left &= left - 1) {
            long mark = Long.lowestOneBit(left);
            if ((released & mark) == 0) {
                released |= mark << Byte.SIZE;
            }
        }
        return released;
    }

    /** Whether the last of eight bytes is a release character that has its meaning. */
    static boolean lastReleases(long marks, long released) {
        return (marks & ~released & LAST) != 0;
    }

    /** Bytes that are no visible ASCII character and no blank, or that separate components or repetitions. */
    long odd(long word) {
        long separators = ~(EightBytes.nonZero(word ^ components) & EightBytes.nonZero(word ^ repetitions));
        long low = word & LOW;
        return (separators | word | ~(low + TO_BLANK) | (low + ONES)) & HIGH;
    }
}
