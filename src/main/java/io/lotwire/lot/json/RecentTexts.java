package io.lotwire.lot.json;

import java.nio.charset.StandardCharsets;

/** Texts that were read of late: one that comes again is the same object, so that many events need little memory. */
final class RecentTexts {
    /** A power of two; longer texts seldom come again. */
    private static final int KEPT = 256;

    private static final int LONGEST = 80;

    private final String[] texts = new String[KEPT];

    /** An ASCII text. */
    String of(byte[] bytes, int start, int length) {
        if (length == 0) {
            return "";
        }
        if (length > LONGEST) {
            return new String(bytes, start, length, StandardCharsets.ISO_8859_1);
        }
        int place = (bytes[start] * 31 * 31 + bytes[start + length / 2] * 31 + bytes[start + length - 1] + length * 7)
                & (KEPT - 1);
        String known = texts[place];
        if (known != null && known.length() == length && is(known, bytes, start)) {
            return known;
        }
        String text = new String(bytes, start, length, StandardCharsets.ISO_8859_1);
        texts[place] = text;
        return text;
    }

    private static boolean is(String text, byte[] bytes, int start) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) != bytes[start + i]) {
                return false;
            }
        }
        return true;
    }
}
