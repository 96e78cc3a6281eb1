package io.lotwire.web.page;

import io.lotwire.inspect.Content;
import io.lotwire.inspect.ElementNames;
import io.lotwire.inspect.LinePage;
import io.lotwire.inspect.Opened;
import io.lotwire.inspect.ProblemsInPlace;
import io.lotwire.inspect.SegmentLine;
import io.lotwire.inspect.SegmentPage;
import io.lotwire.inspect.TextLine;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * Some of the bytes of a document, as a page shows them.
 *
 * @param sentence why there are none; {@code ""} where there are
 * @param segments its segments, of EDI
 * @param lines its lines, of what is not EDI
 * @param previous the address of what stands before; {@code ""} at the beginning
 * @param next the address of what follows; {@code ""} at the end
 * @param last the address of the end; {@code ""} where this is all
 * @param values which values of lot events came from it
 */
record BytesShown(
        String sentence,
        List<SegmentShown> segments,
        List<TextLine> lines,
        String previous,
        String next,
        String last,
        Values values) {
    /** Asks which values came from the segments of a page. */
    @FunctionalInterface
    interface Asking {
        /** Asks of nothing. */
        Asking NOTHING = (content, page) -> Values.NONE;

        Values of(Content content, SegmentPage page) throws IOException;
    }

    /** For the last page. */
    static final String END = "end";

    /**
     * Where they begin.
     *
     * @param at a byte, or {@link #END}; null for the first
     * @param segment the number of a segment, which goes before; null for none
     */
    record Begin(String at, String segment) {
        private SegmentPage page(Content content) throws IOException {
            int number = Numbers.of(segment, 0);
            if (number > 0) {
                return withWhole(content, SegmentPage.ofSegment(content, number, SegmentPage.MOST_SEGMENTS));
            }
            return END.equals(at)
                    ? SegmentPage.last(content, SegmentPage.MOST_SEGMENTS)
                    : SegmentPage.of(content, offset(), SegmentPage.MOST_SEGMENTS);
        }

        private long offset() {
            return Numbers.of(at, 0L);
        }

        /** The segment that was asked for is shown as a whole. */
        private static SegmentPage withWhole(Content content, SegmentPage page) throws IOException {
            if (page.lines().isEmpty() || !page.lines().get(0).isCut()) {
                return page;
            }
            List<SegmentLine> lines = new ArrayList<>(page.lines());
            lines.set(0, SegmentPage.whole(content, lines.get(0)));
            return new SegmentPage(lines, page.size(), page.previous(), page.next());
        }
    }

    /** Where somebody may not see them. */
    static BytesShown hidden() {
        return not("You may not see the bytes of documents. An administrator can allow it.");
    }

    private static BytesShown not(String sentence) {
        return new BytesShown(sentence, List.of(), List.of(), "", "", "", Values.NONE);
    }

    /**
     * Those from some place on.
     *
     * @param begin that place
     * @param problems what is wrong in it
     * @param asking tells which values came from it
     * @param path the address of the page
     * @throws IOException when they cannot be read
     */
    static BytesShown of(
            Opened opened, Begin begin, ElementNames names, ProblemsInPlace problems, Asking asking, String path)
            throws IOException {
        if (opened instanceof Opened.Purged purged) {
            return not("They are not there any more: retention let them go at " + Words.moment(purged.at())
                    + ". Their size and SHA-256 stay.");
        }
        if (opened instanceof Opened.Missing) {
            return not("They should be in the archive, and are not: look whether its disk is there.");
        }
        Content content = ((Opened.There) opened).content();
        SegmentPage page = begin.page(content);
        return page.lines().isEmpty()
                ? lines(content, begin.offset(), path)
                : segments(content, page, names, problems, asking.of(content, page), path);
    }

    private static BytesShown segments(
            Content content, SegmentPage page, ElementNames names, ProblemsInPlace problems, Values values, String path)
            throws IOException {
        List<SegmentLine> lines = page.lines();
        long begin = lines.get(0).from();
        SegmentLine last = lines.get(lines.size() - 1);
        byte[] bytes = content.read(
                begin, last.from() + Math.min(last.length(), last.segment().length()));
        List<SegmentShown> segments = lines.stream()
                .map(line -> SegmentShown.of(names.view(line, problems), bytes, begin, values))
                .toList();
        return new BytesShown(
                "",
                segments,
                List.of(),
                address(path, page.previous()),
                address(path, page.next()),
                page.next().isPresent() ? path + "?at=" + END + "#bytes" : "",
                values);
    }

    private static BytesShown lines(Content content, long at, String path) throws IOException {
        LinePage page = LinePage.of(content, at, SegmentPage.MOST_SEGMENTS);
        return new BytesShown(
                content.size() == 0 ? "It is empty." : "",
                List.of(),
                page.lines(),
                address(path, page.previous()),
                address(path, page.next()),
                "",
                Values.NONE);
    }

    private static String address(String path, OptionalLong at) {
        return at.isPresent() ? path + "?at=" + at.getAsLong() + "#bytes" : "";
    }
}
