package io.lotwire.mapping;

import io.lotwire.edi.segment.Segment;
import io.lotwire.edi.tree.Value;
import io.lotwire.lot.Issue;
import io.lotwire.lot.LogisticUnit;
import io.lotwire.mapping.goods.Portion;

/** A logistic unit's number found in a document. */
final class UnitFinding implements Portion {
    private final String number;
    private final String quantity;
    private final Value quantityAt;
    private final int path;
    private final Value at;
    private final Scope scope;
    private final boolean between;

    /** Why the range that it is an end of cannot be told; null where it can, and where it is of none. */
    Issue doubt;

    /** Made once, when it is asked for first. */
    Read<LogisticUnit> unit;

    /**
     * A finding.
     *
     * @param number the number as sent
     * @param quantity the quantity in this unit alone as sent, {@code ""} when not stated with it
     * @param quantityAt where that stands, null when nowhere
     * @param path the number of its place in the mapping
     * @param at where it was found
     * @param scope the loop that the mapping was looking in
     */
    UnitFinding(String number, String quantity, Value quantityAt, int path, Value at, Scope scope) {
        this(number, quantity, quantityAt, path, at, scope, false);
    }

    private UnitFinding(
            String number, String quantity, Value quantityAt, int path, Value at, Scope scope, boolean between) {
        this.number = number;
        this.quantity = quantity;
        this.quantityAt = quantityAt;
        this.path = path;
        this.at = at;
        this.scope = scope;
        this.between = between;
    }

    /** A unit of the range that this one begins; a quantity beside it is that of all. */
    UnitFinding ofRange(String other, Value otherAt, boolean isBetween, Issue itsDoubt) {
        UnitFinding unit = new UnitFinding(other, "", null, path, otherAt, scope, isBetween);
        unit.doubt = itsDoubt;
        return unit;
    }

    /** True for one that is not named itself, but stands between two that are the ends of a range. */
    boolean isBetween() {
        return between;
    }

    String number() {
        return number;
    }

    @Override
    public String quantity() {
        return quantity;
    }

    Value quantityAt() {
        return quantityAt;
    }

    int path() {
        return path;
    }

    Value at() {
        return at;
    }

    Segment segment() {
        return at.segment();
    }

    @Override
    public long offset() {
        return segment().offset();
    }

    Scope scope() {
        return scope;
    }
}
