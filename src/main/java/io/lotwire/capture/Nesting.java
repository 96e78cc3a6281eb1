package io.lotwire.capture;

/** How deep a place of a JSON text is in objects and lists, told by brackets that are in no text. */
final class Nesting {
    private long depth;
    private boolean inText;
    private boolean escaped;

    void reset() {
        depth = 0;
        inText = false;
        escaped = false;
    }

    /** Takes the next byte. */
    void take(int c) {
        if (escaped) {
            escaped = false;
        } else if (inText) {
            escaped = c == '\\';
            inText = c != '"';
        } else if (c == '"') {
            inText = true;
        } else if (c == '{' || c == '[') {
            depth++;
        } else if (c == '}' || c == ']') {
            depth--;
        }
    }

    /** True outside of all objects, lists and texts. */
    boolean isOutside() {
        return depth <= 0 && !inText;
    }
}
