package io.lotwire.ledger;

import io.lotwire.lot.LotEvent;

/**
 * A lot event and its outward form.
 *
 * @param setId its transaction set
 * @param event the event
 * @param json the same event as a JSON object, see {@code mappings/lot-event.schema.json}
 * @param stated the event as its document states it, before the registry completed it, as a JSON object; null when the
 *     registry added nothing
 */
public record EventToStore(long setId, LotEvent event, String json, String stated) {}
