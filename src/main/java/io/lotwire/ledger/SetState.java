package io.lotwire.ledger;

/** What became of a transaction set. */
public enum SetState {
    /** Good; to be translated. */
    ACCEPTED,
    /** Usable in spite of problems; to be translated. */
    ACCEPTED_WITH_ERRORS,
    /** Not usable: its sender mends it. */
    REJECTED,
    /** Its lot events are stored. */
    TRANSLATED,
    /** It came as a test and can be translated; it gives no lot events. */
    TESTED,
    /** It waits for a person on our side. */
    PARKED,
    /** It was parked, and a person said that it needs nothing more. */
    DISMISSED
}
