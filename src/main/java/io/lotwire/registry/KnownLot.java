package io.lotwire.registry;

import io.lotwire.lot.Gtin;
import io.lotwire.lot.Item;
import io.lotwire.lot.ItemId;
import io.lotwire.lot.Lot;
import java.util.Set;

/**
 * A lot as the registry knows it.
 *
 * @param id its number
 * @param lot code, dates and source; what is not known is absent
 * @param gtin its product, null when only other product numbers are known
 * @param description the product in words, {@code ""} when not known
 * @param itemIds the product numbers under which it was named
 * @param originGln GLN of the party that first shipped it, {@code ""} when not known
 * @param originName that party's name, {@code ""} when not known
 */
public record KnownLot(
        long id, Lot lot, Gtin gtin, String description, Set<ItemId> itemIds, String originGln, String originName) {
    public KnownLot {
        itemIds = Set.copyOf(itemIds);
    }

    /** True when the item carries a product number under which this lot was named, whatever party's number it is. */
    boolean sharesNumberWith(Item item) {
        return item.ids().stream()
                .anyMatch(id -> itemIds.stream().anyMatch(known -> known.value().equals(id.value())));
    }
}
