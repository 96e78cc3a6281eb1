package io.lotwire.edi.segment;

import io.lotwire.edi.bytes.Count;
import io.lotwire.edi.bytes.EightBytes;
import io.lotwire.edi.bytes.Text;
import java.io.IOException;
import java.util.Arrays;

/**
 * Cuts a stream of bytes into segments and elements. It keeps one window on the stream and allocates nothing per segment
 * or element.
 */
public final class Tokenizer {
    /** What {@link #next} came upon. */
    public enum Token {
        SEGMENT,
        /** Nothing between two terminators. */
        EMPTY,
        /** A segment beyond the limit: only its identifier is there, and no element. */
        OVERSIZED,
        /** The next interchange begins here. */
        INTERCHANGE,
        END
    }

    /** Takes the bytes between interchanges. */
    public interface Skipped {
        void take(byte b, long offset);
    }

    /** Bytes of a segment beyond the limit that are kept to tell what it is. */
    private static final int IDENTIFIER = 16;

    /** Bytes that are in the window beyond those looked at, so that an ISA can be told from data. */
    static final int AHEAD = IsaReading.WINDOW + Window.SLACK;

    private static final int CONTROL_Z = 0x1A;

    private final Window window;
    private final int segmentLimit;
    private int position;

    private Dialect dialect;
    private DelimiterScan scan;
    private boolean releases;
    private byte elementSeparator;
    private byte[] terminator;

    private byte[] bytes;
    private int start;
    private int end;
    private long segmentOffset;

    /** Where each element begins, and behind them where one would begin after the segment's end. */
    private int[] elements = new int[64];

    private int elementCount;
    private boolean terminated;
    private boolean plain;
    private int id;
    private int headerLength;
    private boolean blanksAtHeader;
    private HeaderFault headerFault;

    public Tokenizer(ByteSource source, Limits limits) {
        this(new Window(source), limits.segmentBytes(), Dialect.USUAL);
    }

    /** A tokenizer that goes on from a mark; the source gives the bytes from there on. */
    Tokenizer(ByteSource source, Limits limits, Mark mark) {
        this(new Window(source, mark.offset()), limits.segmentBytes(), mark.dialect());
    }

    private Tokenizer(Window window, int segmentLimit, Dialect dialect) {
        this.window = window;
        this.segmentLimit = segmentLimit;
        use(dialect);
    }

    /** A tokenizer for segments in memory that were within the limits; {@link #rewind} says which. */
    static Tokenizer over(SegmentBytes view) {
        return new Tokenizer(Window.on(view.bytes()), Integer.MAX_VALUE, view.dialect());
    }

    /** Goes to a place of the bytes in memory, as if they ended at another. */
    void rewind(int from, int to) {
        window.endAt(to);
        position = from;
    }

    private void use(Dialect read) {
        dialect = read;
        Delimiters found = read.delimiters();
        scan = new DelimiterScan(found);
        releases = found.release() != Delimiters.NONE;
        elementSeparator = (byte) found.element();
        terminator = new byte[found.segment().length()];
        for (int i = 0; i < terminator.length; i++) {
            terminator[i] = (byte) found.segment().charAt(i);
        }
    }

    /** The bytes that the places of the current segment are places in. */
    public byte[] bytes() {
        return bytes;
    }

    /** First byte of the current segment. */
    int start() {
        return start;
    }

    /** The byte after the current segment's last. */
    int end() {
        return end;
    }

    public int elementCount() {
        return elementCount;
    }

    /** Where an element begins, counted from 1. */
    public int elementStart(int element) {
        return elements[element - 1];
    }

    /** The byte after an element's last, without the blanks at its end, which carry no meaning (X12.6, ISO 9735). */
    public int elementEnd(int element) {
        int to = elements[element] - 1;
        return bytes[to - 1] == ' '
                ? TrailingBlanks.before(
                        bytes, elements[element - 1], to, dialect.delimiters().release())
                : to;
    }

    /** The same with those blanks. */
    public int filledEnd(int element) {
        return elements[element] - 1;
    }

    /** Byte offset of the current segment in the file. */
    public long offset() {
        return segmentOffset;
    }

    /** Byte offset in the file of what comes after the current segment and its terminator. */
    long nextOffset() {
        return window.offset() + position;
    }

    /** Byte offset in the file of the terminator that the current segment was passed to, or of the file's end. */
    long passedOffset() {
        return nextOffset() - (terminated ? terminator.length : 0);
    }

    /** True when a terminator follows the current segment. */
    public boolean isTerminated() {
        return terminated;
    }

