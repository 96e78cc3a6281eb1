package io.lotwire.mapping;

import io.lotwire.edi.tree.Loop;
import io.lotwire.edi.tree.PathFindings;
import io.lotwire.edi.tree.Value;
import io.lotwire.lot.ElementString;
import io.lotwire.lot.Issue;
import io.lotwire.lot.IssueCode;
import io.lotwire.lot.LogisticUnit;
import io.lotwire.lot.Sscc;
import io.lotwire.lot.UnitType;
import io.lotwire.mapping.Mapping.UnitPlace;
import io.lotwire.mapping.Mapping.UnitTypes;
import io.lotwire.mapping.goods.Numbers;
import io.lotwire.problem.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the pallets and cartons that a loop's goods are in. */
final class UnitReader {
    private final Plan plan;
    private final Trail trail;

    /**
     * @param trail is told where values were taken; null when nobody wants to know
     */
    UnitReader(Plan plan, Trail trail) {
        this.plan = plan;
        this.trail = trail;
    }

    /** The units that the loops inside number; else those of the nearest loop that numbers any. */
    List<UnitFinding> find(Scope scope) {
        List<UnitFinding> below = List.of();
        for (Loop inner : scope.inner()) {
            below = collectBelow(new Scope(inner, scope, plan), scope, below);
        }
        return below.isEmpty() ? nearest(scope) : below;
    }

    private List<UnitFinding> collectBelow(Scope scope, Scope line, List<UnitFinding> before) {
        List<UnitFinding> all = before;
        if (!findIn(scope, line).isEmpty()) {
            all = new ArrayList<>(before);
            all.addAll(findIn(scope, line));
        }
        for (Loop inner : scope.inner()) {
            all = collectBelow(new Scope(inner, scope, plan), line, all);
        }
        return all;
    }

    private List<UnitFinding> nearest(Scope scope) {
        Scope at = scope.nearest(Plan.UNIT);
        while (at != null) {
            if (!findIn(at, at).isEmpty()) {
                return findIn(at, at);
            }
            at = at.around() == null ? null : at.around().nearest(Plan.UNIT);
        }
        return List.of();
    }

    /** Those that the first place gives which has any. */
    private List<UnitFinding> findIn(Scope scope, Scope line) {
        if (scope.units == null) {
            scope.units = scope.says(Plan.UNIT) ? make(scope, line) : List.of();
        }
        return scope.units;
    }

    private List<UnitFinding> make(Scope scope, Scope line) {
        PathFindings found = scope.found();
        List<UnitFinding> all = new ArrayList<>(1);
        int best = Integer.MAX_VALUE;
        for (int i = 0; i < found.count(); i++) {
            if (plan.units().has(found.path(i))) {
                UnitFinding unit = finding(scope, line, found.path(i), found.value(i));
                if (unit != null) {
                    Ranges.add(unit, plan.unit(unit.path()).range(), all);
                    best = Math.min(best, plan.rankOfUnit(unit.path()));
                }
            }
        }
        if (all.size() > 1) {
            int rank = best;
            all.removeIf(unit -> plan.rankOfUnit(unit.path()) != rank);
        }
        return all;
    }

    /** The unit that a value numbers; null for an element string that names none. */
    private UnitFinding finding(Scope scope, Scope line, int path, Value value) {
        UnitPlace place = plan.unit(path);
        if (!place.elementString()) {
            Value quantity = BesideReader.read(place.quantity(), value, line.loop());
            String text = quantity == null ? "" : Numbers.withPoint(quantity);
            return new UnitFinding(value.text(), text, quantity, path, value, scope);
        }
        Optional<ElementString> string = ElementString.parse(value.text());
        if (string.isEmpty()) {
            return new UnitFinding(value.text(), "", null, path, value, scope);
        }
        return string.filter(each -> !each.get(ElementString.SSCC).isEmpty())
                .map(each -> new UnitFinding(
                        each.get(ElementString.SSCC), each.get(ElementString.COUNT), value, path, value, scope))
                .orElse(null);
    }

    /** The unit with the unit that holds it; nothing, with an issue, when the number is no SSCC. */
    Read<LogisticUnit> read(UnitFinding finding) {
        if (finding.unit == null || trail != null) {
            Read<LogisticUnit> made = make(finding);
            finding.unit = finding.doubt == null ? made : made.with(finding.doubt);
        }
        return finding.unit;
    }

    private Read<LogisticUnit> make(UnitFinding finding) {
        if (trail != null) {
            trail.took("logisticUnit.sscc", plan.path(finding.path()), finding.at());
        }
        Optional<Sscc> sscc = Sscc.parse(finding.number());
        if (sscc.isEmpty() && plan.unit(finding.path()).elementString()) {
            return new Read<>(null, List.of(UnreadableStrings.doubt(finding.at())));
        }
        if (sscc.isEmpty()) {
            return new Read<>(
                    null, doubt("The unit's number '" + finding.number() + "' is no SSCC: 18 digits are wanted."));
        }
        List<Issue> issues = sscc.get().hasGoodCheckDigit()
                ? List.of()
                : doubt("The SSCC '" + finding.number() + "' has a wrong check digit: it may be misread.");
        return new Read<>(new LogisticUnit(sscc.get(), parent(finding), type(finding)), issues);
    }

    private static List<Issue> doubt(String message) {
        return List.of(new Issue(IssueCode.SSCC_INVALID, Severity.WARNING, message));
    }

    private Sscc parent(UnitFinding finding) {
        Scope around = finding.scope().around();
        List<UnitFinding> units = around == null ? List.of() : nearest(around);
        if (units.size() != 1) {
            return null;
        }
        if (trail != null) {
            trail.took(
                    "logisticUnit.parentSscc",
                    plan.path(units.get(0).path()),
                    units.get(0).at());
        }
        return Sscc.parse(units.get(0).number()).orElse(null);
    }

    private UnitType type(UnitFinding finding) {
        UnitTypes types = plan.mapping().unitTypes();
        if (types.byLevel() == null) {
            return types.all();
        }
        Value code = finding.scope().found().first(plan.unitType());
        UnitType type = code == null ? null : types.byLevel().codes().get(code.text());
        if (trail != null && type != null) {
            trail.took("logisticUnit.type", plan.path(plan.unitType()), code);
        }
        return type;
    }
}
