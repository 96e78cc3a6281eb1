package io.lotwire.mapping;

import io.lotwire.edi.tree.PathFindings;
import io.lotwire.lot.ElementString;
import io.lotwire.mapping.Mapping.LotPlace;

/**
 * Which levels lend a lot what it does not say itself. A level above that names another lot does not: its dates, and where
 * its lot was made, are that lot's.
 */
final class LotBounds {
    private final Plan plan;

    LotBounds(Plan plan) {
        this.plan = plan;
    }

    /** True when a level above the one that names the lot names lots, too: only then must each be asked for. */
    boolean areNear(LotFinding lot) {
        Scope above = lot.line().around();
        return above != null && above.nearest(Plan.LOT) != null;
    }

    /** True when what a level says may be said of the lot. */
    boolean lends(Scope level, LotFinding lot) {
        return !level.says(Plan.LOT) || !level.isAround(lot.line()) || namesOnly(level, lot.code());
    }

    private boolean namesOnly(Scope level, String code) {
        PathFindings found = level.found();
        for (int i = 0; i < found.count(); i++) {
            if (plan.lots().has(found.path(i)) && isOther(found, i, code)) {
                return false;
            }
        }
        return true;
    }

    private boolean isOther(PathFindings found, int index, String code) {
        LotPlace place = plan.lot(found.path(index));
        String text = found.value(index).text();
        String named = place.elementString()
                ? ElementString.parse(text)
                        .map(string -> string.get(ElementString.BATCH))
                        .orElse("")
                : place.code(text);
        return !named.isEmpty() && !named.equals(code);
    }
}
