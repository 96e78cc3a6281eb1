package io.lotwire.edi.bytes;

/** Numbers as X12 writes them, in the digits 0 to 9. */
public final class Digits {
    private Digits() {}

    /** True when there are digits and nothing else. */
    public static boolean only(String text) {
        return !text.isEmpty() && run(text, 0) == text.length();
    }

    /** True when some bytes of a window are digits and nothing else. */
    public static boolean only(byte[] bytes, int from, int to) {
        int at = from;
        for (; to - at > Long.BYTES; at += Long.BYTES) {
            if (!EightBytes.areDigits(bytes, at, Long.BYTES)) {
                return false;
            }
        }
        return to > at && EightBytes.areDigits(bytes, at, to - at);
    }

    /** The number that two digits make. */
    static int two(byte[] bytes, int at) {
        return (bytes[at] - '0') * 10 + bytes[at + 1] - '0';
    }

    /** True for a whole number, perhaps with a sign (type N). */
    public static boolean areWhole(String text) {
        return text.startsWith("-") ? only(text.substring(1)) : only(text);
    }

    /** True for a decimal number, perhaps with a sign, a point and an exponent (type R). */
    public static boolean areDecimal(String text) {
        int start = text.startsWith("-") ? 1 : 0;
        int whole = run(text, start);
        int end = whole;
        int digits = whole - start;
        if (end < text.length() && text.charAt(end) == '.') {
            end = run(text, whole + 1);
            digits += end - whole - 1;
        }
        if (digits > 0 && end < text.length() && (text.charAt(end) == 'E' || text.charAt(end) == 'e')) {
            return areWhole(text.substring(end + 1));
        }
        return digits > 0 && end == text.length();
    }

    /** How many digits are in it. */
    public static int count(String text) {
        int count = 0;
        for (int i = 0; i < text.length(); i++) {
            count += isDigit(text.charAt(i)) ? 1 : 0;
        }
        return count;
    }

    private static int run(String text, int from) {
        int at = from;
        while (at < text.length() && isDigit(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
