package io.lotwire.ledger;

/** Whether an interchange was seen before. */
public sealed interface InterchangeSeen {
    /** The interchange's row: the new one's, or the one before. */
    long interchangeId();

    /** Never seen before. */
    record New(long interchangeId) implements InterchangeSeen {}

    /**
     * The same interchange with the same content came before: no second effect.
     *
     * @param inboxId the inbox row it came with
     */
    record SameAgain(long interchangeId, long inboxId) implements InterchangeSeen {}

    /**
     * Its control number was used before with other content (TA1 note code 025).
     *
     * @param inboxId the inbox row of the one before
     */
    record OtherContent(long interchangeId, long inboxId) implements InterchangeSeen {}
}
