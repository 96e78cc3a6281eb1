package io.lotwire.lot.json;

import io.lotwire.lot.Word;
import java.math.BigDecimal;
import java.util.List;

/**
 * Writes JSON (RFC 8259) without nulls, empty texts and empty objects: an object starts when its first field is written. It is text
 * that grows; whoever writes much takes it away from time to time.
 */
public final class LeanJson {
    private static final int DEEPEST = 16;
    private static final char[] HEX = "0123456789ABCDEF".toCharArray();

    /** What must be escaped: 0 for no, else what stands behind the backslash, {@code u} for a number. */
    private static final byte[] ESCAPES = escapes();

    private final StringBuilder text;
    private final boolean indented;

    /** Objects that were begun and have no field yet, the outermost first. */
    private final String[] pending = new String[DEEPEST];

    private int pendings;
    /** How many objects and lists are open, and how many of them are objects. */
    private int depth;

    private int indent;
    private boolean first = true;

    private LeanJson(StringBuilder text, boolean indented) {
        this.text = text;
        this.indented = indented;
    }

    /** Writes on one line, without blanks. */
    public static LeanJson compact(StringBuilder text) {
        return new LeanJson(text, false);
    }

    /** Writes each field on a line, with two blanks for each level. */
    public static LeanJson indented(StringBuilder text) {
        return new LeanJson(text, true);
    }

    private static byte[] escapes() {
        byte[] escapes = new byte[128];
        for (int c = 0; c < ' '; c++) {
            escapes[c] = 'u';
        }
        escapes['\b'] = 'b';
        escapes['\t'] = 't';
        escapes['\n'] = 'n';
        escapes['\f'] = 'f';
        escapes['\r'] = 'r';
        escapes['"'] = '"';
        escapes['\\'] = '\\';
        return escapes;
    }

    /** Starts an object that is a field. */
    public void begin(String name) {
        pending[pendings++] = name;
    }

    /** Ends the object that was begun last; leaves no trace when nothing was written into it. */
    public void end() {
        if (pendings > 0) {
            pendings--;
            return;
        }
        indent--;
        if (indented) {
            line(first);
        }
        close('}');
    }

    /** Starts an object that is an item of a list, or the whole. */
    public void beginItem() {
        item();
        open('{');
        indent++;
    }

    /** Starts a list that is a field. */
    public void beginList(String name) {
        name(name);
        open('[');
    }

    /** Ends the list that was begun last. */
    public void endList() {
        if (indented) {
            text.append(' ');
        }
        close(']');
    }

    /** A text field; nothing when the value is null or empty. */
    public void text(String name, String value) {
        if (value != null && !value.isEmpty()) {
            name(name);
            quote(value);
        }
    }

    /** What has a text of its own, such as a GTIN; nothing when it is null. */
    public void key(String name, Object value) {
        text(name, value == null ? null : value.toString());
    }

    /** A list of texts; nothing when there are none. */
    public void texts(String name, List<String> values) {
        if (!values.isEmpty()) {
            beginList(name);
            for (String value : values) {
                item(value);
            }
            endList();
        }
    }

    /** A text that is an item of a list. */
    public void item(String value) {
        item();
        quote(value);
    }

    /** A number field. */
    public void number(String name, long value) {
        name(name);
        text.append(value);
    }

    /** A field that is true or false. */
    public void flag(String name, boolean value) {
        name(name);
        text.append(value);
    }

    /** A number field, with as many digits as the number has. */
    public void number(String name, BigDecimal value) {
        name(name);
        text.append(value);
    }

    /** A constant as its word: {@code PRODUCTION_CODE} is written {@code production-code}. */
    public void word(String name, Enum<?> value) {
        if (value != null) {
            text(name, Word.of(value));
        }
    }

    /** A decimal number as text, digits without an exponent; nothing when it is null. */
    public void decimal(String name, BigDecimal value) {
        if (value != null) {
            text(name, value.toPlainString());
        }
    }

    /** The place at hand, to keep what is written from here on. */
    Mark mark() {
        return new Mark(text.length(), first, pendings, depth, indent);
    }

    /** What was written from a place on. */
    Excerpt since(Mark begin) {
        return new Excerpt(begin, text.substring(begin.length), mark());
    }

    /** Writes what was written before; not where the text around it is another. */
    boolean writeAgain(Excerpt excerpt) {
        boolean fits = excerpt.begin.first == first && excerpt.begin.pendings == pendings;
        if (fits) {
            text.append(excerpt.text);
            first = excerpt.end.first;
            pendings = excerpt.end.pendings;
            depth += excerpt.end.depth - excerpt.begin.depth;
            indent += excerpt.end.indent - excerpt.begin.indent;
        }
        return fits;
    }

    /** A place in what is written. */
    record Mark(int length, boolean first, int pendings, int depth, int indent) {}

    /** Part of what was written. */
    record Excerpt(Mark begin, String text, Mark end) {}

    private void name(String name) {
        if (pendings > 0) {
            openPending();
        }
        field(name);
    }

    private void openPending() {
        for (int i = 0; i < pendings; i++) {
            field(pending[i]);
            open('{');
            indent++;
        }
        pendings = 0;
    }

    private void field(String name) {
        if (indented) {
            text.append(first ? "" : ",");
            line(false);
            text.append('"').append(name).append("\" : ");
        } else {
            text.append(first ? "\"" : ",\"").append(name).append("\":");
        }
        first = false;
    }

    private void item() {
        if (depth > 0) {
            if (!first) {
                text.append(',');
            }
            if (indented) {
                text.append(' ');
            }
            first = false;
        }
    }

    private void open(char bracket) {
        text.append(bracket);
        depth++;
        first = true;
    }

    private void close(char bracket) {
        depth--;
        text.append(bracket);
        first = false;
    }

    /** A line's end and the next one's blanks; one blank where nothing was written. */
    private void line(boolean nothing) {
        text.append(nothing ? ' ' : '\n');
        for (int i = 0; i < indent && !nothing; i++) {
            text.append("  ");
        }
    }

    private void quote(String value) {
        text.append('"');
        int plain = plain(value);
        if (plain == value.length()) {
            text.append(value);
        } else {
            text.append(value, 0, plain);
            for (int i = plain; i < value.length(); i++) {
                escaped(value.charAt(i));
            }
        }
        text.append('"');
    }

    /** How many characters it has before the first that must be escaped. */
    private static int plain(String value) {
        int length = value.length();
        for (int i = 0; i < length; i++) {
            char c = value.charAt(i);
            if (c < 128 && ESCAPES[c] != 0) {
                return i;
            }
        }
        return length;
    }

    private void escaped(char c) {
        byte escape = c < 128 ? ESCAPES[c] : 0;
        if (escape == 0) {
            text.append(c);
        } else {
            text.append('\\').append((char) escape);
            if (escape == 'u') {
                text.append("00").append(HEX[c >> 4]).append(HEX[c & 0xF]);
            }
        }
    }
}
