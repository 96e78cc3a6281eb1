package io.lotwire.lot;

import java.util.List;

/**
 * The product that an event speaks of.
 *
 * @param gtin the product's GTIN, null when none was stated that is good
 * @param ids every product number as sent, in document order
 * @param description the product in words, {@code ""} when not stated
 */
public record Item(Gtin gtin, List<ItemId> ids, String description) {
    public Item {
        ids = List.copyOf(ids);
    }

    /** The same item with this description. */
    public Item withDescription(String text) {
        return new Item(gtin, ids, text);
    }
}
