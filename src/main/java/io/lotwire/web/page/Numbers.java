package io.lotwire.web.page;

/** Numbers in addresses. */
final class Numbers {
    private Numbers() {}

    /** That of a text; the usual one where it is none. */
    static int of(String text, int usual) {
        return text != null && text.matches("[0-9]{1,9}") ? Integer.parseInt(text) : usual;
    }

    /** The same of one that may be large. */
    static long of(String text, long usual) {
        return text != null && text.matches("[0-9]{1,18}") ? Long.parseLong(text) : usual;
    }
}
