package io.lotwire.ledger;

/**
 * A written delivery, taken for one attempt to send it.
 *
 * @param id its number
 * @param inboxId the inbox row that caused it
 * @param partner to whom, by profile name
 * @param format what it is, such as {@code epcis} or {@code 997}
 * @param document the set that caused it, such as {@code 945}; {@code ""} when it is of no single set
 * @param written its bytes, and what they travel under
 * @param answers the wire's id of the message that it acknowledges; its own id when it acknowledges none of this wire
 * @param travelled whether it was sent before in a form that is kept
 */
public record ToSend(
        long id,
        long inboxId,
        String partner,
        String format,
        String document,
        WrittenDocument written,
        String answers,
        boolean travelled)
        implements Taken {}
