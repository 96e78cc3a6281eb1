package io.lotwire.registry;

/** Texts of any length, cut to what an index has room for. */
final class Cut {
    private Cut() {}

    /** The first so many characters (code points, as PostgreSQL's {@code left} counts them). */
    static String of(String text, int most) {
        return text.codePointCount(0, text.length()) <= most
                ? text
                : text.substring(0, text.offsetByCodePoints(0, most));
    }
}
