package io.lotwire.x12;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * Cuts a stream of bytes into segments and elements. It keeps one window on the stream and allocates nothing per segment
 * or element.
 */
final class Tokenizer {
    /** What {@link #next} came upon. */
    enum Token {
        SEGMENT,
        /** Nothing between two terminators. */
        EMPTY,
        /** A segment beyond the limit: only the start of its bytes is there, and no element. */
        OVERSIZED,
        /** The next interchange begins here. */
        INTERCHANGE,
        END
    }

    /** Takes the bytes between interchanges. */
    interface Skipped {
        void take(byte b, long offset);
    }

    private static final int FIRST_WINDOW = 1 << 16;
    private static final int OVERSIZED_KEPT = 16;
    private static final int CONTROL_Z = 0x1A;

    private final InputStream in;
    private final int segmentLimit;
    private byte[] window = new byte[FIRST_WINDOW];
    private long windowOffset;
    private int position;
    private int limit;
    private boolean endOfStream;

    private Delimiters delimiters = Delimiters.USUAL;
    private byte elementSeparator;
    private byte[] terminator = {'~'};
    private int start;
    private int end;
    private long segmentOffset;
    private int[] elements = new int[64];
    private int elementCount;
    private boolean terminated;

    Tokenizer(InputStream in, Limits limits) {
        this.in = in;
        this.segmentLimit = limits.segmentBytes();
    }

    byte[] window() {
        return window;
    }

    /** First byte of the current segment in the window. */
    int start() {
        return start;
    }

    /** The byte after the current segment's last. */
    int end() {
        return end;
    }

    int[] elements() {
        return elements;
    }

    int elementCount() {
        return elementCount;
    }

    /** Byte offset of the current segment in the file. */
    long offset() {
        return segmentOffset;
    }

    /** True when a terminator follows the current segment. */
    boolean isTerminated() {
        return terminated;
    }

    Delimiters delimiters() {
        return delimiters;
    }

    /** Copies the current segment. */
    Segment copyTo(SegmentStore store) {
        return store.add(window, start, end, elements, elementCount, offset());
    }

