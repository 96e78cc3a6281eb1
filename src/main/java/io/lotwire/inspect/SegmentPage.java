package io.lotwire.inspect;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.util.List;
import java.util.OptionalLong;

/**
 * Some segments of a document, one after the other. The first page is read without looking at what comes behind it; for others the
 * document is indexed once.
 *
 * @param lines the segments; none where nothing can be read as EDI from this place on
 * @param size bytes of the document
 * @param previous where the page before begins, for {@link #of}; empty for the first page
 * @param next where the page behind begins, for {@link #of}; empty for the last page
 */
public record SegmentPage(List<SegmentLine> lines, long size, OptionalLong previous, OptionalLong next) {
    /** The most segments of a page. */
    public static final int MOST_SEGMENTS = 200;

    /** The most bytes of a page; one of a single segment may have more. */
    public static final int MOST_BYTES = SegmentIndex.SPACING;

    /** The most bytes of a segment that are shown. */
    public static final int MOST_OF_SEGMENT = 4096;

    public SegmentPage {
        lines = List.copyOf(lines);
    }

    /**
     * The page that begins with the segment at a place, or the first one behind it.
     *
     * @param at a byte offset: that of a segment, or of a problem in it; 0 for the first page
     * @param most how many segments, up to {@link #MOST_SEGMENTS}
     * @throws IOException when the bytes cannot be read, never because of what is in them
     */
    public static SegmentPage of(Content content, long at, int most) throws IOException {
        return new PageReading(content, most).at(Math.max(0, at));
    }

    /**
     * The page that begins with a segment; the last page when there are fewer.
     *
     * @param number from 1
     */
    public static SegmentPage ofSegment(Content content, int number, int most) throws IOException {
        PageReading reading = new PageReading(content, most);
        OptionalLong found = reading.offsetOf(number);
        return found.isPresent() ? reading.at(found.getAsLong()) : last(content, most);
    }

    /** The page that ends with the last segment. */
    public static SegmentPage last(Content content, int most) throws IOException {
        PageReading reading = new PageReading(content, most);
        return reading.at(reading.before(content.size()).orElse(0));
    }

    /**
     * A segment as a whole, up to 1 MiB of it: what a page cuts.
     *
     * @param line of a page of the same content
     */
    public static SegmentLine whole(Content content, SegmentLine line) throws IOException {
        try (SeekableByteChannel channel = content.open()) {
            return new PageReading(content, 1).whole(channel, line.from());
        }
    }
}
