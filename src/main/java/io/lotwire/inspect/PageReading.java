package io.lotwire.inspect;

import io.lotwire.edi.segment.Limits;
import io.lotwire.edi.segment.Segment;
import io.lotwire.edi.segment.SegmentCursor;
import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.OptionalLong;

/** Reads pages of a document. */
final class PageReading {
    private final Content content;
    private final int most;

    PageReading(Content content, int most) {
        this.content = content;
        this.most = Math.max(1, Math.min(most, SegmentPage.MOST_SEGMENTS));
    }

    /** The page from an offset on. */
    SegmentPage at(long offset) throws IOException {
        try (SeekableByteChannel channel = content.open()) {
            SegmentIndex.Start start = startBefore(offset);
            List<SegmentLine> lines = new ArrayList<>();
            OptionalLong next = fill(channel, start, offset, SegmentPage.MOST_BYTES, lines);
            if (lines.isEmpty()) {
                // One segment alone has more bytes than a page, or there is none so near.
                next = fill(channel, start, offset, Long.MAX_VALUE, lines);
            }
            long from = lines.isEmpty() ? offset : lines.get(0).from();
            return new SegmentPage(lines, content.size(), before(from), next);
        }
    }

    /**
     * Adds the segments of a page.
     *
     * @param within how many bytes from the offset on may be read
     * @return where the next page begins; empty when there is none
     */
    private OptionalLong fill(
            SeekableByteChannel channel, SegmentIndex.Start start, long offset, long within, List<SegmentLine> lines)
            throws IOException {
        long bound = within == Long.MAX_VALUE ? content.size() : Math.min(content.size(), offset + within);
        boolean isEnd = bound == content.size();
        SegmentCursor cursor =
                SegmentIndex.cursor(channel, start, bound - start.mark().offset());
        SetTracker tracker = new SetTracker(start.state());
        while (cursor.next()) {
            tracker.take(cursor);
            if (cursor.nextOffset() <= offset) {
                continue;
            }
            boolean isSure = isEnd || cursor.nextOffset() + SegmentCursor.LOOK_AHEAD <= bound;
            boolean isFull = lines.size() == most
                    || (!lines.isEmpty() && cursor.endOffset() - lines.get(0).from() > SegmentPage.MOST_BYTES);
            if (!isSure || isFull) {
                return OptionalLong.of(cursor.offset());
            }
            lines.add(line(channel, cursor, tracker.kind(), SegmentPage.MOST_OF_SEGMENT));
        }
        return isEnd ? OptionalLong.empty() : OptionalLong.of(bound);
    }

    /** The cursor reads on where it was, so that the place in the channel is kept. */
    private static SegmentLine line(SeekableByteChannel channel, SegmentCursor cursor, SetKind kind, int mostBytes)
            throws IOException {
        long length = cursor.endOffset() - cursor.offset();
        Segment segment;
        if (cursor.isOversized() || length > mostBytes) {
            long place = channel.position();
            segment = cursor.segment(
                    Content.read(channel, cursor.offset(), cursor.offset() + Math.min(length, mostBytes)));
            channel.position(place);
        } else {
            segment = cursor.segment();
        }
        return new SegmentLine(cursor.number(), cursor.offset(), cursor.endOffset(), kind, segment);
    }

    /** The segment at an offset, cut only where it is beyond the limit of all reading. */
    SegmentLine whole(SeekableByteChannel channel, long offset) throws IOException {
        SegmentIndex.Start start = startBefore(offset);
        SegmentCursor cursor = SegmentIndex.cursor(channel, start, Long.MAX_VALUE);
        SetTracker tracker = new SetTracker(start.state());
        while (cursor.next()) {
            tracker.take(cursor);
            if (cursor.nextOffset() > offset) {
                return line(channel, cursor, tracker.kind(), Limits.USUAL.segmentBytes());
            }
        }
        throw new NoSuchElementException("no segment at byte " + offset);
    }

    /** Where a segment begins; empty when there is none of this number. */
    OptionalLong offsetOf(int number) throws IOException {
        try (SeekableByteChannel channel = content.open()) {
            SegmentIndex.Start start = content.index().beforeSegment(number);
            SegmentCursor cursor = SegmentIndex.cursor(channel, start, Long.MAX_VALUE);
            while (cursor.next()) {
                if (cursor.number() == number) {
                    return OptionalLong.of(cursor.offset());
                }
            }
            return OptionalLong.empty();
        }
    }

    /** Where the page begins that ends before an offset; empty when no segment stands before it. */
    OptionalLong before(long offset) throws IOException {
        if (offset == 0) {
            return OptionalLong.empty();
        }
        try (SeekableByteChannel channel = content.open()) {
            long[] offsets = new long[most];
            int passed = 0;
            // As many bytes as are surely read for a page.
            long earliest = offset - SegmentPage.MOST_BYTES + SegmentCursor.LOOK_AHEAD;
            SegmentCursor cursor = SegmentIndex.cursor(channel, startBefore(earliest), Long.MAX_VALUE);
            while (cursor.next() && cursor.offset() < offset) {
                offsets[passed++ % most] = cursor.offset();
            }
            if (passed == 0) {
                return OptionalLong.empty();
            }
            long begin = offsets[(passed - 1) % most];
            for (int back = 2; back <= Math.min(passed, most); back++) {
                long earlier = offsets[(passed - back) % most];
                begin = earlier >= earliest ? earlier : begin;
            }
            return OptionalLong.of(begin);
        }
    }

    /** Near the beginning no index is needed. */
    private SegmentIndex.Start startBefore(long offset) throws IOException {
        return offset <= SegmentIndex.SPACING
                ? SegmentIndex.beginning()
                : content.index().before(offset);
    }
}
