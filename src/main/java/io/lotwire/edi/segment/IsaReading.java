package io.lotwire.edi.segment;

import io.lotwire.edi.bytes.Text;

/**
 * Finds the delimiters of an interchange in the bytes of its ISA, whether or not it has the 106 bytes that the standard
 * asks for.
 */
public final class IsaReading {
    public static final int STANDARD_LENGTH = 105;
    private static final int ELEMENTS = 16;
    private static final int[] STANDARD_SEPARATORS = {
        3, 6, 17, 20, 31, 34, 50, 53, 69, 76, 81, 83, 89, 99, 101, 103,
    };
    /** Enough for any ISA that was ever seen, and for the first bytes of what follows it. */
    static final int WINDOW = 512;

    private final byte[] bytes;
    private final int start;
    private final int limit;
    final int[] elements = new int[ELEMENTS];
    private int end = -1;
    private int next = -1;
    private Delimiters delimiters;
    private boolean blanks;

    private IsaReading(byte[] bytes, int start, int limit) {
        this.bytes = bytes;
        this.start = start;
        this.limit = limit;
    }

    /** True when an ISA may begin here: the three letters, and then something that can separate elements. */
    static boolean mayBeginAt(byte[] bytes, int start, int limit) {
        return start + 4 <= limit
                && bytes[start] == 'I'
                && bytes[start + 1] == 'S'
                && bytes[start + 2] == 'A'
                && isSeparator(bytes[start + 3]);
    }

    /** True when a whole ISA begins here. */
    static boolean beginsAt(byte[] bytes, int start, int limit) {
        return mayBeginAt(bytes, start, limit) && at(bytes, start, limit).isComplete();
    }

    /** Reads the ISA that begins at {@code start}; see {@link #isComplete()}. */
    static IsaReading at(byte[] bytes, int start, int limit) {
        IsaReading isa = new IsaReading(bytes, start, Math.min(limit, start + WINDOW));
        isa.read();
        return isa;
    }

    /** True when all 16 elements and a terminator were found, and can be what they are. */
    boolean isComplete() {
        return delimiters != null;
    }

    /** The byte after the last element. */
    int end() {
        return end;
    }

    /** The byte after the terminator. */
    int next() {
        return next;
    }

    Delimiters delimiters() {
        return delimiters;
    }

    /** True when blanks stand before the terminator, or between the line end that is one and the next segment. */
    boolean hasBlanks() {
        return blanks;
    }

    /** Why it is not complete. */
    HeaderFault fault() {
        return new IsaFaults(bytes, start, limit).cause();
    }

    /** Bytes of the ISA without its terminator and without line ends that wrap it. */
    int lengthWithoutLineEnds() {
        int length = 0;
        for (int i = start; i < end; i++) {
            length += isLineEnd(bytes[i]) ? 0 : 1;
        }
        return length;
    }

    private void read() {
        int last = hasStandardPlaces() ? fromStandardPlaces() : fromCounting();
        if (last < 0) {
            return;
        }
        int component = skipLineEnds(last);
        if (component >= limit) {
            return;
        }
        end = component + 1;
        terminator(component);
    }

    private boolean hasStandardPlaces() {
        if (start + STANDARD_LENGTH > limit) {
            return false;
        }
        for (int place : STANDARD_SEPARATORS) {
            if (bytes[start + place] != bytes[start + 3]) {
                return false;
            }
        }
        return !isLineEnd(bytes[start + STANDARD_LENGTH - 1]);
    }

    private int fromStandardPlaces() {
        for (int i = 0; i < ELEMENTS; i++) {
            elements[i] = start + STANDARD_SEPARATORS[i] + 1;
        }
        return elements[ELEMENTS - 1];
    }

    private int fromCounting() {
        byte separator = bytes[start + 3];
        int found = 0;
        for (int i = start + 3; i < limit; i++) {
            if (bytes[i] == separator) {
                elements[found++] = i + 1;
                if (found == ELEMENTS) {
                    return i + 1;
                }
            }
        }
        return -1;
    }

