package io.lotwire.web.page;

import io.lotwire.inspect.ElementView;
import io.lotwire.inspect.SegmentLine;
import io.lotwire.inspect.SegmentView;
import io.lotwire.ledger.StoredProblem;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A segment as a page shows it.
 *
 * @param view it taken apart
 * @param pieces its text, in pieces: elements, and what stands between them
 */
record SegmentShown(SegmentView view, List<Piece> pieces) {
    /**
     * A piece of the text.
     *
     * @param text the characters
     * @param element what it is; empty for what stands between elements
     * @param links which values came from it
     * @param unread whether nobody reads it
     */
    record Piece(String text, Optional<ElementView> element, String links, boolean unread) {
        /** What it is, in words: its name, and what its code means. */
        public String getTitle() {
            return element.map(SegmentShown::words).orElse("") + (unread ? " (not read by the mapping)" : "");
        }

        /** Whether something is wrong with it. */
        public boolean isWrong() {
            return element.filter(each -> !each.problems().isEmpty()).isPresent();
        }
    }

    /**
     * That of a segment.
     *
     * @param bytes some bytes of the document in which it is
     * @param begin where in the document they begin
     * @param values which values came from which bytes
     */
    static SegmentShown of(SegmentView view, byte[] bytes, long begin, Values values) {
        List<ElementView> elements = new ArrayList<>(view.elements());
        elements.sort(Comparator.comparingLong(ElementView::from));
        long end = view.line().from()
                + Math.min(view.line().length(), view.line().segment().length());
        List<Piece> pieces = new ArrayList<>();
        long at = view.line().from();
        for (ElementView element : elements) {
            if (element.from() >= at && element.to() <= end && element.to() > element.from()) {
                between(pieces, bytes, at - begin, element.from() - begin);
                pieces.add(new Piece(
                        text(bytes, element.from() - begin, element.to() - begin),
                        Optional.of(element),
                        values.links(view.line().number(), element),
                        values.isUnread(view.line().number(), element)));
                at = element.to();
            }
        }
        between(pieces, bytes, at - begin, end - begin);
        return new SegmentShown(view, pieces);
    }

    private static void between(List<Piece> pieces, byte[] bytes, long from, long to) {
        String text = text(bytes, from, to);
        if (!text.isEmpty()) {
            pieces.add(new Piece(text, Optional.empty(), "", false));
        }
    }

    private static String text(byte[] bytes, long from, long to) {
        int last = (int) Math.min(to, bytes.length);
        return from < last
                ? new String(bytes, (int) from, last - (int) from, StandardCharsets.UTF_8).replaceAll("\\p{Cntrl}", "")
                : "";
    }

    private static String words(ElementView element) {
        return Stream.of(
                        element.name().orElse("no name for it here"),
                        element.meaning().orElse(element.coded() ? "no words for this code" : ""))
                .filter(words -> !words.isEmpty())
                .collect(Collectors.joining(": "));
    }

    /** Its line. */
    public SegmentLine getLine() {
        return view.line();
    }

    /** How an element is called, such as {@code N103} or {@code LIN03.2}. */
    public String reference(ElementView element) {
        return view.line().id()
                + String.format(Locale.ROOT, "%02d", element.element())
                + (element.component() > 0 ? "." + element.component() : "")
                + (element.repetition() > 1 ? " repetition " + element.repetition() : "");
    }

    /** All that is wrong with it and its elements. */
    public List<StoredProblem> getProblems() {
        return Stream.concat(
                        view.problems().stream(), view.elements().stream().flatMap(each -> each.problems().stream()))
                .toList();
    }

    /** {@code bad}, {@code warn} or nothing. */
    public String getTone() {
        return getProblems().isEmpty()
                ? ""
                : getProblems().stream().anyMatch(problem -> problem.severity().equals("error")) ? "bad" : "warn";
    }
}
