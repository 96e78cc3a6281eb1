package io.lotwire.unit;

import java.math.BigDecimal;

/** What a unit is in the words of another list. */
public sealed interface Counterpart {
    /**
     * The same quantity in that list.
     *
     * @param code the unit's code there
     * @param factor how many of it one of the unit is; 1 where both are the same unit
     */
    record Told(String code, BigDecimal factor) implements Counterpart {
        /** A quantity in that unit. */
        public BigDecimal of(BigDecimal quantity) {
            return quantity.multiply(factor);
        }
    }

    /**
     * None that is sure.
     *
     * @param why for people, a clause such as {@code it is unknown}
     */
    record Unsure(String why) implements Counterpart {}
}
