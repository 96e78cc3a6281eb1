package io.lotwire.edi.grammar;

/** The type of a data element (X12.6, 3.5.1; ISO 9735 for EDIFACT). */
public enum ElementType {
    /** Text. */
    AN,
    /** A code. */
    ID,
    /** A decimal number with a point where one is needed. */
    R,
    /** A whole number, perhaps with an implied decimal point. */
    N,
    /** A number with a decimal point or comma where one is needed (ISO 9735, type n). */
    ND,
    /** A date. */
    DT,
    /** A time. */
    TM,
    /** Bytes. */
    B
}
