package io.lotwire.lot;

/** What happened to the goods that a lot event speaks of. */
public enum EventType {
    SHIPPED,
    RECEIVED,
    ORDERED,
    ADJUSTED,
    COUNTED,
    TRANSFORMED,
    PACKED,
    UNPACKED,
    /** From one place to another of the same site. */
    MOVED,
    RETURNED,
    DISPOSED
}
