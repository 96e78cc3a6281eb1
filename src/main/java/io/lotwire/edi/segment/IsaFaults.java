package io.lotwire.edi.segment;

/**
 * Says why an ISA cannot be read: its delimiters are what their places hold, so that one character too few or too many makes
 * everything after it look wrong. The one cause is told, and nothing that follows from it.
 */
final class IsaFaults {
    private static final int ELEMENTS = 16;

    private final byte[] bytes;
    private final int start;
    private final int limit;

    IsaFaults(byte[] bytes, int start, int limit) {
        this.bytes = bytes;
        this.start = start;
        this.limit = limit;
    }

    /** The cause, of an ISA of which something is wrong. */
    HeaderFault cause() {
        int next = nextSegment();
        if (next < 0) {
            return new HeaderFault(
                    0,
                    0,
                    "The ISA has not its 16 elements and terminator, so the interchange cannot be read; send it again"
                            + " whole.");
        }
        int end = next;
        while (end > start + 4 && Tokenizer.isFiller(bytes[end - 1])) {
            end--;
        }
        boolean lines = end < next && !Tokenizer.isFiller(bytes[end - 1]) && isLetterOrDigit(bytes[end - 1]);
        int contentEnd = lines ? end : end - 1;
        int found = 0;
        int last = start + 3;
        for (int at = start + 3; at < contentEnd; at++) {
            if (bytes[at] == bytes[start + 3]) {
                found++;
                last = at;
            }
        }
        String content = text(last + 1, contentEnd);
        boolean endsWithUsage = content.length() == 1 && isLetterOrDigit((byte) content.charAt(0));
        if ((found == ELEMENTS - 1 && endsWithUsage) || (found == ELEMENTS && content.isBlank())) {
            return new HeaderFault(
                    ELEMENTS,
                    contentEnd - start,
                    "ISA16 is left out: it must be one character that separates components, such as >, between ISA15 and"
                            + " the segment's terminator, so the interchange cannot be read; send the ISA with it.");
        }
        if (found != ELEMENTS) {
            return new HeaderFault(
                    0,
                    0,
                    "The ISA has " + found + " elements, not 16, so the interchange cannot be read; send each with its"
                            + " separator, also where it is blank, and no more.");
        }
        return new HeaderFault(
                ELEMENTS,
                last + 1 - start,
                "ISA16 is '" + content + "', but must be one character that separates components, no letter, digit or"
                        + " blank, such as >, and the segment's terminator must follow; send it so.");
    }

    /** Where the segment after the ISA begins: what may come there is known. -1 where none is found. */
    private int nextSegment() {
        for (int at = start + 5; at + 3 < limit; at++) {
            byte before = bytes[at - 1];
            boolean begins = before != bytes[start + 3] && !isLetterOrDigit(before);
            if (begins && (is(at, "GS") || is(at, "TA1") || is(at, "ISB") || is(at, "IEA"))) {
                return at;
            }
        }
        return -1;
    }

    private boolean is(int at, String id) {
        for (int i = 0; i < id.length(); i++) {
            if (bytes[at + i] != id.charAt(i)) {
                return false;
            }
        }
        return at + id.length() < limit && bytes[at + id.length()] == bytes[start + 3];
    }

    private String text(int from, int to) {
        StringBuilder text = new StringBuilder();
        for (int at = from; at < to; at++) {
            text.append(bytes[at] < ' ' ? '?' : (char) (bytes[at] & 0xFF));
        }
        return text.toString();
    }

    private static boolean isLetterOrDigit(byte b) {
        return (b >= 'A' && b <= 'Z') || (b >= 'a' && b <= 'z') || (b >= '0' && b <= '9');
    }
}
