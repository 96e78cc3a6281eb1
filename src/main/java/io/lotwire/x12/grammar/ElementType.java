package io.lotwire.x12.grammar;

/** The type of a data element (X12.6, 3.5.1). */
public enum ElementType {
    /** Text. */
    AN,
    /** A code. */
    ID,
    /** A decimal number with a point where one is needed. */
    R,
    /** A whole number, perhaps with an implied decimal point. */
    N,
    /** A date. */
    DT,
    /** A time. */
    TM,
    /** Bytes. */
    B
}
