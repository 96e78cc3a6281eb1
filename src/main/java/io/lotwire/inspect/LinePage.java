package io.lotwire.inspect;

import java.io.IOException;
import java.util.List;
import java.util.OptionalLong;

/**
 * Some lines of a document that is no EDI, one after the other: of JSON lines, CSV, XML.
 *
 * @param lines the lines
 * @param size bytes of the document
 * @param previous where the page before begins, for {@link #of}; empty for the first page
 * @param next where the page behind begins, for {@link #of}; empty for the last page
 */
public record LinePage(List<TextLine> lines, long size, OptionalLong previous, OptionalLong next) {
    public LinePage {
        lines = List.copyOf(lines);
    }

    /**
     * The page that begins with the line at a place. What is before it is gone through for the number of its line.
     *
     * @param at a byte offset in the line; 0 for the first page
     * @param most how many lines, up to {@link SegmentPage#MOST_SEGMENTS}; a page has no more than {@link SegmentPage#MOST_BYTES} of
     *     text
     * @throws IOException when the bytes cannot be read
     */
    public static LinePage of(Content content, long at, int most) throws IOException {
        return new LineReading(content, Math.max(1, Math.min(most, SegmentPage.MOST_SEGMENTS))).at(Math.max(0, at));
    }
}
