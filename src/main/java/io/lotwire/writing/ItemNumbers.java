package io.lotwire.writing;

import io.lotwire.edi.segment.Syntax;
import io.lotwire.lot.Item;
import io.lotwire.lot.ItemId;
import io.lotwire.lot.LotEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A product's numbers as pairs of qualifier and number. */
final class ItemNumbers {
    private static final String GTIN = "gtin";

    private ItemNumbers() {}

    /** A number and what it is (X12 element 235, UN/EDIFACT 7143). */
    record Pair(String qualifier, String number) {}

    /** The numbers for which there is a qualifier, in the order of the qualifiers. */
    static List<Pair> of(Item item, Map<String, String> qualifiers, Syntax syntax) {
        List<Pair> pairs = new ArrayList<>();
        qualifiers.forEach((scheme, qualifier) -> {
            if (scheme.equals(GTIN) && item.gtin() != null) {
                String number = shortened(item.gtin().digits(), qualifier, syntax);
                if (!number.isEmpty()) {
                    pairs.add(new Pair(qualifier, number));
                }
                return;
            }
            int before = pairs.size();
            for (ItemId id : item.ids()) {
                if (id.scheme().equals(scheme)) {
                    Pair pair = new Pair(qualifier, id.value());
                    if (!pairs.subList(before, pairs.size()).contains(pair)) {
                        pairs.add(pair);
                    }
                }
            }
        });
        return pairs;
    }

    /** The number of a scheme that all items share. */
    static String one(EventsAtHand atHand, String scheme) {
        return atHand.common(LotEvent::item, item -> {
            for (ItemId id : item.ids()) {
                if (id.scheme().equals(scheme)) {
                    return id.value();
                }
            }
            return "";
        });
    }

    /**
     * A GTIN as short as its qualifier says: UP has 12 digits, EN 13, where those before them are zeros. Where they are not,
     * EDIFACT calls all 14 digits EN, and X12 has no such number.
     */
    private static String shortened(String gtin, String qualifier, Syntax syntax) {
        int zeros =
                switch (qualifier) {
                    case "UP" -> 2;
                    case "EN" -> 1;
                    default -> 0;
                };
        boolean isShort = gtin.startsWith("0".repeat(zeros));
        return isShort ? gtin.substring(zeros) : syntax == Syntax.EDIFACT ? gtin : "";
    }
}
