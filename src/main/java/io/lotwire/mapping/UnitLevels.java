package io.lotwire.mapping;

import io.lotwire.edi.tree.Value;
import io.lotwire.edi.tree.X12Path;
import io.lotwire.lot.Issue;
import io.lotwire.lot.IssueCode;
import io.lotwire.lot.Item;
import io.lotwire.lot.Quantity;
import io.lotwire.mapping.goods.Numbers;
import io.lotwire.problem.Severity;
import io.lotwire.unit.Unit;
import io.lotwire.unit.UnitKind;
import io.lotwire.unit.UnitList;
import io.lotwire.unit.Units;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * Tells when a quantity counts other things than the GTIN names: single units of a case, or cases of a single unit. A GTIN-14
 * with an indicator from 1 to 8 is a group of trade items (GS1 General Specifications, 2.1.2); how many, PO401 may say.
 */
final class UnitLevels {
    private final String document;
    private final List<X12Path> packs;
    private final Trail trail;
    /** The unit that was asked for last, and what it is: most lines of a document have the same one. */
    private String unitBefore = "";

    private UnitKind kindBefore;

    /**
     * @param document the transaction set or message, which says whose units its codes are
     * @param packs where it stands how many single items a pack holds
     * @param trail is told where it was taken; null when nobody wants to know
     */
    UnitLevels(String document, List<X12Path> packs, Trail trail) {
        this.document = document;
        this.packs = packs;
        this.trail = trail;
    }

    /** The doubt about the unit of goods; null where there is none. */
    Issue doubt(Scope goods, Item item, Quantity quantity) {
        if (packs.isEmpty() || item.gtin() == null || quantity == null) {
            return null;
        }
        char indicator = item.gtin().digits().charAt(0);
        boolean singlesOfGroup = indicator >= '1' && indicator <= '8' && is(UnitKind.SINGLE, quantity);
        boolean packsOfSingle = indicator == '0' && is(UnitKind.GROUP, quantity);
        BigDecimal pack = singlesOfGroup || packsOfSingle ? pack(goods) : null;
        if (pack == null || pack.compareTo(BigDecimal.ONE) <= 0) {
            return null;
        }
        return issue(
                item,
                quantity,
                singlesOfGroup
                        ? "which is a group of several (" + pack.toPlainString() + " in a pack)"
                        : "of which a pack holds " + pack.toPlainString());
    }

    private boolean is(UnitKind kind, Quantity quantity) {
        String code = quantity.unit();
        if (!code.equals(unitBefore)) {
            unitBefore = code;
            kindBefore =
                    Units.of(UnitList.of(document, code), code).map(Unit::kind).orElse(null);
        }
        return kindBefore == kind;
    }

    /** What the nearest level says; null when none does. Few goods ask, so it is looked for by itself. */
    private BigDecimal pack(Scope goods) {
        for (X12Path place : packs) {
            for (Scope at = goods; at != null; at = at.around()) {
                Optional<Value> value = place.first(at.loop());
                if (value.isPresent()) {
                    if (trail != null) {
                        trail.used(value.get());
                    }
                    return Numbers.decimal(value.get()).orElse(null);
                }
            }
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
