package io.lotwire.registry.balance;

import io.lotwire.lot.Item;
import io.lotwire.lot.Lot;
import io.lotwire.registry.doubt.Expiry;
import io.lotwire.registry.master.KnownProduct;
import java.util.Optional;

/**
 * A lot whose stock is asked for, with what decides when it expires.
 *
 * @param id its number in the registry
 * @param lot code and dates
 * @param item its product
 * @param product what is known of that; empty when nothing is
 */
public record StockLot(long id, Lot lot, Item item, Optional<KnownProduct> product) {
    /** When it expires; empty when that is not stated, and cannot be derived. */
    public Optional<Expiry> expiry() {
        return Expiry.of(lot, product);
    }
}