    /**
     * True when the current segment holds nothing but visible ASCII characters and blanks, none of which separates
     * components or repetitions.
     */
    public boolean isPlain() {
        return plain;
    }

    public Delimiters delimiters() {
        return dialect.delimiters();
    }

    public Dialect dialect() {
        return dialect;
    }

    /** The current segment's identifier, as {@link SegmentId} packs it. */
    public int id() {
        return id;
    }

    /** Copies the current segment, which has this number in its file and this position in its set, both from 1. */
    public Segment copy(int number, int positionInSet) {
        SegmentBytes copy = new SegmentBytes(
                Arrays.copyOfRange(bytes, start, end + Window.SLACK),
                segmentOffset,
                dialect,
                number - positionInSet + 1);
        return new Segment(copy, 0, end - start, positionInSet);
    }

    /** Gives the bytes from the current segment on to a keeper. */
    public void startKeeping(SetBytes keeper) {
        keeper.begin(segmentOffset);
        window.startKeeping(start, keeper);
    }

    /** Gives the keeper the current segment, with its terminator, and no more. */
    public void stopKeeping() throws IOException {
        window.stopKeeping(position);
    }

    /** Gives the keeper what comes before the current segment, and no more. */
    public void stopKeepingBefore() throws IOException {
        window.stopKeeping(start);
    }

    /** The first bytes of the file, to tell what it is when it holds no interchange. */
    public byte[] peek(int count) throws IOException {
        need(count);
        return Arrays.copyOfRange(window.bytes(), position, Math.min(window.limit(), position + count));
    }

    /**
     * Goes on to where an interchange may begin.
     *
     * @param skipped takes each byte that stands before it
     * @return false at the end of the file
     */
    public boolean seekInterchange(Skipped skipped) throws IOException {
        while (true) {
            need(4);
            if (InterchangeStart.mayBeAt(window.bytes(), position, window.limit())) {
                return true;
            }
            if (position == window.limit()) {
                return false;
            }
            skipped.take(window.bytes()[position], window.offset() + position);
            position++;
        }
    }

    /**
     * Reads the ISA, or the UNA and UNB, at the current position and takes its delimiters.
     *
     * @return false when it is not complete: only its identifier has been passed then
     */
    public boolean openInterchange() throws IOException {
        need(IsaReading.WINDOW);
        return window.bytes()[position] == 'I' ? openIsa() : openUnb();
    }

    private boolean openIsa() {
        IsaReading isa = IsaReading.at(window.bytes(), position, window.limit());
        begin();
        plain = false;
        id = SegmentId.ISA;
        headerLength = isa.lengthWithoutLineEnds();
        blanksAtHeader = isa.hasBlanks();
        if (!isa.isComplete()) {
            headerFault = isa.fault();
            use(Dialect.USUAL);
            passIdentifier();
            return false;
        }
        end = isa.end();
        elementCount = isa.elements.length;
        System.arraycopy(isa.elements, 0, elements, 0, elementCount);
        elements[elementCount] = end + 1;
        use(Dialect.x12(isa.delimiters()));
        terminated = true;
        position = isa.next();
        return true;
    }

    private boolean openUnb() throws IOException {
        UnbReading unb = UnbReading.at(window.bytes(), position, window.limit());
        if (unb.delimiters() != null) {
            position = unb.start();
            use(Dialect.edifact(unb.delimiters(), unb.level()));
            begin();
            if (cut() == Token.SEGMENT && terminated && elementCount >= UnbReading.LEAST_ELEMENTS) {
                return true;
            }
            headerFault = new HeaderFault(
                    0,
                    0,
                    terminated
                            ? "The UNB has " + elementCount + " of its first five elements, which must be there, so the"
                                    + " interchange cannot be read; send it again whole."
                            : "The UNB has no terminator, so the interchange cannot be read; send it again whole.");
            position = start;
        } else {
            headerFault = unb.fault();
        }
        begin();
        use(new Dialect(Syntax.EDIFACT, Delimiters.EDIFACT, null));
        boolean advice = bytes[start + 2] == 'A';
        passIdentifier();
        if (advice) {
            passUnb();
        }
        return false;
    }

    private void passIdentifier() {
        id = SegmentId.of(bytes, start, start + 3);
        end = start + 3;
        position += 3;
    }

    /** Passes the UNB of an UNA that cannot be read: it cannot be, either. */
    private void passUnb() {
        byte[] all = window.bytes();
        int most = Math.min(window.limit() - 3, position + UnaFaults.NEAR);
        for (int at = position; at < most; at++) {
            if (all[at] == 'U' && all[at + 1] == 'N' && all[at + 2] == 'B') {
                position = at + 3;
                return;
            }
        }
    }

