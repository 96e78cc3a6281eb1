package io.lotwire.edi.bytes;

/** Numbers as X12 writes them, in the digits 0 to 9. */
public final class Digits {
    /** The largest exponent: more digits than type R has are no number of goods. */
    private static final int MOST_EXPONENT = 15;

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

    /** True for a whole number, perhaps with a sign (type N); a plus sign is not needed, but harmless. */
    public static boolean areWhole(String text) {
        return only(text.substring(sign(text)));
    }

    private static int sign(String text) {
        return text.startsWith("-") || text.startsWith("+") ? 1 : 0;
    }

    /**
     * True for a decimal number, perhaps with a sign, a point and an exponent (type R; X12.6, 3.5.1.2). An exponent beyond
     * the digits of type R is none, so that what is taken can be read.
     */
    public static boolean areDecimal(String text) {
        int start = sign(text);
        int whole = run(text, start);
        int end = whole;
        int digits = whole - start;
        if (end < text.length() && text.charAt(end) == '.') {
            end = run(text, whole + 1);
            digits += end - whole - 1;
        }
        if (digits > 0 && end < text.length() && (text.charAt(end) == 'E' || text.charAt(end) == 'e')) {
            String exponent = text.substring(end + 1);
            String power = exponent.substring(sign(exponent));
            return only(power) && power.length() <= 2 && Integer.parseInt(power) <= MOST_EXPONENT;
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
