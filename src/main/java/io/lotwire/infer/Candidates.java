package io.lotwire.infer;

import io.lotwire.edi.grammar.ElementRule;
import io.lotwire.edi.grammar.ElementType;
import io.lotwire.edi.grammar.ElementUse;
import io.lotwire.edi.grammar.Grammar;
import io.lotwire.edi.grammar.SegmentRule;
import io.lotwire.edi.segment.Segment;
import io.lotwire.edi.segment.Syntax;
import io.lotwire.edi.tree.Loop;
import io.lotwire.edi.tree.TransactionSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Looks through the goods of a set for values that could be lots or dates of lots, and that the mapping did not take. */
final class Candidates {
    /** Levels that hold goods, but state none: shipment and order (X12 HL03). */
    private static final Set<String> ABOVE_GOODS = Set.of("S", "O");

    /** Loops of parties, whose references are theirs. */
    private static final Set<String> PARTIES = Set.of("N1", "NM1", "NAD");

    /** Segments whose values have qualifiers of their own, or are told by another question. */
    private static final Set<String> QUALIFIED = Set.of("REF", "N9", "DTM", "G62", "MAN", "MEA", "PKG", "TD1");

    /**
     * Texts in goods that are no lots by their element: names, numbers of orders, lines, marks and packages, descriptions, and what
     * has a qualifier (X12 67, 81, 87, 93, 127, 234, 324, 328, 350, 352, 438, 751).
     */
    private static final Set<String> NO_LOTS =
            Set.of("67", "81", "87", "93", "127", "234", "324", "328", "350", "352", "438", "751");

    private final String file;
    private final int number;
    private final Documents documents;
    private final SetEvidence evidence;
    private String version = "";

    Candidates(String file, int number, Documents documents, SetEvidence evidence) {
        this.file = file;
        this.number = number;
        this.documents = documents;
        this.evidence = evidence;
    }

    void look(TransactionSet set) {
        version = set.version();
        lookForGoods(set.root());
        set.segments().forEach(this::countDate);
    }

    private void lookForGoods(Loop loop) {
        boolean isLevel = loop.id().equals("HL");
        boolean isGoods = loop.id().equals(documents.mapping.goods())
                && !(isLevel && ABOVE_GOODS.contains(loop.first().element(3)));
        if (isGoods) {
            look(loop, "", true);
        }
        loop.loops().forEach(this::lookForGoods);
    }

    /** The opening segment of an inner loop is seen from the loop around it, the others by a step into it. */
    private void look(Loop loop, String prefix, boolean outermost) {
        String inside = outermost ? "" : prefix + loop.id() + "/";
        boolean first = !outermost;
        for (Segment segment : loop.segments()) {
            look(segment, first ? prefix : inside);
            first = false;
        }
        for (Loop inner : loop.loops()) {
            boolean isItsOwn = inner.id().equals(documents.mapping.goods())
                    || inner.id().equals("HL")
                    || PARTIES.contains(inner.id());
            if (!isItsOwn) {
                look(inner, inside, false);
            }
        }
    }

    private void look(Segment segment, String prefix) {
        if (evidence.isWrong(segment)) {
            return;
        }
        Sighting seen = Sighting.of(file, segment);
        for (Places.Qualified place : Places.of(segment)) {
            if (!evidence.took(segment, place.value())
                    && !evidence.isReference(place.value())
                    && LotLike.could(place)) {
                documents.candidates.add(
                        prefix + place.path() + " " + LotLike.kind(place.qualifier()), place.value(), number, seen);
            }
        }
        for (int i = 1; i <= segment.elementCount(); i++) {
            if (LotLike.isSpokenOf(segment.element(i))) {
                String place = String.format(Locale.ROOT, "%s%s-%02d", prefix, segment.id(), i);
                documents.spokenOf.add(place, segment.element(i), number, seen);
            }
        }
        if (DateQualifiers.couldBeOfLot(segment) && !evidence.took(segment)) {
            documents.datesNotTaken.add(
                    prefix + datePath(segment, DateQualifiers.of(segment)), segment.toString(), number, seen);
        }
        lookForOpen(segment, prefix, seen);
    }

    /** Elements without a qualifier of segments of which others were taken. */
    private void lookForOpen(Segment segment, String prefix, Sighting seen) {
        if (segment.syntax() == Syntax.EDIFACT || QUALIFIED.contains(segment.id())) {
            return;
        }
        List<ElementUse> elements = Grammar.standard()
                .segment(segment.id(), version)
                .map(SegmentRule::elements)
                .orElse(List.of());
        for (int i = 1; i <= Math.min(elements.size(), segment.elementCount()); i++) {
            String element = String.format(Locale.ROOT, "%s-%02d", segment.id(), i);
            String value = segment.element(i);
            ElementRule rule = elements.get(i - 1).rule();
            boolean isOpen = evidence.isOpen(element) || documents.isDateForLot(element, value);
            if (value.isEmpty() || !isOpen || evidence.took(segment, value)) {
                continue;
            }
            boolean isText =
                    rule.type() == ElementType.AN && !rule.isComposite() && !NO_LOTS.contains(rule.reference());
            if (rule.type() == ElementType.DT || (isText && LotLike.isDay(value))) {
                documents.datesNotTaken.add(prefix + element, value, number, seen);
            } else if (isText && !evidence.isReference(value) && LotLike.looksSo(value)) {
                documents.candidates.add(prefix + element + " lot", value, number, seen);
            }
        }
    }

    private void countDate(Segment segment) {
        String qualifier = DateQualifiers.of(segment);
        if (!qualifier.isEmpty()) {
            documents.dates.add(
                    segment.id() + " " + qualifier + (evidence.took(segment) ? "" : " (not taken)"),
                    "",
                    number,
                    Sighting.of(file, segment));
        }
    }

    private static String datePath(Segment segment, String qualifier) {
        return segment.id() + "[" + qualifier + "]-" + (segment.syntax() == Syntax.X12 ? "02" : "01.2");
    }
}
