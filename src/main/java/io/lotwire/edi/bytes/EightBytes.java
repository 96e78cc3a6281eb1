package io.lotwire.edi.bytes;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Eight bytes looked at together, as one number whose lowest byte is the first of them. The bytes must be followed by as
 * many as are looked at beyond them ({@code Window.SLACK}).
 */
public final class EightBytes {
    private static final VarHandle WORDS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long LOW = 0x7F7F7F7F7F7F7F7FL;
    private static final long HIGH = 0x8080808080808080L;
    private static final long ZEROS = 0x3030303030303030L;
    private static final long BEYOND_NINE = 0x7676767676767676L;

    private EightBytes() {}

    /** The eight bytes from a place on. */
    public static long at(byte[] bytes, int at) {
        return (long) WORDS.get(bytes, at);
    }

    /**
     * Some bytes alone.
     *
     * @param count one to eight
     */
    public static long some(byte[] bytes, int from, int count) {
        return at(bytes, from) & (-1L >>> (Long.SIZE - (count << 3)));
    }

    /**
     * True when some bytes are digits, 0 to 9.
     *
     * @param count one to eight
     */
    static boolean areDigits(byte[] bytes, int from, int count) {
        long digits = (at(bytes, from) ^ ZEROS) << (Long.SIZE - (count << 3));
        return ((digits | (digits + BEYOND_NINE)) & HIGH) == 0;
    }

    /** A character in each of the eight bytes. */
    public static long each(char c) {
        return (c & 0xFF) * ONES;
    }

    /** The bytes that are a character: the highest bit of each is set, no other one. */
    public static long marks(long word, long each) {
        return ~(nonZero(word ^ each) | LOW);
    }

    /** The highest bit of each byte is set where the byte is not 0; the other bits mean nothing. */
    public static long nonZero(long word) {
        return ((word & LOW) + LOW) | word;
    }
}
