package io.lotwire.compliance;

import io.lotwire.lot.Lot;
import io.lotwire.lot.LotEvent;

/**
 * The day that is printed with a lot on a case: the first of these that the event states.
 *
 * @param date ISO 8601, {@code ""} when none is stated
 * @param type what it is, in words
 */
record LotDay(String date, String type) {
    private static final LotDay NONE = new LotDay("", "");

    /** @param event null when there is none */
    static LotDay of(LotEvent event) {
        Lot lot = event == null ? null : event.lot();
        if (lot == null) {
            return NONE;
        }
        if (!lot.packed().isEmpty()) {
            return new LotDay(lot.packed(), "Pack Date");
        }
        if (!lot.harvested().isEmpty()) {
            return new LotDay(lot.harvested(), "Harvest Date");
        }
        if (!lot.bestBefore().isEmpty()) {
            return new LotDay(lot.bestBefore(), "Best Before Date");
        }
        return lot.expires().isEmpty() ? NONE : new LotDay(lot.expires(), "Expiration Date");
    }
}
