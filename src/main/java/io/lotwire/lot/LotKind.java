package io.lotwire.lot;

/** What a lot code is to the party that assigned it. */
public enum LotKind {
    LOT,
    BATCH,
    PRODUCTION_CODE,
    /** A traceability lot code (21 CFR 1.1310). */
    TLC
}
