package io.lotwire.writing;

import io.lotwire.edi.segment.Syntax;
import io.lotwire.lot.LotEvent;
import io.lotwire.lot.Quantity;
import io.lotwire.problem.Place;
import io.lotwire.problem.Problem;
import io.lotwire.unit.Counterpart;
import io.lotwire.unit.UnitList;
import io.lotwire.unit.Units;
import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Tells the units of a document's events, one by one, in the words of the standard that it is written in: the {@code CA} of an 856
 * is a case, and the {@code CA} of a DESADV a can.
 */
public final class StandardUnits {
    /** What stands for no unit at all in a partner's table. */
    public static final String NO_UNIT = "none";

    /** So many different units that are unsure are told of one document: nobody mends more at once. */
    private static final int MOST_PROBLEMS = 500;

    private final UnitList to;
    private final Predicate<LotEvent> named;
    private final Set<Problem> problems = new LinkedHashSet<>();

    /**
     * @param syntax that of the document
     * @param named whether the partner's tables say what they call an event's unit: they know more than the standards do
     */
    public StandardUnits(Syntax syntax, Predicate<LotEvent> named) {
        this.to = syntax == Syntax.X12 ? UnitList.X12 : UnitList.REC20;
        this.named = named;
    }

    /**
     * An event for the document.
     *
     * @param stated the event as it is
     * @param told the same, as the partner's tables tell it
     */
    public LotEvent of(LotEvent stated, LotEvent told) {
        Quantity quantity = told.quantity();
        UnitList from = quantity == null ? to : stated.unitList();
        if (from == to || named.test(stated)) {
            return told;
        }
        if (Units.counterpart(from, quantity.unit(), to) instanceof Counterpart.Told counterpart) {
            return told.inOtherWords(told.item(), in(counterpart, quantity), told.shipFrom(), told.shipTo(), List.of());
        }
        if (problems.size() < MOST_PROBLEMS) {
            problems.add(unsure(from, quantity.unit(), to));
        }
        return told;
    }

    /** True when a unit so far cannot be told with certainty: the document may not be written. */
    public boolean areUnsure() {
        return !problems.isEmpty();
    }

    /** Units so far that cannot be told with certainty, each once. */
    public List<Problem> problems() {
        return List.copyOf(problems);
    }

    private static Quantity in(Counterpart.Told counterpart, Quantity quantity) {
        BigDecimal value = quantity.value();
        BigDecimal ordered = quantity.ordered();
        return new Quantity(
                value == null ? null : counterpart.of(value),
                counterpart.code(),
                ordered == null ? null : counterpart.of(ordered));
    }

    private static Problem unsure(UnitList from, String code, UnitList to) {
        String why = Units.counterpart(from, code, to) instanceof Counterpart.Unsure unsure ? unsure.why() : "";
        String name = Units.of(from, code).map(unit -> " (" + unit.name() + ")").orElse("");
        String what = code.isEmpty()
                ? "A quantity without a unit cannot be told in " + to.title() + ": name the unit that is meant by '"
                        + NO_UNIT + "'"
                : "The unit '" + code + "'" + name + " of " + from.title() + " has no sure counterpart in " + to.title()
                        + " (" + why + "): name theirs for '" + code + "'";
        return Problem.error(
                WritingFault.UNIT_UNSURE,
                Place.inFile(""),
                what
                        + " in a table of units of the profile ('tables: { units: {} }', src/docs/integration/tables.md).");
    }
}
