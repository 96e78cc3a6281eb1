package io.lotwire.inspect;

import io.lotwire.edi.segment.ByteSource;
import io.lotwire.edi.segment.Dialect;
import io.lotwire.edi.segment.Limits;
import io.lotwire.edi.segment.Mark;
import io.lotwire.edi.segment.SegmentCursor;
import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Places in a document, some 64 KB apart, from which its segments can be read without what is before them. Of a document of
 * 100 MB it takes 40 KB.
 */
public final class SegmentIndex {
    /** Bytes between two places: as many as a page has. */
    static final int SPACING = 1 << 16;

    private static final Start BEGINNING = new Start(Mark.BEGINNING, SetTracker.State.BEGINNING);

    private final List<Dialect> dialects = new ArrayList<>();
    private final List<SetTracker.State> states = new ArrayList<>();
    private final Map<Dialect, Integer> dialectNumbers = new HashMap<>();
    private final Map<SetTracker.State, Integer> stateNumbers = new HashMap<>();

    private long[] offsets = new long[16];
    private int[] numbers = new int[16];
    /** The dialect's number, doubled, and one more inside of an interchange. */
    private int[] dialectOf = new int[16];

    private int[] stateOf = new int[16];
    private int count;
    private int segments;

    private SegmentIndex() {}

    /** A place to begin at, and what must be known there. */
    record Start(Mark mark, SetTracker.State state) {}

    /** Goes through a document once. */
    static SegmentIndex of(SeekableByteChannel channel) throws IOException {
        SegmentIndex index = new SegmentIndex();
        SegmentCursor cursor = cursor(channel, BEGINNING, Long.MAX_VALUE);
        SetTracker tracker = new SetTracker(SetTracker.State.BEGINNING);
        long next = SPACING;
        while (cursor.next()) {
            tracker.take(cursor);
            if (cursor.nextOffset() >= next) {
                index.add(cursor.mark(), tracker.state());
                next = cursor.nextOffset() + SPACING;
            }
        }
        index.segments = cursor.number();
        return index;
    }

    /**
     * A cursor that begins at a place, and stops at all segments, however long.
     *
     * @param most how many bytes from there on it may read
     */
    static SegmentCursor cursor(SeekableByteChannel channel, Start start, long most) throws IOException {
        ByteSource source = ByteSource.from(channel, start.mark.offset(), most);
        return SegmentCursor.from(source, Limits.USUAL, start.mark).showingOversized();
    }

    private void add(Mark mark, SetTracker.State state) {
        if (count == offsets.length) {
            offsets = Arrays.copyOf(offsets, count * 2);
            numbers = Arrays.copyOf(numbers, count * 2);
            dialectOf = Arrays.copyOf(dialectOf, count * 2);
            stateOf = Arrays.copyOf(stateOf, count * 2);
        }
        offsets[count] = mark.offset();
        numbers[count] = mark.number();
        dialectOf[count] = number(mark.dialect(), dialects, dialectNumbers) * 2 + (mark.inInterchange() ? 1 : 0);
        stateOf[count] = number(state, states, stateNumbers);
        count++;
    }

    private static <T> int number(T thing, List<T> all, Map<T, Integer> numbers) {
        return numbers.computeIfAbsent(thing, each -> {
            all.add(each);
            return all.size() - 1;
        });
    }

    /** How many segments the document has. */
    public int segments() {
        return segments;
    }

    /** The last place at an offset or before it. */
    Start before(long offset) {
        int found = Arrays.binarySearch(offsets, 0, count, offset);
        return at(found >= 0 ? found : -found - 2);
    }

    /** The last place before a segment. */
    Start beforeSegment(int number) {
        int found = Arrays.binarySearch(numbers, 0, count, number - 1);
        return at(found >= 0 ? found : -found - 2);
    }

    private Start at(int place) {
        if (place < 0) {
            return BEGINNING;
        }
        int dialect = dialectOf[place];
        Mark mark = new Mark(offsets[place], numbers[place], dialects.get(dialect / 2), dialect % 2 == 1);
        return new Start(mark, states.get(stateOf[place]));
    }

    /** The place before all segments, for which nobody needs an index. */
    static Start beginning() {
        return BEGINNING;
    }
}
