package io.lotwire.registry;

/** Which way a lot is followed. */
public enum TraceDirection {
    /** From those who first had it to those who have it now. */
    FORWARD,
    /** From those who have it now back to those who first had it. */
    BACKWARD,
    BOTH
}
