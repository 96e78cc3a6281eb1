package io.lotwire.mapping;

/**
 * Where in a text a lot's code stands.
 *
 * @param after what stands before it, in capital or small letters; {@code ""} when it begins the text
 * @param until what stands behind it; {@code ""} when it ends the text, as it does too where this does not follow
 */
public record Cut(String after, String until) {
    /** The code, without blanks around it; {@code ""} for a text that has none. */
    String of(String text) {
        int from = 0;
        while (from + after.length() <= text.length() && !isAt(from, text)) {
            from++;
        }
        if (from + after.length() > text.length()) {
            return "";
        }
        String rest = text.substring(from + after.length()).strip();
        int to = until.isEmpty() ? -1 : rest.indexOf(until);
        return to < 0 ? rest : rest.substring(0, to).strip();
    }

    /** A word is not the end of another: there is no LOT in a PILOT. */
    private boolean isAt(int from, String text) {
        boolean inWord = from > 0
                && !after.isEmpty()
                && Character.isLetterOrDigit(after.charAt(0))
                && Character.isLetterOrDigit(text.charAt(from - 1));
        return !inWord && text.regionMatches(true, from, after, 0, after.length());
    }

    /** In words, such as {@code after 'LOT:', until ','}. */
    @Override
    public String toString() {
        String words = after.isEmpty() ? "" : "after '" + after + "'";
        return until.isEmpty() ? words : words + (words.isEmpty() ? "" : ", ") + "until '" + until + "'";
    }
}