    private void terminator(int component) {
        int at = component + 1;
        if (at >= limit) {
            return;
        }
        if (!isSeparator(bytes[component])) {
            return;
        }
        String terminator;
        int lineEnd = skipBlanks(at);
        int text = skipFiller(lineEnd);
        if (lineEnd < limit && isLineEnd(bytes[lineEnd]) && (text == limit || isLetterOrDigit(bytes[text]))) {
            if (endsLine(bytes[component], text)) {
                return;
            }
            boolean onlyReturns = bytes[lineEnd] == '\r' && (lineEnd + 1 >= limit || bytes[lineEnd + 1] != '\n');
            terminator = onlyReturns ? "\r" : "\n";
            next = terminator.equals("\n") && bytes[lineEnd] == '\r' ? lineEnd + 2 : lineEnd + 1;
            blanks = lineEnd > at || (text < limit && isIndentation(bytes[text - 1]));
        } else {
            int shown = bytes[at] == '\t' ? at : text;
            if (shown == limit || !mayEnd(bytes[shown])) {
                return;
            }
            blanks = lineEnd > at;
            int length = characterLength(shown);
            terminator = latin(shown, length);
            next = shown + length;
        }
        char repetition = repetition();
        delimiters = new Delimiters(
                (char) (bytes[start + 3] & 0xFF), (char) (bytes[component] & 0xFF), repetition, terminator);
    }

    /** ISA11 is the repetition separator from version 00402 on; before, it names the standard: U. */
    private char repetition() {
        String version = Text.decode(bytes, elements[11], elements[12] - 1);
        int at = skipLineEnds(elements[10]);
        char c = (char) (bytes[at] & 0xFF);
        boolean one = elements[11] - 1 - at == 1;
        return one && version.compareTo("00402") >= 0 && isSeparator(bytes[at]) && c != ' ' ? c : Delimiters.NONE;
    }

    /** True when the line from here on ends with a byte: then that is the terminator, and no separator. */
    private boolean endsLine(byte b, int from) {
        int at = from;
        while (at < limit && !isLineEnd(bytes[at])) {
            at++;
        }
        return at < limit && at > from && bytes[at - 1] == b;
    }

    /** A segment never ends with a letter, a digit or a blank, and not with what separates its elements. */
    private boolean mayEnd(byte b) {
        return !isLetterOrDigit(b) && !isBlank(b) && b != bytes[start + 3];
    }

    /** Bytes of the character that begins here: more than one where they are one UTF-8 character. */
    private int characterLength(int at) {
        int first = bytes[at] & 0xFF;
        int length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : first >= 0xC2 ? 2 : 1;
        for (int i = 1; i < length; i++) {
            if (at + i >= limit || (bytes[at + i] & 0xC0) != 0x80) {
                return 1;
            }
        }
        return length;
    }

    private String latin(int from, int length) {
        StringBuilder text = new StringBuilder();
        for (int i = from; i < from + length; i++) {
            text.append((char) (bytes[i] & 0xFF));
        }
        return text.toString();
    }

    private int skipLineEnds(int from) {
        int at = from;
        while (at < limit && isLineEnd(bytes[at])) {
            at++;
        }
        return at;
    }

    private int skipBlanks(int from) {
        int at = from;
        while (at < limit && isBlank(bytes[at])) {
            at++;
        }
        return at;
    }

    /** Passes line ends, and the blanks that indent the lines. */
    private int skipFiller(int from) {
        int at = from;
        while (at < limit && (isLineEnd(bytes[at]) || (at > from && isIndentation(bytes[at])))) {
            at++;
        }
        return at;
    }

    private static boolean isSeparator(byte b) {
        return !isLetterOrDigit(b) && !isBlank(b) && b != '\r' && b != '\n' && b != 0;
    }

    private static boolean isLetterOrDigit(byte b) {
        return isLetter(b) || (b >= '0' && b <= '9');
    }

    private static boolean isBlank(byte b) {
        return b == ' ';
    }

    private static boolean isIndentation(byte b) {
        return b == ' ' || b == '\t';
    }

    private static boolean isLetter(byte b) {
        return (b >= 'A' && b <= 'Z') || (b >= 'a' && b <= 'z');
    }

    private static boolean isLineEnd(byte b) {
        return b == '\n' || b == '\r';
    }
}
