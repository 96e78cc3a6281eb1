package io.lotwire.edi.segment;

/**
 * Finds the delimiters of an EDIFACT interchange (ISO 9735): in its service string advice, the six characters after
 * {@code UNA}, or, where it has none, by the character after {@code UNB}.
 */
final class UnbReading {
    /** UNB01 to UNB05 must be there. */
    static final int LEAST_ELEMENTS = 5;

    private static final int ADVICE = 9;
    private static final int LEVEL = 4;
    private static final char REPETITION = '*';

    /** The separators of syntax level B in version 1 and 2, which has no release character. */
    private static final Delimiters CONTROL_CHARACTERS = new Delimiters('\u001d', '\u001f', Delimiters.NONE, "\u001c");

    private final byte[] bytes;
    private final int limit;
    private int start;
    private String level = "";
    private Delimiters delimiters;
    private HeaderFault fault;

    private UnbReading(byte[] bytes, int start, int limit) {
        this.bytes = bytes;
        this.start = start;
        this.limit = limit;
    }

    /** True when an UNA or UNB may begin here. */
    static boolean mayBeginAt(byte[] bytes, int start, int limit) {
        return start + 4 <= limit
                && bytes[start] == 'U'
                && bytes[start + 1] == 'N'
                && (bytes[start + 2] == 'A' || bytes[start + 2] == 'B')
                && isSeparator(bytes[start + 3]);
    }

    /** True when an UNA or UNB begins here and its delimiters are known. */
    static boolean beginsAt(byte[] bytes, int start, int limit) {
        return mayBeginAt(bytes, start, limit) && at(bytes, start, limit).delimiters != null;
    }

    /** Reads the UNA or UNB that begins at a place. */
    static UnbReading at(byte[] bytes, int start, int limit) {
        UnbReading reading = new UnbReading(bytes, start, limit);
        if (bytes[start + 2] == 'A') {
            reading.readAdvice();
        } else {
            reading.readWithoutAdvice();
        }
        return reading;
    }

    /** Where the UNB begins. */
    int start() {
        return start;
    }

    /** The syntax identifier (0001), such as {@code UNOC}; {@code ""} when it is not there. */
    String level() {
        return level;
    }

    /** Null when they cannot be known. */
    Delimiters delimiters() {
        return delimiters;
    }

    /** Why the delimiters cannot be known. */
    HeaderFault fault() {
        return fault;
    }

    private void readAdvice() {
        int unb = start + ADVICE;
        while (unb < limit && Tokenizer.isFiller(bytes[unb])) {
            unb++;
        }
        if (unb + 4 > limit || !isUnb(unb)) {
            fault = new UnaFaults(bytes, start, limit).ofLength();
            return;
        }
        fault = new UnaFaults(bytes, start, limit).ofCharacters(unb);
        if (fault != null) {
            return;
        }
        char component = at(3);
        char release = at(6);
        char repetition = at(7);
        String terminator = String.valueOf(at(8));
        start = unb;
        level = text(unb + 4, LEVEL);
        boolean repeats = version(component) >= '4' && repetition != ' ';
        delimiters = new Delimiters(
                at(3),
                component,
                repeats ? repetition : Delimiters.NONE,
                terminator,
                release == ' ' ? Delimiters.NONE : release);
    }

    private void readWithoutAdvice() {
        if (start + 4 > limit) {
            return;
        }
        level = text(start + 4, LEVEL);
        if (at(3) == CONTROL_CHARACTERS.element()) {
            delimiters = CONTROL_CHARACTERS;
        } else if (at(3) == Delimiters.EDIFACT.element()) {
            Delimiters usual = Delimiters.EDIFACT;
            boolean repeats = version(usual.component()) >= '4';
            delimiters = new Delimiters(
                    usual.element(),
                    usual.component(),
                    repeats ? REPETITION : Delimiters.NONE,
                    usual.segment(),
                    usual.release());
        } else {
            fault = new HeaderFault(
                    0,
                    3,
                    "After UNB comes '" + at(3) + "', but where no UNA says which characters separate, elements are"
                            + " separated by + (ISO 9735); send those, or a UNA before the UNB.");
        }
    }

    private boolean isUnb(int at) {
        return bytes[at] == 'U' && bytes[at + 1] == 'N' && bytes[at + 2] == 'B';
    }

    /** The syntax version (0002) in the UNB that begins at the start; 0 when it is not there. */
    private char version(char component) {
        int at = start + 4;
        while (at < limit && bytes[at] != (byte) component && at < start + ADVICE + LEVEL) {
            at++;
        }
        while (at + 1 < limit && isLineEnd(bytes[at + 1])) {
            at++;
        }
        return at + 1 < limit ? (char) (bytes[at + 1] & 0xFF) : 0;
    }

    private char at(int place) {
        return (char) (bytes[start + place] & 0xFF);
    }

    private String text(int from, int length) {
        StringBuilder text = new StringBuilder();
        for (int at = from; at < limit && text.length() < length; at++) {
            if (!isLineEnd(bytes[at])) {
                text.append((char) (bytes[at] & 0xFF));
            }
        }
        return text.toString();
    }

    private static boolean isLineEnd(byte b) {
        return b == '\n' || b == '\r';
    }

    private static boolean isSeparator(byte b) {
        boolean letterOrDigit = (b >= 'A' && b <= 'Z') || (b >= 'a' && b <= 'z') || (b >= '0' && b <= '9');
        return !letterOrDigit && b != ' ' && b != '\r' && b != '\n' && b != 0;
    }
}
