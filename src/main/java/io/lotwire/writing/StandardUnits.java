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
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Events with their units in the words of the standard that a document is written in: the {@code CA} of an 856 is a case, and the
 * {@code CA} of a DESADV a can.
 *
 * @param events the events, in their order
 * @param problems units that cannot be told with certainty: the document may not be written
 */
public record StandardUnits(List<LotEvent> events, List<Problem> problems) {
    /** What stands for no unit at all in a partner's table. */
    public static final String NO_UNIT = "none";

    public StandardUnits {
        events = List.copyOf(events);
        problems = List.copyOf(problems);
    }

    /**
     * The events for a document.
     *
     * @param stated the events as they are
     * @param told the same, as the partner's tables tell them
     * @param syntax that of the document
     * @param named whether the tables say what the partner calls an event's unit: they know more than the standards do
     */
    public static StandardUnits of(
            List<LotEvent> stated, List<LotEvent> told, Syntax syntax, Predicate<LotEvent> named) {
        UnitList to = syntax == Syntax.X12 ? UnitList.X12 : UnitList.REC20;
        List<LotEvent> events = new ArrayList<>();
        Set<Problem> problems = new LinkedHashSet<>();
        for (int i = 0; i < told.size(); i++) {
            LotEvent event = told.get(i);
            Quantity quantity = event.quantity();
            UnitList from = quantity == null ? to : stated.get(i).unitList();
            if (from == to || named.test(stated.get(i))) {
                events.add(event);
            } else if (Units.counterpart(from, quantity.unit(), to) instanceof Counterpart.Told counterpart) {
                events.add(event.inOtherWords(
                        event.item(), in(counterpart, quantity), event.shipFrom(), event.shipTo(), List.of()));
            } else {
                events.add(event);
                problems.add(unsure(from, quantity.unit(), to));
            }
        }
        return new StandardUnits(events, List.copyOf(problems));
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
