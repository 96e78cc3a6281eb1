package io.lotwire.ledger;

/**
 * A delivery whose document is to be written.
 *
 * @param id its number
 * @param inboxId the inbox row that caused it
 * @param partner to whom, by profile name
 * @param subscription what they subscribed to
 * @param format what the document is written in, such as {@code x12-856}
 * @param setId the transaction set that caused it
 * @param document the kind of that set, such as {@code 945}
 * @param documentNumber the set's own number; {@code ""} when it has none
 * @param events which of its lot events it carries
 */
public record ToWrite(
        long id,
        long inboxId,
        String partner,
        String subscription,
        String format,
        long setId,
        String document,
        String documentNumber,
        EventChoice events)
        implements Taken {}
