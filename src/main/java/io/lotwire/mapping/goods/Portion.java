package io.lotwire.mapping.goods;

/** A lot or a logistic unit that a level names, with the quantity that is stated for it alone. */
public interface Portion {
    /** Its own quantity as sent, with a point before decimals; {@code ""} when none is stated with it. */
    String quantity();

    /** That quantity's unit as sent, {@code ""} when none is stated with it. */
    default String quantityUnit() {
        return "";
    }

    /** How much of it was ordered as sent, {@code ""} when that is not stated with it. */
    default String ordered() {
        return "";
    }

    /** Byte offset of what names it: which of two comes first. */
    long offset();
}
