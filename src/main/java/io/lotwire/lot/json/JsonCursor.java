package io.lotwire.lot.json;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** A place in a JSON text (RFC 8259) that goes over its values, without a tree of them. */
final class JsonCursor {
    /** What may stand behind a backslash beside {@code u}, and what each means. */
    private static final String ESCAPES = "\"\\/bfnrt";

    private static final String MEANINGS = "\"\\/\b\f\n\r\t";
    private static final int DEEPEST = 100;
    private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long EACH = 0x0101010101010101L;
    private static final long HIGHEST_OF_EACH = 0x8080_8080_8080_8080L;

    /** Texts that were met of late; null when there is one text only. */
    private final RecentTexts recent;

    private byte[] bytes = {};
    private int at;

    /** @param recent texts that were met of late; null when there is one text only */
    JsonCursor(RecentTexts recent) {
        this.recent = recent;
    }

    void begin(String text) {
        bytes = text.getBytes(StandardCharsets.UTF_8);
        at = 0;
    }

    /** The whole text. */
    byte[] bytes() {
        return bytes;
    }

    int at() {
        return at;
    }

    void moveTo(int place) {
        at = place;
    }

    /** The byte at hand, 0 at the end. */
    byte peek() {
        return at < bytes.length ? bytes[at] : 0;
    }

    /** Passes over blanks; answers the byte behind them, 0 at the end. */
    byte next() {
        byte next = peek();
        while (next == ' ' || next == '\n' || next == '\r' || next == '\t') {
            at++;
            next = peek();
        }
        return next;
    }

    /** Passes over blanks and this character. */
    void pass(char expected) {
        if (next() != expected) {
            throw wrong("there is no '" + expected + "'");
        }
        at++;
    }

    /** Passes over a name and its colon when it is this one, and stays where it is when it is another. */
    boolean passName(String name) {
        int length = name.length();
        int end = at + length + 1;
        if (end >= bytes.length || bytes[at] != '"' || bytes[end] != '"') {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (bytes[at + 1 + i] != name.charAt(i)) {
                return false;
            }
        }
        at = end + 1;
        pass(':');
        next();
        return true;
    }

    /** Passes over the value at hand: a text as it means, anything else as it stands. */
    String value() {
        int begin = at;
        if (peek() == '"') {
            return text();
        }
        skip(0);
        return string(begin, at);
    }

    /** Passes over the text at hand. */
    String text() {
        if (peek() != '"') {
            throw wrong("there is no text in quotes");
        }
        int begin = ++at;
        at = plainEnd(bytes, begin);
        if (peek() == '"') {
            return string(begin, at++);
        }
        boolean hasEscapes = skipText();
        String text = new String(bytes, begin, at - 1 - begin, StandardCharsets.UTF_8);
        return hasEscapes ? unescaped(text) : text;
    }

    /** Passes over the value at hand, whatever it is. */
    void skip() {
        skip(0);
    }

    private void skip(int depth) {
        if (depth > DEEPEST) {
            throw wrong("there are more than " + DEEPEST + " values in one another");
        }
        switch (next()) {
            case '{' -> skipObject(depth);
            case '[' -> skipList(depth);
            case '"' -> {
                at++;
                skipText();
            }
            case 't' -> skipWord("true");
            case 'f' -> skipWord("false");
            case 'n' -> skipWord("null");
            default -> skipNumber();
        }
    }

    private void skipObject(int depth) {
        at++;
        if (next() == '}') {
            at++;
            return;
        }
        while (true) {
            pass('"');
            skipText();
            pass(':');
            skip(depth + 1);
            if (next() == '}') {
                at++;
                return;
            }
            pass(',');
        }
    }

    private void skipList(int depth) {
        at++;
        if (next() == ']') {
            at++;
            return;
        }
        while (true) {
            skip(depth + 1);
            if (next() == ']') {
                at++;
                return;
            }
            pass(',');
        }
    }

    /** Passes over the rest of a text and the quote at its end; answers whether it has a backslash. */
    private boolean skipText() {
        boolean hasEscapes = false;
        while (true) {
            at = plainEnd(bytes, at);
            byte next = peek();
            if (next == '\\') {
                hasEscapes = true;
                skipEscape();
            } else if (next >= 0 && next < ' ') {
                throw wrong("a text has no end, or holds a control character");
            }
            at++;
            if (next == '"') {
                return hasEscapes;
            }
        }
    }

    /** Passes over an escape but for its last character. */
    private void skipEscape() {
        at++;
        byte escape = peek();
        if (escape == 'u') {
            for (int i = 0; i < 4; i++) {
                at++;
                if (Character.digit(peek(), 16) < 0) {
                    throw wrong("there are no four hexadecimal digits behind \\u");
                }
            }
        } else if (escape == 0 || ESCAPES.indexOf(escape) < 0) {
            throw wrong("there is no such escape");
        }
    }

    private void skipWord(String word) {
        for (int i = 0; i < word.length(); i++) {
            if (peek() != word.charAt(i)) {
                throw wrong("there is no value");
            }
            at++;
        }
    }

    private void skipNumber() {
        if (peek() == '-') {
            at++;
        }
        boolean isZero = peek() == '0';
        int whole = skipDigits();
        if (whole == 0 || (isZero && whole > 1)) {
            throw wrong("there is no value");
        }
        if (peek() == '.') {
            at++;
            if (skipDigits() == 0) {
                throw wrong("a number has no digit behind its point");
            }
        }
        if (peek() == 'e' || peek() == 'E') {
            at++;
            if (peek() == '-' || peek() == '+') {
                at++;
            }
            if (skipDigits() == 0) {
                throw wrong("a number has no exponent");
            }
        }
    }

    private int skipDigits() {
        int begin = at;
        while (peek() >= '0' && peek() <= '9') {
            at++;
        }
        return at - begin;
    }

    /** The first byte from here on that is no plain ASCII character of a text: its end, a backslash, or one that needs a look. */
    private static int plainEnd(byte[] text, int begin) {
        int i = begin;
        for (; i <= text.length - Long.BYTES; i += Long.BYTES) {
            // Eight at once: in the result, the highest bit of a byte says that it is none (Warren, Hacker's Delight,
            // 6-1).
            long eight = (long) EIGHT.get(text, i);
            long quotes = eight ^ EACH * '"';
            long backslashes = eight ^ EACH * '\\';
            long found =
                    (eight | (eight - EACH * ' ') | ((quotes - EACH) & ~quotes) | ((backslashes - EACH) & ~backslashes))
                            & HIGHEST_OF_EACH;
            if (found != 0) {
                return i + Long.numberOfTrailingZeros(found) / Byte.SIZE;
            }
        }
        while (i < text.length && text[i] >= ' ' && text[i] != '"' && text[i] != '\\') {
            i++;
        }
        return i;
    }

    /** ASCII text from one place to before another. */
    private String string(int begin, int end) {
        return recent == null
                ? new String(bytes, begin, end - begin, StandardCharsets.ISO_8859_1)
                : recent.of(bytes, begin, end - begin);
    }

    private static String unescaped(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != '\\') {
                plain.append(c);
                continue;
            }
            char escape = text.charAt(++i);
            if (escape == 'u') {
                plain.append((char) Integer.parseInt(text, i + 1, i + 5, 16));
                i += 4;
            } else {
                plain.append(MEANINGS.charAt(ESCAPES.indexOf(escape)));
            }
        }
        return plain.toString();
    }

    IllegalArgumentException wrong(String what) {
        return new IllegalArgumentException("not JSON: " + what + " (byte " + at + ")");
    }
}
