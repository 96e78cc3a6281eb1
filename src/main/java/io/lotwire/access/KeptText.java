package io.lotwire.access;

/** Texts of others as they are kept: without what steers a terminal or what the database does not take, and not endless. */
final class KeptText {
    private static final int REPLACEMENT = 0xFFFD;

    private KeptText() {}

    /**
     * A text on one line.
     *
     * @param most so many characters are kept
     */
    static String of(String text, int most) {
        StringBuilder kept = new StringBuilder(Math.min(text.length(), most));
        text.codePoints().limit(most).forEach(c -> kept.appendCodePoint(isGood(c) ? c : REPLACEMENT));
        return kept.toString();
    }

    private static boolean isGood(int c) {
        return !Character.isISOControl(c) && Character.getType(c) != Character.SURROGATE;
    }
}
