package io.lotwire.x12;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Finds delimiters in eight bytes at a time. A result has the highest bit of a byte set where that byte is one that was
 * looked for; the lowest byte of a word is the first of the eight.
 */
final class DelimiterScan {
    private static final VarHandle WORDS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long LOW = 0x7F7F7F7F7F7F7F7FL;
    private static final long HIGH = 0x8080808080808080L;
    private static final long TO_BLANK = (0x80 - ' ') * ONES;

    private final long elements;
    private final long terminators;
    private final long components;
    private final long repetitions;

    DelimiterScan(Delimiters delimiters) {
        elements = each(delimiters.element());
        terminators = each(delimiters.segment().charAt(0));
        components = each(delimiters.component());
        repetitions =
                each(delimiters.repetition() == Delimiters.NONE ? delimiters.component() : delimiters.repetition());
    }

    private static long each(char c) {
        return (c & 0xFF) * ONES;
    }

    /** Eight bytes; those behind the array's last meaningful one are the caller's to mask. */
    static long word(byte[] bytes, int at) {
        return (long) WORDS.get(bytes, at);
    }

    /** Element separators, and bytes that begin a terminator. */
    long delimiters(long word) {
        return ~((nonZero(word ^ elements) & nonZero(word ^ terminators)) | LOW);
    }

    /** Bytes that are no visible ASCII character and no blank, or that separate components or repetitions. */
    long odd(long word) {
        long separators = ~(nonZero(word ^ components) & nonZero(word ^ repetitions));
        long low = word & LOW;
        return (separators | word | ~(low + TO_BLANK) | (low + ONES)) & HIGH;
    }

    /** The highest bit of each byte is set where the byte is not 0; the other bits mean nothing. */
    private static long nonZero(long word) {
        return ((word & LOW) + LOW) | word;
    }
}
