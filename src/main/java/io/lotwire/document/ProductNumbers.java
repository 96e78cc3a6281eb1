package io.lotwire.document;

import io.lotwire.lot.Item;
import io.lotwire.lot.ItemId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A product's numbers as X12 qualifier and value pairs (elements 235 and 234). */
final class ProductNumbers {
    private static final Map<String, String> QUALIFIERS = Map.of(
            "upc", "UP",
            "upc-case", "UA",
            "upc-11", "UI",
            "ean", "EN",
            "gtin", "UK",
            "buyer", "IN",
            "vendor", "VN",
            "sku", "SK",
            "ndc", "ND");

    private ProductNumbers() {}

    /** Qualifier and value, one after the other: the GTIN first, then each other number that X12 has a qualifier for. */
    static List<String> pairs(Item item) {
        List<String> pairs = new ArrayList<>();
        if (item.gtin() != null) {
            pairs.add("UK");
            pairs.add(item.gtin().digits());
        }
        for (ItemId id : item.ids()) {
            String qualifier = QUALIFIERS.get(id.scheme());
            boolean said = item.gtin() != null && "UK".equals(qualifier);
            if (qualifier != null && !said) {
                pairs.add(qualifier);
                pairs.add(id.value());
            }
        }
        return pairs;
    }
}
