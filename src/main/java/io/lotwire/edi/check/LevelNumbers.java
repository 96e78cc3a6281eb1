package io.lotwire.edi.check;

import io.lotwire.edi.bytes.Digits;
import io.lotwire.edi.bytes.Text;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** Which level has which number (HL01). Numbers of up to eight bytes, and so nearly all, are kept without an object. */
final class LevelNumbers {
    static final int NONE = -1;

    /** Several levels have what is the same number, written in different ways. */
    static final int SEVERAL = -2;

    private static final long SPREAD = 0x9E3779B97F4A7C15L;
    private static final int FIRST_BITS = 6;

    private final Map<String, Integer> longOnes = new HashMap<>();
    private long[] numbers = new long[1 << FIRST_BITS];
    private int[] levels = new int[1 << FIRST_BITS];
    private int count;

    void clear() {
        if (numbers.length > 1 << 12) {
            numbers = new long[1 << FIRST_BITS];
            levels = new int[1 << FIRST_BITS];
        } else if (count > 0) {
            Arrays.fill(numbers, 0);
        }
        count = 0;
        longOnes.clear();
    }

    /** Gives a number to a level unless another one has it; returns that other one, or {@link #NONE}. */
    int putIfAbsent(byte[] bytes, int from, int to, int level) {
        if (to - from > Long.BYTES) {
            Integer before = longOnes.putIfAbsent(Text.decode(bytes, from, to), level);
            return before == null ? NONE : before;
        }
        long number = packed(bytes, from, to);
        int at = place(number);
        if (numbers[at] == number) {
            return levels[at];
        }
        numbers[at] = number;
        levels[at] = level;
        count++;
        if (count * 2 > numbers.length) {
            grow();
        }
        return NONE;
    }

    /** The level with a number, or {@link #NONE}. */
    int find(byte[] bytes, int from, int to) {
        if (to - from > Long.BYTES) {
            return longOnes.getOrDefault(Text.decode(bytes, from, to), NONE);
        }
        long number = packed(bytes, from, to);
        int at = place(number);
        return numbers[at] == number ? levels[at] : NONE;
    }

    /** The same levels by what their numbers are without leading zeros, those of them that are digits alone. */
    LevelNumbers withoutZeros() {
        LevelNumbers plain = new LevelNumbers();
        for (int i = 0; i < numbers.length; i++) {
            if (numbers[i] != 0) {
                plain.putPlain(text(numbers[i]), levels[i]);
            }
        }
        longOnes.forEach(plain::putPlain);
        return plain;
    }

    /** Gives a level its number without leading zeros, where that is digits alone. */
    void putPlain(String number, int level) {
        if (Digits.only(number)) {
            longOnes.merge(plain(number), level, (one, other) -> SEVERAL);
        }
    }

    /** The level of {@link #withoutZeros} with a number; {@link #NONE} or {@link #SEVERAL} where that is not one. */
    int findPlain(String number) {
        return Digits.only(number) ? longOnes.getOrDefault(plain(number), NONE) : NONE;
    }

    private static String plain(String number) {
        int from = 0;
        while (from < number.length() - 1 && number.charAt(from) == '0') {
            from++;
        }
        return number.substring(from);
    }

    private static String text(long packed) {
        StringBuilder text = new StringBuilder();
        for (int shift = Long.SIZE - Byte.SIZE; shift >= 0; shift -= Byte.SIZE) {
            int c = (int) (packed >>> shift) & 0xFF;
            if (c != 0) {
                text.append((char) c);
            }
        }
        return text.toString();
    }

    private int place(long number) {
        int at = (int) ((number * SPREAD) >>> (64 - Integer.numberOfTrailingZeros(numbers.length)));
        while (numbers[at] != 0 && numbers[at] != number) {
            at = (at + 1) & (numbers.length - 1);
        }
        return at;
    }

    private void grow() {
        long[] oldNumbers = numbers;
        int[] oldLevels = levels;
        numbers = new long[oldNumbers.length * 2];
        levels = new int[oldNumbers.length * 2];
        for (int i = 0; i < oldNumbers.length; i++) {
            if (oldNumbers[i] != 0) {
                int at = place(oldNumbers[i]);
                numbers[at] = oldNumbers[i];
                levels[at] = oldLevels[i];
            }
        }
    }

    /** The bytes as one number; never 0, which marks what is free. */
    private static long packed(byte[] bytes, int from, int to) {
        long packed = 0;
        for (int at = from; at < to; at++) {
            packed = (packed << 8) | (bytes[at] & 0xFF);
        }
        return packed == 0 ? Long.MIN_VALUE : packed;
    }
}
