package io.lotwire.edi.segment;

/**
 * Blanks at the end of a value. They carry no meaning and should not have been sent (X12.6, type AN; ISO 9735), so a value
 * is what it is without them. Blanks at its begin are its own.
 */
final class TrailingBlanks {
    private TrailingBlanks() {}

    /**
     * Where a value ends without them.
     *
     * @param release the release character, before which no blank is taken off; {@link Delimiters#NONE} for none
     */
    static int before(byte[] bytes, int from, int to, char release) {
        int end = to;
        while (end > from && bytes[end - 1] == ' ' && !(end - 1 > from && isRelease(bytes[end - 2], release))) {
            end--;
        }
        return end;
    }

    private static boolean isRelease(byte b, char release) {
        return release != Delimiters.NONE && b == (byte) release;
    }

    /** The same of a text without release characters. */
    static String off(String text) {
        int end = text.length();
        while (end > 0 && text.charAt(end - 1) == ' ') {
            end--;
        }
        return end == text.length() ? text : text.substring(0, end);
    }
}
