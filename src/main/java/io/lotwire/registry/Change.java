package io.lotwire.registry;

import io.lotwire.lot.Condition;
import io.lotwire.lot.EventType;
import io.lotwire.lot.Reason;
import java.math.BigDecimal;

/**
 * What happened to the lot at one party.
 *
 * @param type ordered, adjusted, counted, transformed, packed or disposed
 * @param at where
 * @param when when, in ISO 8601 as exactly as stated; {@code ""} when not stated
 * @param quantity how much, null when not stated
 * @param unit its unit code as sent, {@code ""} when not stated
 * @param condition in what condition the goods are, null when not stated
 * @param reason why, null when not stated
 * @param document transaction set or message type
 * @param documentNumber its business number, {@code ""} when it has none
 * @param partner whose document it is, by profile name
 */
public record Change(
        EventType type,
        TracedParty at,
        String when,
        BigDecimal quantity,
        String unit,
        Condition condition,
        Reason reason,
        String document,
        String documentNumber,
        String partner) {

    /** True when there was more or less of the lot afterwards. */
    boolean changesStock() {
        return condition == null || !condition.movesNothing();
    }
}
