package io.lotwire.lot.rule;

/** What follows from a doubt about a lot; the later ones more than those before. */
public enum Consequence {
    /** It stands on the event. */
    NOTE,
    /** The log tells of it, too. */
    WARN,
    /** The document that came in waits for a person, and nothing of it is stored. */
    PARK,
    /** The document that is due to a partner waits for a person. */
    STOP
}
