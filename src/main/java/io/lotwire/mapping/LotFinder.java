package io.lotwire.mapping;

import io.lotwire.edi.tree.PathFindings;
import io.lotwire.edi.tree.Value;
import io.lotwire.lot.ElementString;
import io.lotwire.lot.Issue;
import io.lotwire.lot.IssueCode;
import io.lotwire.mapping.Mapping.LotPlace;
import io.lotwire.mapping.goods.Numbers;
import io.lotwire.problem.Severity;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Finds the lots that a loop speaks of. */
final class LotFinder {
    private final Plan plan;

    LotFinder(Plan plan) {
        this.plan = plan;
    }

    /**
     * The lots of the nearest loop that names any, by the first of its places that has one there; with a doubt where a
     * place of lower precedence names another lot, since no lot is passed over in silence.
     */
    Read<List<LotFinding>> find(Scope scope) {
        List<Issue> none = List.of();
        for (Scope at = scope.nearest(Plan.LOT); at != null; at = nearestAround(at)) {
            if (at.lots == null) {
                at.lots = findIn(at);
            }
            if (!at.lots.value().isEmpty()) {
                return at.lots;
            }
            none = none.isEmpty() ? at.lots.issues() : none;
        }
        return new Read<>(List.of(), none);
    }

    /** Tells of which lots the goods' event or its doubts speak: of all that the level names which names one. */
    void used(Scope goods, Trail trail) {
        for (Scope at = goods.nearest(Plan.LOT); at != null; at = nearestAround(at)) {
            PathFindings found = at.found();
            for (int i = 0; i < found.count(); i++) {
                if (plan.lots().has(found.path(i))) {
                    Value value = found.value(i);
                    LotPlace place = plan.lot(found.path(i));
                    trail.used(value);
                    plan.path(found.path(i)).usedFor(value, trail::used);
                    if (place.unless() != null) {
                        trail.used(BesideReader.read(place.unless().at(), value, at.loop()));
                    }
                }
            }
            if (at.lots != null && !at.lots.value().isEmpty()) {
                return;
            }
        }
    }

    private static Scope nearestAround(Scope scope) {
        return scope.around() == null ? null : scope.around().nearest(Plan.LOT);
    }

    private Read<List<LotFinding>> findIn(Scope scope) {
        PathFindings found = scope.found();
        List<LotFinding> all = new ArrayList<>(2);
        List<Issue> notLots = List.of();
        List<Issue> ranges = List.of();
        int best = Integer.MAX_VALUE;
        for (int i = 0; i < found.count(); i++) {
            if (plan.lots().has(found.path(i))) {
                Issue notLot = LotPlaces.noLot(plan, found.path(i), found.value(i), scope.loop());
                LotFinding lot = notLot == null ? finding(scope, found.path(i), found.value(i)) : null;
                if (notLot != null) {
                    notLots = notLots.isEmpty() ? new ArrayList<>(1) : notLots;
                    notLots.add(notLot);
                } else if (lot != null) {
                    ranges = lot.place().range() && ranges.isEmpty() ? new ArrayList<>(0) : ranges;
                    Ranges.add(lot, all, ranges);
                    best = Math.min(best, plan.rankOfLot(lot.path()));
                }
            }
        }
        if (all.size() < 2) {
            return new Read<>(all, all.isEmpty() ? notLots : List.of());
        }
        List<LotFinding> taken = new ArrayList<>(all.size());
        for (LotFinding lot : all) {
            if (plan.rankOfLot(lot.path()) == best && isNew(lot, taken)) {
                taken.add(lot);
            }
        }
        ranges = taken.size() == all.size() ? ranges : and(ranges, otherLots(all, taken));
        return new Read<>(bounded(taken), ranges);
    }

    private static List<Issue> and(List<Issue> some, List<Issue> more) {
        List<Issue> all = new ArrayList<>(some);
        all.addAll(more);
        return all;
    }

    /** One segment that names a lot in several of its elements names it once. */
    private static boolean isNew(LotFinding lot, List<LotFinding> taken) {
        boolean isNew = true;
        if (lot.place().codes().size() > 1) {
            for (LotFinding other : taken) {
                isNew &= !other.segment().equals(lot.segment()) || !other.code().equals(lot.code());
            }
        }
        return isNew;
    }

    /** The lot that a value names; null for an element string or a text that names none. */
    private LotFinding finding(Scope scope, int path, Value value) {
        LotPlace place = plan.lot(path);
        if (!place.elementString()) {
            String code = place.code(value.text());
            if (code.isEmpty()) {
                return null;
            }
            Value quantity = BesideReader.read(place.quantity(), value, scope.loop());
            return new LotFinding(
                    code,
                    place,
                    path,
                    value,
                    null,
                    scope,
                    Integer.MAX_VALUE,
                    quantity == null ? "" : Numbers.withPoint(quantity),
                    quantity,
                    BesideReader.text(place.unit(), value, scope.loop()),
                    null);
        }
        return ElementString.parse(value.text())
                .filter(string -> !string.get(ElementString.BATCH).isEmpty())
                .map(string -> new LotFinding(
                        string.get(ElementString.BATCH),
                        place,
                        path,
                        value,
                        string,
                        scope,
                        Integer.MAX_VALUE,
                        string.get(ElementString.COUNT),
                        value,
                        "",
                        null))
                .orElse(null);
    }

    /** Each lot with the position of the segment that names the next, and the quantity only where it is its own. */
    private static List<LotFinding> bounded(List<LotFinding> lots) {
        List<LotFinding> bounded = new ArrayList<>(lots.size());
        for (int i = 0; i < lots.size(); i++) {
            int own = lots.get(i).segment().position();
            int until = Integer.MAX_VALUE;
            for (int next = lots.size() - 1; next > i; next--) {
                int position = lots.get(next).segment().position();
                until = position > own ? position : until;
            }
            LotFinding lot =
                    until == Integer.MAX_VALUE ? lots.get(i) : lots.get(i).until(until);
            bounded.add(sharesQuantity(lot, lots) ? lot.withoutQuantity() : lot);
        }
        return bounded;
    }

    /** True when a quantity is stated for several lots together. */
    private static boolean sharesQuantity(LotFinding lot, List<LotFinding> lots) {
        int sharing = 0;
        for (LotFinding other : lot.quantityAt() == null ? List.<LotFinding>of() : lots) {
            boolean same = other.quantityAt() != null
                    && other.quantityAt().segment().position()
                            == lot.quantityAt().segment().position();
            sharing += same ? 1 : 0;
        }
        return sharing > 1;
    }

    private List<Issue> otherLots(List<LotFinding> all, List<LotFinding> taken) {
        List<Issue> issues = new ArrayList<>(0);
        Set<String> codes = new LinkedHashSet<>();
        taken.forEach(lot -> codes.add(lot.code()));
        List<LotFinding> others = new ArrayList<>(all);
        others.removeIf(lot -> codes.contains(lot.code()));
        others.sort((one, other) -> Integer.compare(one.path(), other.path()));
        for (LotFinding lot : others) {
            issues.add(new Issue(
                    IssueCode.LOT_CONFLICT,
                    Severity.WARNING,
                    "The document names lot " + String.join(", ", codes) + " here, and another, '" + lot.code()
                            + "', at " + plan.path(lot.path()) + " (segment "
                            + lot.segment().number() + "): ask the sender which is right."));
        }
        return issues;
    }
}
