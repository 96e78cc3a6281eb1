package io.lotwire.unit;

/** What is counted or measured in a unit. */
public enum UnitKind {
    /** Single items. */
    SINGLE,
    /** Several items, or a package of them, that are traded as one. */
    GROUP,
    /** A weight, a volume, a length. */
    MEASURE,
    /** Something that is no trade item: pallets, layers, tablets in a bottle. */
    OTHER
}
