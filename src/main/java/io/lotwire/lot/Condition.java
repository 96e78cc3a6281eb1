package io.lotwire.lot;

/**
 * In what condition goods are, or with what their quantity differs from what was told before. An event has one only where
 * its document states it.
 */
public enum Condition {
    GOOD,
    DAMAGED,
    /** They should be there, and are not. */
    SHORT,
    /** They are there beyond what was told. */
    OVER,
    /** They may not be used or sent for now, and are where they were. */
    HELD,
    /** They may be used and sent again, and are where they were. */
    RELEASED,
    EXPIRED,
    /** They are to be taken back by order of their maker or an authority, and are where they were. */
    RECALLED,
    RETURNED,
    /** The receiver did not take them. */
    REFUSED,
    /** The receiver contests them; what becomes of them is open. */
    QUESTIONED,
    /** They are not what was ordered. */
    WRONG_ITEM,
    /** Their quality is not what was agreed. */
    POOR_QUALITY;

    /** True when it says how goods may be used, and none of them came, went or changed in number. */
    public boolean movesNothing() {
        return this == HELD || this == RELEASED || this == RECALLED;
    }
}
