package io.lotwire.document;

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

    /** X12 element 355 codes of things that are counted. */
    private static final Set<String> COUNTS = Set.of("EA", "CA", "CT", "BX", "PK", "PC", "UN", "BG", "CS", "BO", "CN");

    /** Empty when nothing is stated, or in a unit that has no certain counterpart: then the quantity stays unsaid. */
    static Optional<EpcisQuantity> of(Quantity stated) {
        if (stated == null || stated.value() == null) {
            return Optional.empty();
        }
        if (COUNTS.contains(stated.unit())) {
            return Optional.of(new EpcisQuantity(stated.value(), ""));
        }
        return Optional.ofNullable(MEASURES.get(stated.unit())).map(uom -> new EpcisQuantity(stated.value(), uom));
    }
}
