package io.lotwire.registry;

import io.lotwire.lot.Item;
import java.util.List;

/** Which of the lots with one code an item belongs to. */
sealed interface LotMatch {
    /** Exactly one lot is of this item. */
    record Found(KnownLot lot) implements LotMatch {}

    /** The code is known, but for other items. */
    record OtherItem(List<KnownLot> lots) implements LotMatch {}

    /** Several lots could be meant. */
    record Ambiguous(List<KnownLot> lots) implements LotMatch {}

    /** The code is not known. */
    record Unknown() implements LotMatch {}

    /**
     * Finds the lot of an item: by GTIN, and where one of the two has none, by the other product numbers.
     *
     * @param item the item named with the lot code
     * @param sameCode all known lots with that code
     */
    static LotMatch of(Item item, List<KnownLot> sameCode) {
        if (sameCode.isEmpty()) {
            return new Unknown();
        }
        if (item.gtin() != null) {
            for (KnownLot lot : sameCode) {
                if (item.gtin().equals(lot.gtin())) {
                    return new Found(lot);
                }
            }
        } else if (item.ids().isEmpty()) {
            return new Ambiguous(sameCode);
        }
        List<KnownLot> sharing = sameCode.stream()
                .filter(lot -> item.gtin() == null || lot.gtin() == null)
                .filter(lot -> lot.sharesNumberWith(item))
                .toList();
        return switch (sharing.size()) {
            case 0 -> new OtherItem(sameCode);
            case 1 -> new Found(sharing.get(0));
            default -> new Ambiguous(sharing);
        };
    }
}
