package io.lotwire.lot;

/** What a logistic unit is, where the document says so. */
public enum UnitType {
    PALLET,
    CARTON
}