    /** Why {@link #openInterchange} found no complete header. */
    public HeaderFault headerFault() {
        return headerFault;
    }

    /** True when blanks stand beside the terminator of the ISA. */
    public boolean hasBlanksAtHeader() {
        return blanksAtHeader;
    }

    /** Bytes of the current ISA without its terminator and without line ends that wrap it. */
    public int headerLength() {
        return headerLength;
    }

    private void begin() {
        bytes = window.bytes();
        start = position;
        segmentOffset = window.offset() + start;
        elementCount = 0;
    }

    /** Goes on to the next segment of the interchange. */
    public Token next() throws IOException {
        do {
            skipFiller();
        } while (position == window.limit() && need(1));
        if (position == window.limit()) {
            return Token.END;
        }
        byte first = window.bytes()[position];
        if (first == 'I' || first == 'U') {
            need(IsaReading.WINDOW);
            if (InterchangeStart.isAt(window.bytes(), position, window.limit())) {
                return Token.INTERCHANGE;
            }
        }
        begin();
        return cut();
    }

    private void skipFiller() {
        byte[] all = window.bytes();
        int limit = window.limit();
        int at = position;
        while (at < limit && isFiller(all[at]) && all[at] != elementSeparator) {
            at++;
        }
        position = at;
    }

    /** True for bytes that mean nothing between segments: blanks, line ends, NUL and Control-Z. */
    public static boolean isFiller(byte b) {
        return b <= ' ' && (b == ' ' || b == '\t' || b == '\r' || b == '\n' || b == 0 || b == CONTROL_Z);
    }

    private Token cut() throws IOException {
        // Fields that do not change while a segment is cut, in reach of the loop.
        final DelimiterScan delimiters = scan;
        final byte separator = elementSeparator;
        final boolean releasing = releases;
        byte[] all = bytes;
        int[] places = elements;
        int at = start;
        int count = 0;
        long odd = 0;
        boolean released = false;
        boolean mayBeBinary = start < window.limit() && bytes[start] == 'B';
        while (true) {
            int limit = window.limit();
            if (limit - at < AHEAD && !window.hasEnded()) {
                elementCount = count;
                if (at - start > segmentLimit) {
                    return discard(at, 0, released);
                }
                at -= fill();
                all = bytes;
                continue;
            }
            if (at >= limit) {
                elementCount = count;
                return endAt(limit, limit, false, odd);
            }
            long word = EightBytes.at(all, at);
            long hits = delimiters.delimiters(word);
            long oddHere = delimiters.odd(word) & ~hits;
            if (releasing) {
                long marks = delimiters.releases(word);
                long without = DelimiterScan.released(marks, released);
                released = DelimiterScan.lastReleases(marks, without);
                hits &= ~without;
                oddHere |= marks;
            }
            if (limit - at < Long.BYTES) {
                long meaningful = (1L << ((limit - at) << 3)) - 1;
                hits &= meaningful;
                oddHere &= meaningful;
            }
            int next = at + Long.BYTES;
            while (hits != 0) {
                int hit = at + (Long.numberOfTrailingZeros(hits) >>> 3);
                if (all[hit] == separator) {
                    places[count++] = hit + 1;
                    if (count == places.length) {
                        places = Arrays.copyOf(places, count * 2);
                        elements = places;
                    }
                    if (mayBeBinary && count == 2 && isBinary()) {
                        elementCount = count;
                        long binary = binaryCount();
                        if (binary > segmentLimit) {
                            return discard(hit + 1, binary, false);
                        }
                        next = afterBinary(hit + 1, (int) binary);
                        all = bytes;
                        break;
                    }
                } else if (isTerminator(hit)) {
                    oddHere &= Long.lowestOneBit(hits) - 1;
                    int lineEnd = lineEndBeforeInterchange(at, oddHere);
                    elementCount = count;
                    return lineEnd < 0
                            ? endAt(hit, hit + terminator.length, true, odd | oddHere)
                            : endAt(lineEnd, lineEnd + 1, false, odd);
                }
                hits &= hits - 1;
            }
            int lineEnd = lineEndBeforeInterchange(at, oddHere);
            if (lineEnd >= 0) {
                elementCount = count;
                return endAt(lineEnd, lineEnd + 1, false, odd);
            }
            odd |= oddHere;
            at = next;
        }
    }

    private boolean isBinary() {
        return SegmentId.of(bytes, start, elements[0] - 1) == SegmentId.BIN;
    }

    private boolean isTerminator(int at) {
        if (at + terminator.length > window.limit()) {
            return false;
        }
        for (int i = 1; i < terminator.length; i++) {
            if (bytes[at + i] != terminator[i]) {
                return false;
            }
        }
        return true;
    }

