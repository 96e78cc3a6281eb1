package io.lotwire.capture;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;

/** The bytes of a text file one by one, with the place of each. A byte order mark at its begin is passed over. */
final class CountedInput {
    /** Stands for the end. */
    static final int END = -1;

    private static final int BUFFER = 64 * 1024;
    private static final int[] BYTE_ORDER_MARK = {0xEF, 0xBB, 0xBF};

    private final InputStream in;
    private int next;
    private long offset;
    private int line = 1;

    CountedInput(InputStream file) throws IOException {
        in = new BufferedInputStream(file, BUFFER);
        in.mark(BYTE_ORDER_MARK.length);
        boolean marked = true;
        for (int each : BYTE_ORDER_MARK) {
            marked = marked && in.read() == each;
        }
        if (marked) {
            offset = BYTE_ORDER_MARK.length;
        } else {
            in.reset();
        }
        next = in.read();
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
        next = in.read();
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
