package io.lotwire.registry.reading;

import io.lotwire.lot.Sscc;

/** What a logger was with. */
public sealed interface Carried {
    /** A logistic unit, such as a pallet, with all that was on it. */
    record Unit(Sscc sscc) implements Carried {}

    /**
     * A lot, wherever it was.
     *
     * @param id its number in the registry
     */
    record OfLot(long id) implements Carried {}
}
