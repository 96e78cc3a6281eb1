package io.lotwire.lot;

/**
 * Tells where a FNC1 may have been lost behind a lot's code: what ends the code looks like the next identifier with its
 * data. By the standard it is still the code (GS1 General Specifications, 7.8), so it is told, with a doubt.
 */
final class LostSeparator {
    /** Characters of a date with its identifier. */
    private static final int DATE = 8;

    /** Characters of a GTIN with its identifier. */
    private static final int ITEM = 16;

    private LostSeparator() {}

    /** What ends a code as if it were data of its own, such as {@code 17261231}; {@code ""} when nothing does. */
    static String tail(String code) {
        for (int at = 1; at + DATE <= code.length(); at++) {
            if (looksSeparate(code, at)) {
                return code.substring(at);
            }
        }
        return "";
    }

    private static boolean looksSeparate(String code, int at) {
        if (at == code.length()) {
            return true;
        }
        if (at + DATE > code.length()) {
            return false;
        }
        return switch (code.substring(at, at + 2)) {
            case "11", "12", "13", "15", "16", "17" ->
                ElementString.day(code.substring(at + 2, at + DATE)).isPresent() && looksSeparate(code, at + DATE);
            case "01", "02" ->
                at + ITEM <= code.length()
                        && CheckDigit.isGood(code.substring(at + 2, at + ITEM))
                        && looksSeparate(code, at + ITEM);
            default -> false;
        };
    }
}
