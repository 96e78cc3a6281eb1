package io.lotwire.registry.walk;

import io.lotwire.lot.Condition;
import io.lotwire.lot.EventType;
import io.lotwire.registry.Moment;
import java.math.BigDecimal;

/**
 * What one event tells of goods.
 *
 * @param seq the event's number
 * @param setId its transaction set
 * @param lot the lot's number; {@link #NONE} where only a logistic unit is named
 * @param sure false where the lot is inferred, one of several, or was told without its product
 * @param sscc the logistic unit, {@link #NONE} where none is named
 * @param parent the unit that holds it, {@link #NONE} where none is named
 * @param quantity how much, null where that is not told
 * @param unit its unit code as sent
 * @param run the run of production, {@link #NONE} where there is none
 * @param output whether the goods came out of the run
 * @param type what happened
 * @param when when, null where that is not told
 * @param from how the document names where they were, or left: a number of {@code party_statement}
 * @param to how it names where they went
 * @param condition in what condition they are, null where that is not told
 */
public record Step(
        long seq,
        long setId,
        long lot,
        boolean sure,
        long sscc,
        long parent,
        BigDecimal quantity,
        String unit,
        long run,
        boolean output,
        EventType type,
        Moment when,
        int from,
        int to,
        Condition condition) {
    /** Stands for what is not named. */
    public static final long NONE = 0;

    private static final int PRIME = 31;

    /** Whether both are of one event and one lot: then all else is the same. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Step step && step.seq == seq && step.lot == lot;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(seq * PRIME + lot);
    }
}
