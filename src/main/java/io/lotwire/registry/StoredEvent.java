package io.lotwire.registry;

import io.lotwire.lot.LotEvent;

/**
 * An event that the ledger keeps.
 *
 * @param seq its number in the order in which events are stored
 * @param setId its transaction set
 * @param event what it says
 */
public record StoredEvent(long seq, long setId, LotEvent event) {}
