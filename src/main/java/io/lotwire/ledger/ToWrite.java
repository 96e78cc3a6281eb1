package io.lotwire.ledger;

/**
 * A delivery whose document is to be written.
 *
 * @param id its number
 * @param partner to whom, by profile name
 * @param subscription what they subscribed to
 * @param documentNumber the number of the document that caused it; {@code ""} when that has none
 */
public record ToWrite(long id, String partner, String subscription, String documentNumber) {}
