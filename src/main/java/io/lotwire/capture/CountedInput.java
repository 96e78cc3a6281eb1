package io.lotwire.capture;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** The bytes of a text file one by one, with the place of each. A byte order mark at its begin is passed over. */
final class CountedInput {
    /** Stands for the end. */
    static final int END = -1;

    private static final int BUFFER = 64 * 1024;
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final InputStream in;
    private final byte[] buffer = new byte[BUFFER];
    private int filled;
    private int at;
    private int next;
    private long offset;
    private int line = 1;

    CountedInput(InputStream file) throws IOException {
        in = file;
        filled = in.readNBytes(buffer, 0, buffer.length);
        at = filled >= BYTE_ORDER_MARK.length
                        && Arrays.equals(BYTE_ORDER_MARK, 0, BYTE_ORDER_MARK.length, buffer, 0, BYTE_ORDER_MARK.length)
                ? BYTE_ORDER_MARK.length
                : 0;
        offset = at;
        next = read();
    }

    private int read() throws IOException {
        if (at == filled) {
            filled = Math.max(0, in.read(buffer));
            at = 0;
        }
        return filled == 0 ? END : Byte.toUnsignedInt(buffer[at++]);
    }

    /** The byte at hand; {@link #END} at the end. */
    int peek() {
        return next;
    }

    /** Its offset in the file. */
    long offset() {
        return offset;
    }

    /** Its line, from 1. */
    int line() {
        return line;
    }

    /** Goes to the next byte. */
    void pass() throws IOException {
        line += next == '\n' ? 1 : 0;
        offset++;
        next = read();
    }

    /** Goes to the next byte that is none of JSON's blanks. */
    void passBlanks() throws IOException {
        while (isBlank(next)) {
            pass();
        }
    }

    static boolean isBlank(int c) {
        return c == ' ' || c == '\t' || c == '\r' || c == '\n';
    }
}
