package io.lotwire.registry;

import io.lotwire.lot.EventType;
import java.math.BigDecimal;

/**
 * What happened to the lot at one party.
 *
 * @param type ordered, adjusted, counted, transformed, packed or disposed
 * @param at where
 * @param when when, in ISO 8601 as exactly as stated; {@code ""} when not stated
 * @param quantity how much, null when not stated
 * @param unit its unit code as sent, {@code ""} when not stated
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
        String document,
        String documentNumber,
        String partner) {}
