package io.lotwire.lot;

import java.math.BigDecimal;

/**
 * How much, in the partner's unit.
 *
 * @param value the quantity moved
 * @param unit the unit code as sent (X12 element 355, EDIFACT element 6411), {@code ""} when none is stated
 * @param ordered the quantity ordered, null when not stated
 */
public record Quantity(BigDecimal value, String unit, BigDecimal ordered) {}
