package io.lotwire.compliance.sheet;

/** A text within XML, of characters that XML allows. */
final class XmlText {
    private XmlText() {}

    /** The text with what has a meaning in XML escaped, and line breaks and tabs, which a reader of XML would change. */
    static String of(String text) {
        int good = 0;
        while (good < text.length()
                && (text.charAt(good) > '>' || escape(text.charAt(good)).isEmpty())) {
            good++;
        }
        return good == text.length() ? text : escaped(text, good);
    }

    private static String escaped(String text, int from) {
        StringBuilder escaped = new StringBuilder(2 * text.length()).append(text, 0, from);
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            String escape = escape(c);
            if (escape.isEmpty()) {
                escaped.append(c);
            } else {
                escaped.append(escape);
            }
        }
        return escaped.toString();
    }

    /** What stands for a character; {@code ""} for the character itself. */
    private static String escape(char c) {
        return switch (c) {
            case '&' -> "&amp;";
            case '<' -> "&lt;";
            case '>' -> "&gt;";
            case '"' -> "&quot;";
            case '\t' -> "&#9;";
            case '\n' -> "&#10;";
            case '\r' -> "&#13;";
            default -> "";
        };
    }
}
