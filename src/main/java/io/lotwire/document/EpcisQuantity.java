package io.lotwire.document;

import io.lotwire.lot.Gtin;
import io.lotwire.lot.Issue;
import io.lotwire.lot.IssueCode;
import io.lotwire.lot.LotEvent;
import io.lotwire.lot.Quantity;
import io.lotwire.problem.Severity;
import io.lotwire.unit.Counterpart;
import io.lotwire.unit.Unit;
import io.lotwire.unit.UnitList;
import io.lotwire.unit.Units;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * A quantity as EPCIS has it (EPCIS 2.0, 7.3.3.3.1): a measure has a unit of UN/ECE Recommendation 20, a count of trade items
 * none.
 *
 * @param value how much, null when it stays unsaid
 * @param uom the unit of a measure, {@code ""} for a count
 * @param issue why a quantity that is stated stays unsaid, null when it does not, or the event's own issues say it
 */
record EpcisQuantity(BigDecimal value, String uom, Issue issue) {
    private static final EpcisQuantity NONE = new EpcisQuantity(null, "", null);

    /** An event's quantity; unsaid also where it would be no quantity of the class that the event's item is. */
    static EpcisQuantity of(LotEvent event) {
        Quantity stated = event.quantity();
        if (stated == null || stated.value() == null || isOfAnotherLevel(event)) {
            return NONE;
        }
        UnitList list = event.unitList();
        if (stated.unit().isEmpty()) {
            // Without a unit an EDIFACT message counts the item as it is identified (EANCOM, QTY); others say nothing
            // by it.
            return list == UnitList.REC20
                    ? count(stated.value())
                    : unsaid(IssueCode.UNIT_UNKNOWN, "The quantity " + plain(stated) + " has no unit.");
        }
        Optional<Unit> unit = Units.of(list, stated.unit());
        return unit.isEmpty()
                ? unknown(stated, list)
                : of(stated, unit.get(), list, event.item().gtin());
    }

    private static EpcisQuantity of(Quantity stated, Unit unit, UnitList list, Gtin gtin) {
        return switch (unit.kind()) {
            case MEASURE ->
                Units.counterpart(unit, UnitList.REC20) instanceof Counterpart.Told told
                        ? new EpcisQuantity(told.of(stated.value()), told.code(), null)
                        : unknown(stated, list);
            case GROUP -> count(stated.value());
            case SINGLE -> isSingleOfAGroup(list, gtin) ? notOf(stated, unit, gtin) : count(ones(stated, unit));
            case OTHER -> notOf(stated, unit, gtin);
        };
    }

    /** A dozen are twelve. */
    private static BigDecimal ones(Quantity stated, Unit unit) {
        return unit.of().isEmpty() ? stated.value() : stated.value().multiply(unit.factor());
    }

    private static boolean isOfAnotherLevel(LotEvent event) {
        return event.issues().stream().anyMatch(issue -> issue.code() == IssueCode.UNIT_OF_ANOTHER_LEVEL);
    }

    /**
     * True for single items of a GTIN that stands for a group of them (GS1 General Specifications, 2.1: indicators 1 to 8). In
     * EDIFACT a quantity is always one of the item that LIN identifies.
     */
    private static boolean isSingleOfAGroup(UnitList list, Gtin gtin) {
        return list == UnitList.X12
                && gtin != null
                && gtin.digits().charAt(0) >= '1'
                && gtin.digits().charAt(0) <= '8';
    }

    private static EpcisQuantity count(BigDecimal value) {
        return new EpcisQuantity(value, "", null);
    }

    private static EpcisQuantity unknown(Quantity stated, UnitList list) {
        return unsaid(
                IssueCode.UNIT_UNKNOWN,
                "The unit '" + stated.unit() + "' of the quantity " + plain(stated) + " is no unit that is certain in "
                        + list.title() + ".");
    }

    private static EpcisQuantity notOf(Quantity stated, Unit unit, Gtin gtin) {
        return unsaid(
                IssueCode.UNIT_OF_ANOTHER_LEVEL,
                plain(stated) + " " + stated.unit() + " (" + unit.name() + ") is no number of the trade items"
                        + (gtin == null ? "" : " of GTIN " + gtin) + ".");
    }

    private static EpcisQuantity unsaid(IssueCode code, String message) {
        return new EpcisQuantity(null, "", new Issue(code, Severity.WARNING, message));
    }

    private static String plain(Quantity stated) {
        return stated.value().toPlainString();
    }
}
