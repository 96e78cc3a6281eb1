package io.lotwire.writing;

import io.lotwire.edi.segment.Syntax;
import io.lotwire.lot.Item;
import io.lotwire.lot.ItemId;
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
            item.ids().stream()
                    .filter(id -> id.scheme().equals(scheme))
                    .map(ItemId::value)
                    .distinct()
                    .forEach(number -> pairs.add(new Pair(qualifier, number)));
        });
        return pairs;
    }

    /** The number of a scheme that all items share. */
    static String one(EventsAtHand atHand, String scheme) {
        return atHand.common(event -> event.item().ids().stream()
                .filter(id -> id.scheme().equals(scheme))
                .map(ItemId::value)
                .findFirst()
                .orElse(""));
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
