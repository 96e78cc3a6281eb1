package io.lotwire.mapping;

import io.lotwire.edi.segment.Segment;
import io.lotwire.edi.segment.Syntax;
import io.lotwire.edi.tree.Value;
import io.lotwire.lot.Certainty;
import io.lotwire.lot.Issue;
import io.lotwire.lot.IssueCode;
import io.lotwire.lot.NumberRange;
import io.lotwire.lot.Sscc;
import io.lotwire.problem.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Lots and logistic units that are told by the first and the last of a row: the components 7402 of C208 in a GIN, MAN02 and
 * MAN03, MAN05 and MAN06.
 */
final class Ranges {
    /** Lots are some, and those between were nowhere written: of more, not all will have been made. */
    private static final int MOST_LOTS = 100;

    /** Cartons on a truck; each is told by an event, so that its content is found by its number. */
    private static final int MOST_UNITS = 1_000;

    private Ranges() {}

    /** The last of a range, behind its first: the next component in EDIFACT, the next element in X12; null when there is none. */
    static Value last(Value first) {
        Segment segment = first.segment();
        boolean edifact = segment.syntax() == Syntax.EDIFACT && first.component() > 0;
        int element = edifact ? first.element() : first.element() + 1;
        int component = edifact ? first.component() + 1 : 0;
        String text = edifact ? segment.component(element, component) : segment.element(element);
        return text.isEmpty() || text.equals(first.text())
                ? null
                : new Value(text, segment, first.loop(), element, component);
    }

    /** Adds a lot, and where it is the first of a range all of that; with a doubt where they cannot be told. */
    static void add(LotFinding lot, List<LotFinding> all, List<Issue> doubts) {
        all.add(lot);
        Value last = lot.place().range() ? last(lot.at()) : null;
        String to = last == null ? "" : lot.place().code(last.text());
        if (to.isEmpty()) {
            return;
        }
        List<String> codes = NumberRange.codes(lot.code(), to, MOST_LOTS);
        if (codes.isEmpty()) {
            doubts.add(doubt("lots", lot.code(), to));
        }
        Certainty between = Certainty.inferred("range " + lot.code() + " to " + to);
        for (int i = 1; i < codes.size() - 1; i++) {
            all.add(lot.ofRange(codes.get(i), lot.at(), between));
        }
        all.add(lot.ofRange(to, last, null));
    }

    /** Adds a unit likewise. */
    static void add(UnitFinding unit, boolean range, List<UnitFinding> all) {
        Value last = range ? last(unit.at()) : null;
        if (last == null) {
            all.add(unit);
            return;
        }
        List<String> numbers = ssccs(unit.number(), last.text());
        Issue doubt = numbers.isEmpty() ? doubt("logistic units", unit.number(), last.text()) : null;
        all.add(unit.ofRange(unit.number(), unit.at(), false, doubt));
        for (int i = 1; i < numbers.size() - 1; i++) {
            all.add(unit.ofRange(numbers.get(i), unit.at(), true, null));
        }
        all.add(unit.ofRange(last.text(), last, false, doubt));
    }

    private static List<String> ssccs(String first, String last) {
        Optional<Sscc> from = Sscc.parse(first);
        Optional<Sscc> to = Sscc.parse(last);
        return from.isPresent() && to.isPresent() ? NumberRange.ssccs(from.get(), to.get(), MOST_UNITS) : List.of();
    }

    /**
     * The units in which each of some lots may be: where that would be more statements than units of one range, those between
     * the ends of ranges are left out.
     */
    static List<UnitFinding> among(List<UnitFinding> units, int lots, List<Issue> doubts) {
        if (lots < 2 || (long) lots * units.size() <= MOST_UNITS) {
            return units;
        }
        List<UnitFinding> stated = new ArrayList<>(units);
        stated.removeIf(UnitFinding::isBetween);
        if (stated.size() < units.size()) {
            doubts.add(doubt(
                    "logistic units",
                    units.get(0).number(),
                    units.get(units.size() - 1).number()));
        }
        return stated;
    }

    private static Issue doubt(String what, String from, String to) {
        return new Issue(
                IssueCode.RANGE_NOT_READ,
                Severity.WARNING,
                "The document names " + what + " from '" + from + "' to '" + to
                        + "'; which stand between them cannot be told, so only these two are: ask the sender for each.");
    }
}
