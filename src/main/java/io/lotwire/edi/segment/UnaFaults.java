package io.lotwire.edi.segment;

/** Says what is wrong with a service string advice (UNA, ISO 9735): the one cause, and nothing that follows from it. */
final class UnaFaults {
    private static final int CHARACTERS = 6;
    private static final int IDENTIFIER = 3;

    /** How far behind an UNA its UNB is looked for. */
    static final int NEAR = 64;

    private static final String MEND =
            ", so the interchange cannot be read; send six characters, such as :+.? ', or no UNA where these are used.";

    private final byte[] bytes;
    private final int start;
    private final int limit;

    UnaFaults(byte[] bytes, int start, int limit) {
        this.bytes = bytes;
        this.start = start;
        this.limit = limit;
    }

    /** The fault of an UNA that the UNB does not follow in its place. */
    HeaderFault ofLength() {
        int most = Math.min(limit - IDENTIFIER, start + NEAR);
        for (int at = start + IDENTIFIER; at < most; at++) {
            if (bytes[at] == 'U' && bytes[at + 1] == 'N' && bytes[at + 2] == 'B') {
                int end = at;
                while (end > start + IDENTIFIER && isLineEnd(bytes[end - 1])) {
                    end--;
                }
                return ofLength(end);
            }
        }
        return new HeaderFault(0, 0, "No UNB follows the UNA" + MEND);
    }

    private HeaderFault ofLength(int end) {
        int found = end - start - IDENTIFIER;
        return new HeaderFault(
                0,
                IDENTIFIER,
                "The UNA has " + found + " character" + (found == 1 ? "" : "s") + ", not six: '"
                        + text(start + IDENTIFIER, end) + "'" + MEND);
    }

    /**
     * The fault of the characters of an UNA; null where there is none.
     *
     * @param unb where the UNB begins
     */
    HeaderFault ofCharacters(int unb) {
        int last = start + IDENTIFIER + CHARACTERS - 1;
        if (isLineEnd(bytes[last]) && endsLine(bytes[last - 1], unb)) {
            return ofLength(last);
        }
        byte separator = bytes[unb + IDENTIFIER];
        for (int place : new int[] {0, 1, CHARACTERS - 1}) {
            byte b = bytes[start + IDENTIFIER + place];
            if (b == ' ' || isLetterOrDigit(b)) {
                return new HeaderFault(
                        0,
                        IDENTIFIER + place,
                        "Character " + (place + 1) + " of the UNA is '" + (char) b + "', which cannot "
                                + (place == CHARACTERS - 1 ? "end segments" : "separate") + MEND);
            }
        }
        if (separator != bytes[start + IDENTIFIER + 1]) {
            return new HeaderFault(
                    0,
                    IDENTIFIER + 1,
                    "Character 2 of the UNA is '" + text(start + IDENTIFIER + 1, start + IDENTIFIER + 2)
                            + "', but after UNB comes '" + (char) (separator & 0xFF)
                            + "', so it is not known which of them separates elements; send the same in both.");
        }
        return null;
    }

    /** True when the line from here on ends with a byte: that is the terminator then, and the line end is none. */
    private boolean endsLine(byte b, int from) {
        int at = from;
        while (at < limit && !isLineEnd(bytes[at])) {
            at++;
        }
        return at < limit && bytes[at - 1] == b;
    }

    private String text(int from, int to) {
        StringBuilder text = new StringBuilder();
        for (int at = from; at < to; at++) {
            text.append(bytes[at] < ' ' && bytes[at] >= 0 ? '?' : (char) (bytes[at] & 0xFF));
        }
        return text.toString();
    }

    private static boolean isLineEnd(byte b) {
        return b == '\n' || b == '\r';
    }

    private static boolean isLetterOrDigit(byte b) {
        return (b >= 'A' && b <= 'Z') || (b >= 'a' && b <= 'z') || (b >= '0' && b <= '9');
    }
}
