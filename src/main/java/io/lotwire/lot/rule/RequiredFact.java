package io.lotwire.lot.rule;

import io.lotwire.lot.Lot;
import java.util.function.Predicate;

/** A fact that a lot may be asked to have. */
public enum RequiredFact {
    EXPIRES(lot -> !lot.expires().isEmpty()),
    BEST_BEFORE(lot -> !lot.bestBefore().isEmpty()),
    MANUFACTURED(lot -> !lot.manufactured().isEmpty()),
    PACKED(lot -> !lot.packed().isEmpty()),
    HARVESTED(lot -> !lot.harvested().isEmpty()),
    SOURCE(lot -> lot.source() != null);

    private final Predicate<Lot> has;

    RequiredFact(Predicate<Lot> has) {
        this.has = has;
    }

    /** Whether a lot has it. */
    public boolean isOf(Lot lot) {
        return has.test(lot);
    }
}
