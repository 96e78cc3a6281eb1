package io.lotwire.compliance.sheet;

import java.util.regex.Pattern;

/**
 * A text as a cell of an XLSX file can hold it. Characters that XML does not allow become U+FFFD, and what is beyond the limit is cut:
 * whoever writes it says so elsewhere ({@link #holdsWhole}). What looks like an escape of Office Open XML (ECMA-376 part 1,
 * 22.9.2.19, {@code _x0041_}) is escaped, so that it is read as it was written.
 */
final class CellText {
    /** Excel's limit of characters in a cell. */
    static final int LONGEST = 32_767;

    private static final Pattern ESCAPE = Pattern.compile("_(?=x[0-9A-Fa-f]{4}_)");
    private static final char INSTEAD = '\uFFFD';

    private CellText() {}

    /** The text that is written. */
    static String of(String text) {
        String good = holdsWhole(text) ? text : cut(replaced(text));
        return good.contains("_x") ? ESCAPE.matcher(good).replaceAll("_x005F_") : good;
    }

    /** Whether a cell can hold the text to the character. */
    static boolean holdsWhole(String text) {
        if (text.length() > LONGEST) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c >= Character.MIN_SURROGATE) {
                int whole = text.codePointAt(i);
                if (!isAllowed(whole)) {
                    return false;
                }
                i += Character.charCount(whole) - 1;
            }
        }
        return true;
    }

    private static String replaced(String text) {
        StringBuilder good = new StringBuilder(text.length());
        text.codePoints().forEach(c -> good.appendCodePoint(isAllowed(c) ? c : INSTEAD));
        return good.toString();
    }

    private static String cut(String text) {
        if (text.length() <= LONGEST) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
        return text.substring(0, end);
    }

    /** XML 1.0, production 2; half a surrogate pair is no character. */
    private static boolean isAllowed(int c) {
        return c == '\t'
                || c == '\n'
                || c == '\r'
                || (c >= ' ' && c < Character.MIN_SURROGATE)
                || (c > Character.MAX_SURROGATE && c != '\uFFFE' && c != '\uFFFF');
    }
}
