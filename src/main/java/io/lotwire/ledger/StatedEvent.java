package io.lotwire.ledger;

/**
 * A stored lot event as its document states it, without what the registry added.
 *
 * @param eventId its id
 * @param inboxId the inbox row that it first came with
 * @param json a JSON object, see {@code mappings/lot-event.schema.json}
 */
public record StatedEvent(String eventId, long inboxId, String json) {}
