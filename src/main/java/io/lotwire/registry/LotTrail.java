package io.lotwire.registry;

import io.lotwire.lot.Lot;
import java.util.List;

/**
 * The way of one lot of one product.
 *
 * @param lot code, dates and source as far as they are known
 * @param gtin the product, {@code ""} when no GTIN is known
 * @param product the product in words
 * @param movements who sent it to whom, oldest first
 * @param changes what else happened to it, oldest first
 */
public record LotTrail(Lot lot, String gtin, String product, List<Movement> movements, List<Change> changes) {
    public LotTrail {
        movements = List.copyOf(movements);
        changes = List.copyOf(changes);
    }
}
