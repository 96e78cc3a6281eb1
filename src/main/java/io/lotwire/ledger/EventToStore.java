package io.lotwire.ledger;

import io.lotwire.lot.LotEvent;

/**
 * A lot event and its outward form.
 *
 * @param event the event
 * @param json the same event as a JSON object, see {@code mappings/lot-event.schema.json}
 */
public record EventToStore(LotEvent event, String json) {}
