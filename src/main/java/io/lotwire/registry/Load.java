package io.lotwire.registry;

import java.math.BigDecimal;

/**
 * How much of a lot is on a logistic unit.
 *
 * @param sscc the unit, {@code ""} when not stated
 * @param parentSscc the unit that holds it, {@code ""} when not stated
 * @param quantity how much, null when not stated
 * @param unit its unit code as sent, {@code ""} when not stated
 */
public record Load(String sscc, String parentSscc, BigDecimal quantity, String unit) {
    /** True when it is on this unit, or on one that this unit holds. */
    boolean isOn(String unitSscc) {
        return sscc.equals(unitSscc) || parentSscc.equals(unitSscc);
    }
}
