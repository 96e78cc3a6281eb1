package io.lotwire.lot.rule;

import io.lotwire.lot.Lot;

/** A fact that a lot may be asked to have. */
public enum RequiredFact {
    EXPIRES,
    BEST_BEFORE,
    MANUFACTURED,
    PACKED,
    HARVESTED,
    SOURCE;

    /** Whether a lot has it. */
    public boolean isOf(Lot lot) {
        return switch (this) {
            case EXPIRES -> !lot.expires().isEmpty();
            case BEST_BEFORE -> !lot.bestBefore().isEmpty();
            case MANUFACTURED -> !lot.manufactured().isEmpty();
            case PACKED -> !lot.packed().isEmpty();
            case HARVESTED -> !lot.harvested().isEmpty();
            case SOURCE -> lot.source() != null;
        };
    }
}
