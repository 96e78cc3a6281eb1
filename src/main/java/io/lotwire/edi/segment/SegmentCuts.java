package io.lotwire.edi.segment;

import io.lotwire.edi.bytes.EightBytes;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * Finds the segments in bytes of a set that is in memory. Mostly their terminators are enough for that; where something
 * else can be meant by the same byte, the tokenizer tells.
 */
final class SegmentCuts {
    private final SegmentBytes in;
    private final byte[] bytes;
    private final byte terminator;
    private final long terminators;
    private final boolean terminatorsAreEnough;
    private int limit;
    private int at;
    private int start;
    private int end;
    private Tokenizer tokenizer;

    SegmentCuts(SegmentBytes in) {
        this.in = in;
        bytes = in.bytes();
        Delimiters delimiters = in.delimiters();
        char last = delimiters.segment().charAt(0);
        terminator = (byte) last;
        terminators = EightBytes.each(last);
        terminatorsAreEnough = delimiters.segment().length() == 1
                && delimiters.release() == Delimiters.NONE
                && !Tokenizer.isFiller((byte) delimiters.element());
    }

    /** Goes to a place of the bytes, as if they ended at another. */
    void rewind(int from, int to) {
        at = from;
        limit = to;
    }

    /** Goes on to the next segment; false when there is none. */
    boolean next() {
        if (terminatorsAreEnough) {
            while (at < limit && (Tokenizer.isFiller(bytes[at]) || bytes[at] == terminator)) {
                at++;
            }
            if (at >= limit) {
                return false;
            }
            int found = isBinary() ? limit : nextTerminator();
            if (found < limit) {
                start = at;
                end = terminator == '\n' && bytes[found - 1] == '\r' ? found - 1 : found;
                at = found + 1;
                return true;
            }
        }
        return nextToken();
    }

    private boolean isBinary() {
        return bytes[at] == 'B' && limit - at > 3 && bytes[at + 1] == 'I' && bytes[at + 2] == 'N';
    }

    private int nextTerminator() {
        for (int word = at; word < limit; word += Long.BYTES) {
            long marks = EightBytes.marks(EightBytes.at(bytes, word), terminators);
            if (marks != 0) {
                return word + (Long.numberOfTrailingZeros(marks) >>> 3);
            }
        }
        return limit;
    }

    private boolean nextToken() {
        if (tokenizer == null) {
            tokenizer = Tokenizer.over(in);
        }
        tokenizer.rewind(at, limit);
        try {
            Tokenizer.Token token = tokenizer.next();
            while (token == Tokenizer.Token.EMPTY) {
                token = tokenizer.next();
            }
            start = tokenizer.start();
            end = tokenizer.end();
            at = (int) tokenizer.nextOffset();
            return token != Tokenizer.Token.END;
        } catch (IOException memoryCanAlwaysBeRead) {
            throw new UncheckedIOException(memoryCanAlwaysBeRead);
        }
    }

    /** The current segment's identifier, as {@link SegmentId} packs it. */
    int id() {
        return in.id(start, end);
    }

    /**
     * The current segment.
     *
     * @param position its position in the set, from 1
     */
    Segment segment(int position) {
        return new Segment(in, start, end, position);
    }
}
