package io.lotwire.as2.mime;

/** Texts as they stand in headers, in quotes where they must (RFC 5322 section 3.2.4). */
public final class QuotedString {
    private QuotedString() {}

    /** A header's value without its quotes: {@code "Dave \"D\" Farms"} is {@code Dave "D" Farms}. */
    public static String unquoted(String headerValue) {
        String value = headerValue.strip();
        if (value.length() < 2 || !value.startsWith("\"") || !value.endsWith("\"")) {
            return value;
        }
        return unescaped(value.substring(1, value.length() - 1));
    }

    /** A text as a header's value: quoted where it holds a space, a quote or a backslash. */
    public static String quoted(String text) {
        boolean plain = text.chars().allMatch(c -> c > ' ' && c < 127 && c != '"' && c != '\\');
        if (plain && !text.isEmpty()) {
            return text;
        }
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }

    private static String unescaped(String quoted) {
        StringBuilder name = new StringBuilder(quoted.length());
        boolean escaped = false;
        for (int i = 0; i < quoted.length(); i++) {
            char c = quoted.charAt(i);
            if (c == '\\' && !escaped) {
                escaped = true;
            } else {
                name.append(c);
                escaped = false;
            }
        }
        return name.toString();
    }
}
