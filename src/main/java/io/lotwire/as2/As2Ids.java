package io.lotwire.as2;

import java.util.Objects;

/**
 * The pair of AS2 names that a message travels under (RFC 4130 section 6.2). Names are compared after unquoting; case
 * and inner spaces matter.
 *
 * @param from the sender's name, unquoted
 * @param to the receiver's name, unquoted
 */
public record As2Ids(String from, String to) {
    /** The longest AS2 name (RFC 4130 section 6.2), in characters. */
    public static final int MAX_LENGTH = 128;

    public As2Ids {
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(to, "to");
    }

    /** The names that the values of {@code AS2-From} and {@code AS2-To} stand for. */
    public static As2Ids ofHeaders(String from, String to) {
        return new As2Ids(unquoted(from), unquoted(to));
    }

    /** The pair of the answer. */
    public As2Ids reversed() {
        return new As2Ids(to, from);
    }

    /** A header's value without its quotes: {@code "Dave \"D\" Farms"} is {@code Dave "D" Farms}. */
    public static String unquoted(String headerValue) {
        String value = headerValue.strip();
        if (value.length() < 2 || !value.startsWith("\"") || !value.endsWith("\"")) {
            return value;
        }
        return unescaped(value.substring(1, value.length() - 1));
    }

    /** A name as a header's value: quoted where it holds a space, a quote or a backslash. */
    public static String quoted(String name) {
        boolean plain = name.chars().allMatch(c -> c > ' ' && c < 127 && c != '"' && c != '\\');
        if (plain && !name.isEmpty()) {
            return name;
        }
        return "\"" + name.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
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

    /** {@code from -> to}, for people. */
    @Override
    public String toString() {
        return from + " -> " + to;
    }
}