    /** The line end among some odd bytes that an interchange follows; -1 when there is none. */
    private int lineEndBeforeInterchange(int at, long odd) {
        for (long left = odd; left != 0; left &= left - 1) {
            int place = at + (Long.numberOfTrailingZeros(left) >>> 3);
            if (bytes[place] == '\n' && InterchangeStart.isAt(bytes, place + 1, window.limit())) {
                return place;
            }
        }
        return -1;
    }

    /** How many bytes BIN02 has, as BIN01 says; 0 when that is no number. */
    private long binaryCount() {
        String count = Text.decode(bytes, elements[0], elements[1] - 1);
        return Math.max(Count.of(count), 0);
    }

    /** The place after some bytes of any kind, or where the file ends. */
    private int afterBinary(int from, int count) throws IOException {
        int at = from;
        while (window.limit() - at < count && !window.hasEnded()) {
            at -= fill();
        }
        return Math.min(at + count, window.limit());
    }

    private Token endAt(int segmentEnd, int next, boolean withTerminator, long odd) {
        end = segmentEnd;
        position = next;
        terminated = withTerminator;
        plain = odd == 0;
        if (end - start > segmentLimit) {
            keepIdentifier();
            return Token.OVERSIZED;
        }
        if (!withTerminator) {
            trimFiller();
        } else if (terminator[0] == '\n' && end > start && bytes[end - 1] == '\r') {
            end--;
            dropElementsBeyondEnd();
        }
        if (end == start) {
            return withTerminator ? Token.EMPTY : Token.END;
        }
        elements[elementCount] = end + 1;
        id = SegmentId.of(bytes, start, elements[0] - 1);
        return Token.SEGMENT;
    }

    private void trimFiller() {
        while (end > start && isFiller(bytes[end - 1]) && bytes[end - 1] != elementSeparator) {
            end--;
        }
        dropElementsBeyondEnd();
    }

    private void dropElementsBeyondEnd() {
        while (elementCount > 0 && elements[elementCount - 1] > end) {
            elementCount--;
        }
    }

    /**
     * Passes what is left of a segment that is too long for the window, without keeping it. It ends where it would if it were
     * short.
     *
     * @param from how far it was looked at
     * @param binary bytes from there on in which no terminator is looked for
     * @param released whether the byte there takes its meaning from a release character before it
     */
    private Token discard(int from, long binary, boolean released) throws IOException {
        end = Math.min(start + IDENTIFIER, window.limit());
        bytes = Arrays.copyOfRange(bytes, start, end);
        end -= start;
        start = 0;
        byte release = (byte) dialect.delimiters().release();
        boolean meaningless = released;
        int at = from;
        long left = binary;
        int matched = 0;
        terminated = false;
        while (!terminated) {
            while (window.limit() - at < AHEAD && !window.hasEnded()) {
                at -= Math.max(window.fill(at), 0);
            }
            if (at == window.limit()) {
                break;
            }
            if (left > 0) {
                int passed = (int) Math.min(left, window.limit() - at);
                at += passed;
                left -= passed;
                continue;
            }
            byte b = window.bytes()[at++];
            if (b == '\n' && terminator[0] != '\n' && InterchangeStart.isAt(window.bytes(), at, window.limit())) {
                break;
            }
            if (meaningless) {
                meaningless = false;
            } else if (releases && b == release) {
                meaningless = true;
            } else {
                matched = b == terminator[matched] ? matched + 1 : b == terminator[0] ? 1 : 0;
                terminated = matched == terminator.length;
            }
        }
        position = at;
        keepIdentifier();
        return Token.OVERSIZED;
    }

    private void keepIdentifier() {
        int idEnd = start;
        while (idEnd < end && idEnd - start < IDENTIFIER && bytes[idEnd] != elementSeparator) {
            idEnd++;
        }
        end = idEnd;
        elementCount = 0;
        id = SegmentId.of(bytes, start, end);
    }

    /** Has this many bytes from the current position on in the window; false when the file ends before. */
    private boolean need(int count) throws IOException {
        while (window.limit() - position < count && !window.hasEnded()) {
            position -= Math.max(window.fill(position), 0);
        }
        return window.limit() - position >= count;
    }

    /** Reads more bytes behind the current segment's; returns by how many places they moved. */
    private int fill() throws IOException {
        int moved = Math.max(window.fill(start), 0);
        bytes = window.bytes();
        start -= moved;
        position -= moved;
        for (int i = 0; i < elementCount; i++) {
            elements[i] -= moved;
        }
        return moved;
    }
}
