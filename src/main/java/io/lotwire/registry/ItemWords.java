package io.lotwire.registry;

import io.lotwire.lot.Gtin;
import io.lotwire.lot.Item;
import io.lotwire.lot.ItemId;
import java.util.Collection;
import java.util.Comparator;

/** A product in a few words. */
final class ItemWords {
    private ItemWords() {}

    static String of(Item item) {
        return of(item.gtin(), item.ids());
    }

    static String of(KnownLot lot) {
        return of(lot.gtin(), lot.itemIds());
    }

    private static String of(Gtin gtin, Collection<ItemId> ids) {
        if (gtin != null) {
            return "GTIN " + gtin;
        }
        return ids.stream()
                .min(Comparator.comparing(ItemId::scheme).thenComparing(ItemId::value))
                .map(id -> "item " + id.value() + " (" + id.scheme() + ")")
                .orElse("an item without a number");
    }
}