    /** True when the current segment's identifier is this one. */
    boolean is(String id) {
        int length = (elementCount > 0 ? elements[0] - 1 : end) - start;
        if (length != id.length()) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (window[start + i] != id.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** The first bytes of the file, to tell what it is when it is no X12. */
    byte[] peek(int count) throws IOException {
        need(count);
        return Arrays.copyOfRange(window, position, Math.min(limit, position + count));
    }

    /**
     * Goes on to where an interchange may begin.
     *
     * @param skipped takes each byte that stands before it
     * @return false at the end of the file
     */
    boolean seekInterchange(Skipped skipped) throws IOException {
        while (true) {
            need(4);
            if (IsaReading.mayBeginAt(window, position, limit)) {
                return true;
            }
            if (position == limit) {
                return false;
            }
            skipped.take(window[position], windowOffset + position);
            position++;
        }
    }

    /**
     * Reads the ISA at the current position and takes its delimiters.
     *
     * @return the ISA; when it is not complete, only its identifier has been passed
     */
    IsaReading openInterchange() throws IOException {
        need(IsaReading.WINDOW);
        IsaReading isa = IsaReading.at(window, position, limit);
        start = position;
        segmentOffset = windowOffset + start;
        if (!isa.isComplete()) {
            end = start + 3;
            elementCount = 0;
            position += 3;
            return isa;
        }
        end = isa.end();
        elementCount = isa.elements.length;
        System.arraycopy(isa.elements, 0, elements, 0, elementCount);
        delimiters = isa.delimiters();
        elementSeparator = (byte) delimiters.element();
        terminator = new byte[delimiters.segment().length()];
        for (int i = 0; i < terminator.length; i++) {
            terminator[i] = (byte) delimiters.segment().charAt(i);
        }
        terminated = true;
        position = isa.next();
        return isa;
    }

    /** Goes on to the next segment of the interchange. */
    Token next() throws IOException {
        skipFiller();
        if (!has(1)) {
            return Token.END;
        }
        need(IsaReading.WINDOW);
        if (IsaReading.beginsAt(window, position, limit)) {
            return Token.INTERCHANGE;
        }
        return cut();
    }

    private Token cut() throws IOException {
        start = position;
        segmentOffset = windowOffset + start;
        elementCount = 0;
        int at = position;
        while (true) {
            int done = at - start;
            if (at == limit) {
                if (done > segmentLimit) {
                    return discard();
                }
                if (!fill()) {
                    return endAt(limit, limit, false);
                }
                at = start + done;
                continue;
            }
            byte b = window[at];
            if (b == elementSeparator) {
                addElement(at + 1);
                at++;
                if (elementCount == 2 && is("BIN")) {
                    at = skipBinary(at);
                }
            } else if (b == terminator[0]) {
                if (at + terminator.length > limit && fill()) {
                    at = start + done;
                    continue;
                }
                if (matches(at)) {
                    return endAt(at, at + terminator.length, true);
                }
                at++;
            } else if (b == '\n' && limit - at < IsaReading.WINDOW && fill()) {
                at = start + done;
            } else if (b == '\n' && IsaReading.beginsAt(window, at + 1, limit)) {
                return endAt(at, at + 1, false);
            } else {
                at++;
            }
        }
    }

    private void addElement(int at) {
        if (elementCount == elements.length) {
            elements = Arrays.copyOf(elements, elementCount * 2);
        }
        elements[elementCount++] = at;
    }

    /** BIN02 has as many bytes as BIN01 says, whatever they are; returns where the byte after it is. */
    private int skipBinary(int at) throws IOException {
        String count = Text.decode(window, elements[0], at - 1);
        if (!count.matches("\\d{1,9}")) {
            return at;
        }
        int done = at - start;
        int wanted = done + Integer.parseInt(count);
        while (limit - start < wanted && limit - start <= segmentLimit && fill()) {
            // The window grows until all of the binary data, or what there is of it, is in it.
        }
        return Math.min(start + wanted, limit);
    }

    private boolean matches(int at) {
        if (at + terminator.length > limit) {
            return false;
        }
        for (int i = 1; i < terminator.length; i++) {
            if (window[at + i] != terminator[i]) {
                return false;
            }
        }
        return true;
    }

    private Token endAt(int segmentEnd, int next, boolean withTerminator) {
        end = segmentEnd;
        position = next;
        terminated = withTerminator;
        if (end - start > segmentLimit) {
            keepIdentifier();
            return Token.OVERSIZED;
        }
        if (!withTerminator) {
            trimFiller();
            return end == start ? Token.END : Token.SEGMENT;
        }
        if (terminator[0] == '\n' && end > start && window[end - 1] == '\r') {
            end--;
            dropElementsBeyondEnd();
        }
        return end == start ? Token.EMPTY : Token.SEGMENT;
    }

    private void trimFiller() {
        while (end > start && isFiller(window[end - 1]) && window[end - 1] != elementSeparator) {
            end--;
        }
        dropElementsBeyondEnd();
    }

    private void dropElementsBeyondEnd() {
        while (elementCount > 0 && elements[elementCount - 1] > end) {
            elementCount--;
        }
    }

    /** Passes what is left of a segment that is too long for the window, without keeping it. */
    private Token discard() throws IOException {
        System.arraycopy(window, start, window, 0, OVERSIZED_KEPT);
        start = 0;
        end = OVERSIZED_KEPT;
        forgetBehindKept();
        int matched = 0;
        terminated = false;
        while (!terminated) {
            if (position == limit) {
                forgetBehindKept();
                if (!fill()) {
                    break;
                }
            }
            byte b = window[position++];
            matched = b == terminator[matched] ? matched + 1 : b == terminator[0] ? 1 : 0;
            terminated = matched == terminator.length;
        }
        keepIdentifier();
        return Token.OVERSIZED;
    }

    private void forgetBehindKept() {
        windowOffset += limit - OVERSIZED_KEPT;
        position = OVERSIZED_KEPT;
        limit = OVERSIZED_KEPT;
    }

    private void keepIdentifier() {
        int idEnd = start;
        while (idEnd < end && idEnd - start < OVERSIZED_KEPT && window[idEnd] != elementSeparator) {
            idEnd++;
        }
        end = idEnd;
        elementCount = 0;
    }

    private void skipFiller() throws IOException {
        while (has(1) && isFiller(window[position]) && window[position] != elementSeparator) {
            position++;
        }
    }

    /** True for bytes that mean nothing between segments: blanks, line ends, NUL and Control-Z. */
    static boolean isFiller(byte b) {
        return b == ' ' || b == '\t' || b == '\r' || b == '\n' || b == 0 || b == CONTROL_Z;
    }

    private boolean has(int count) throws IOException {
        need(count);
        return limit - position >= count;
    }

    private void need(int count) throws IOException {
        if (limit - position < count) {
            start = position;
            elementCount = 0;
            while (limit - position < count && fill()) {
                // More bytes come into the window, which may move.
            }
        }
    }

    /** Reads more bytes; those from {@code start} on stay in the window. False at the end of the file. */
    private boolean fill() throws IOException {
        if (endOfStream) {
            return false;
        }
        if (limit == window.length) {
            if (start > 0) {
                moveToFront();
            } else {
                window = Arrays.copyOf(window, window.length * 2);
            }
        }
        int count = in.read(window, limit, window.length - limit);
        if (count < 0) {
            endOfStream = true;
            return false;
        }
        limit += count;
        return true;
    }

    private void moveToFront() {
        int by = start;
        System.arraycopy(window, by, window, 0, limit - by);
        for (int i = 0; i < elementCount; i++) {
            elements[i] -= by;
        }
        windowOffset += by;
        position -= by;
        limit -= by;
        start = 0;
    }
}
