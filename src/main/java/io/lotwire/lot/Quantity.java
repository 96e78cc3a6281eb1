package io.lotwire.lot;

import io.lotwire.unit.UnitList;
import java.math.BigDecimal;

/**
 * How much, in the partner's unit.
 *
 * @param value the quantity moved
 * @param unit the unit code as sent (X12 element 355, EDIFACT element 6411), {@code ""} when none is stated
 * @param ordered the quantity ordered, null when not stated
 * @param list the list that the unit's code is of, null where that follows from the document
 */
public record Quantity(BigDecimal value, String unit, BigDecimal ordered, UnitList list) {
    /** A quantity in the units of its document. */
    public Quantity(BigDecimal value, String unit, BigDecimal ordered) {
        this(value, unit, ordered, null);
    }
}
