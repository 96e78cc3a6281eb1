package io.lotwire.infer;

import io.lotwire.edi.segment.Segment;
import io.lotwire.edi.segment.Syntax;
import io.lotwire.edi.tree.Loop;
import io.lotwire.edi.tree.TransactionSet;
import java.util.Locale;
import java.util.Set;

/** Looks through the goods of a set for values that could be lots or dates of lots, and that the mapping did not take. */
final class Candidates {
    /** Levels that hold goods, but state none: shipment and order (X12 HL03). */
    private static final Set<String> ABOVE_GOODS = Set.of("S", "O");

    /** Loops of parties, whose references are theirs. */
    private static final Set<String> PARTIES = Set.of("N1", "NM1", "NAD");

    /** Qualifiers of dates that are of the shipment or the order, whatever line states them. */
    private static final Set<String> DATES_OF_SHIPMENTS = Set.of(
            "011", "017", "002", "010", "067", "137", "171", "11", "17", "02", "10", "50", "2", "35", "DD", "69");

    private final String file;
    private final int number;
    private final Documents documents;
    private final SetEvidence evidence;

    Candidates(String file, int number, Documents documents, SetEvidence evidence) {
        this.file = file;
        this.number = number;
        this.documents = documents;
        this.evidence = evidence;
    }

    void look(TransactionSet set) {
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
        Sighting seen = Sighting.of(file, segment);
        for (Places.Qualified place : Places.of(segment)) {
            if (!evidence.took(segment, place.value()) && LotLike.could(place)) {
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
        String qualifier = dateQualifier(segment);
        if (!qualifier.isEmpty() && !evidence.took(segment) && !DATES_OF_SHIPMENTS.contains(qualifier)) {
            documents.datesNotTaken.add(prefix + datePath(segment, qualifier), segment.toString(), number, seen);
        }
    }

    private void countDate(Segment segment) {
        String qualifier = dateQualifier(segment);
        if (!qualifier.isEmpty()) {
            documents.dates.add(
                    segment.id() + " " + qualifier + (evidence.took(segment) ? "" : " (not taken)"),
                    "",
                    number,
                    Sighting.of(file, segment));
        }
    }

    private static String dateQualifier(Segment segment) {
        if (!segment.is("DTM") && !segment.is("G62")) {
            return "";
        }
        return segment.syntax() == Syntax.X12 ? segment.element(1) : segment.component(1, 1);
    }

    private static String datePath(Segment segment, String qualifier) {
        return segment.id() + "[" + qualifier + "]-" + (segment.syntax() == Syntax.X12 ? "02" : "01.2");
    }
}
