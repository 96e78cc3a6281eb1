package io.lotwire.mapping;

import io.lotwire.lot.Issue;
import io.lotwire.lot.IssueCode;
import io.lotwire.lot.Item;
import io.lotwire.lot.Quantity;
import io.lotwire.problem.Severity;
import java.math.BigDecimal;
import java.util.Set;

/**
 * Tells when a quantity counts other things than the GTIN names: single units of a case, or cases of a single unit. A GTIN-14
 * with an indicator from 1 to 8 is a group of trade items (GS1 General Specifications, 2.1.2); how many, PO401 may say.
 */
final class UnitLevels {
    /** Single things, in X12 element 355 and in UN/ECE Recommendation 20. */
    private static final Set<String> SINGLES = Set.of("EA", "PC", "PCE", "NAR", "C62", "H87");

    /** Packs of several, in X12 element 355 and in UN/ECE Recommendations 20 and 21. */
    private static final Set<String> PACKS = Set.of("CA", "CT", "CS", "BX", "PK");

    private UnitLevels() {}

    /**
     * The doubt; null where there is none.
     *
     * @param pack how many single items a pack of the goods holds, null when not stated
     */
    static Issue doubt(Item item, Quantity quantity, BigDecimal pack) {
        boolean several = pack != null && pack.compareTo(BigDecimal.ONE) > 0;
        if (!several || item.gtin() == null || quantity == null) {
            return null;
        }
        char indicator = item.gtin().digits().charAt(0);
        boolean group = indicator >= '1' && indicator <= '8';
        if (group && SINGLES.contains(quantity.unit())) {
            return issue(item, quantity, "which is a group of several (" + pack.toPlainString() + " in a pack)");
        }
        if (indicator == '0' && PACKS.contains(quantity.unit())) {
            return issue(item, quantity, "of which a pack holds " + pack.toPlainString());
        }
        return null;
    }

    private static Issue issue(Item item, Quantity quantity, String why) {
        return new Issue(
                IssueCode.UNIT_OF_ANOTHER_LEVEL,
                Severity.WARNING,
                quantity.value().toPlainString() + " " + quantity.unit() + " are stated of GTIN " + item.gtin() + ", "
                        + why + ": they may be other things than the GTIN names.");
    }
}
