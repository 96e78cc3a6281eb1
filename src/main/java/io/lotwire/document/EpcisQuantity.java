package io.lotwire.document;

import io.lotwire.lot.Gtin;
import io.lotwire.lot.Item;
import io.lotwire.lot.Quantity;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A quantity as EPCIS has it.
 *
 * @param value how much
 * @param uom unit of measure (UN/ECE Recommendation 20), {@code ""} for a count of trade items
 */
record EpcisQuantity(BigDecimal value, String uom) {
    /** X12 element 355 codes of measures, and their UN/ECE Recommendation 20 codes. */
    private static final Map<String, String> MEASURES = Map.of(
            "LB", "LBR", "KG", "KGM", "GR", "GRM", "OZ", "ONZ", "ST", "STN", "GA", "GLL", "LT", "LTR", "ML", "MLT",
            "FO", "OZA");

    private static final String EACH = "EA";

    /** Schemes of item numbers that are GTINs. */
    private static final Set<String> GTINS = Set.of("gtin", "ean", "upc");

    /** X12 element 355 codes of things that are counted. */
    private static final Set<String> COUNTS = Set.of("EA", "CA", "CT", "BX", "PK", "PC", "UN", "BG", "CS", "BO", "CN");

    /**
     * Empty when nothing is stated, or in a unit that has no certain counterpart: then the quantity stays unsaid. Single units
     * of an item that has a GTIN for its case and another for its content are no count of the case.
     */
    static Optional<EpcisQuantity> of(Quantity stated, Item item) {
        if (stated == null || stated.value() == null || (stated.unit().equals(EACH) && isCaseOfOthers(item))) {
            return Optional.empty();
        }
        if (COUNTS.contains(stated.unit())) {
            return Optional.of(new EpcisQuantity(stated.value(), ""));
        }
        return Optional.ofNullable(MEASURES.get(stated.unit())).map(uom -> new EpcisQuantity(stated.value(), uom));
    }

    /** True for a GTIN with an indicator (GS1 General Specifications: 1 to 8 are groups of trade items) beside another. */
    private static boolean isCaseOfOthers(Item item) {
        return item.gtin() != null
                && !item.gtin().digits().startsWith("0")
                && item.ids().stream()
                        .filter(id -> GTINS.contains(id.scheme()))
                        .map(id -> Gtin.parse(id.value()))
                        .anyMatch(other -> other.isPresent() && !other.get().equals(item.gtin()));
    }
}
