package io.lotwire.registry.balance;

import io.lotwire.registry.Moment;
import io.lotwire.registry.TracedParty;
import java.math.BigDecimal;

/**
 * One line of the book of a lot.
 *
 * @param place where
 * @param unit the unit of the quantity
 * @param kind by what the goods came or left
 * @param quantity how much
 * @param sure whether it is told, and of just this lot
 * @param when when, null where that is not told
 * @param document the document that tells it
 */
public record Line(
        TracedParty place,
        String unit,
        Posting kind,
        BigDecimal quantity,
        boolean sure,
        Moment when,
        DocumentName document) {
    /** The quantity, less than nothing where the goods left. */
    public BigDecimal signed() {
        return kind.comes() ? quantity : quantity.negate();
    }

    /** How much came or left. */
    Amount amount() {
        return Amount.of(quantity, sure);
    }

    /** Whether all of it was before another moment. */
    boolean isBefore(Moment other) {
        return when != null && other != null && !when.mayFollow(other);
    }

    /** Whether some of it may have been before the end of another moment. */
    boolean mayPrecede(Moment other) {
        return when == null || other == null || other.mayFollow(when);
    }
}
