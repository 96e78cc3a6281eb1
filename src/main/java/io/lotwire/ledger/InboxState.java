package io.lotwire.ledger;

/** How far an inbox row has come. */
public enum InboxState {
    /** Kept; the sender heard yes. */
    RECEIVED,
    /** Tokenised and checked; acknowledgements are in the outbox. */
    READ,
    /** Its lot events and the deliveries they cause are stored. */
    TRANSLATED,
    /** Nothing in it can be used: its sender mends it. */
    REJECTED,
    /** It waits for a person on our side. */
    PARKED,
    /** It was parked, and a person said that it needs nothing more. */
    DISMISSED
}
