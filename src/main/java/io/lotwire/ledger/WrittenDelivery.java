package io.lotwire.ledger;

/**
 * A delivery whose document was just written.
 *
 * @param id its number
 * @param document its bytes, and what they travel under
 * @param by by what
 */
public record WrittenDelivery(long id, WrittenDocument document, WrittenBy by) {}
