package io.lotwire.edi.segment;

/** The rules that an interchange is written by. */
public enum Syntax {
    /** ASC X12: ISA, GS, ST. */
    X12,
    /** UN/EDIFACT (ISO 9735): UNB, UNG, UNH. */
    EDIFACT
}
