package io.lotwire.mapping;

import io.lotwire.lot.Issue;
import io.lotwire.lot.IssueCode;
import io.lotwire.lot.LogisticUnit;
import io.lotwire.lot.Sscc;
import io.lotwire.lot.UnitType;
import io.lotwire.mapping.Mapping.UnitPlace;
import io.lotwire.mapping.Mapping.UnitTypes;
import io.lotwire.problem.Severity;
import io.lotwire.x12.Loop;
import io.lotwire.x12.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Reads the pallets and cartons that a loop's goods are in. */
final class UnitReader {
    private UnitReader() {}

    /** The units of the nearest loop that numbers any; else those that the loops inside number. */
    static List<UnitFinding> find(Loop loop, Mapping mapping) {
        List<UnitFinding> below = new ArrayList<>();
        loop.loops().forEach(child -> collectBelow(child, mapping, below));
        if (!below.isEmpty()) {
            return below;
        }
        return Nearest.of(loop, at -> findIn(at, mapping)).orElse(List.of());
    }

    /** The unit with the unit that holds it; null, with an issue, when the number is no SSCC. */
    static LogisticUnit read(UnitFinding finding, Mapping mapping, Consumer<Issue> issues) {
        Optional<Sscc> sscc = Sscc.parse(finding.number());
        if (sscc.isEmpty()) {
            issues.accept(new Issue(
                    IssueCode.SSCC_INVALID,
                    Severity.WARNING,
                    "The unit's number '" + finding.number() + "' is no SSCC: 18 digits are wanted."));
            return null;
        }
        if (!sscc.get().hasGoodCheckDigit()) {
            issues.accept(new Issue(
                    IssueCode.SSCC_INVALID,
                    Severity.WARNING,
                    "The SSCC '" + finding.number() + "' has a wrong check digit: it may be misread."));
        }
        return new LogisticUnit(sscc.get(), parent(finding, mapping), type(finding.loop(), mapping.unitTypes()));
    }

    private static void collectBelow(Loop loop, Mapping mapping, List<UnitFinding> found) {
        findIn(loop, mapping).ifPresent(found::addAll);
        loop.loops().forEach(child -> collectBelow(child, mapping, found));
    }

    private static Optional<List<UnitFinding>> findIn(Loop loop, Mapping mapping) {
        for (UnitPlace place : mapping.units()) {
            List<UnitFinding> units = new ArrayList<>();
            for (Value value : place.sscc().all(loop)) {
                units.add(new UnitFinding(
                        value.text(), value.segment().element(place.quantity()), value.segment(), loop));
            }
            if (!units.isEmpty()) {
                return Optional.of(units);
            }
        }
        return Optional.empty();
    }

    private static Sscc parent(UnitFinding finding, Mapping mapping) {
        return finding.loop()
                .parent()
                .flatMap(around -> Nearest.of(around, at -> findIn(at, mapping)))
                .filter(units -> units.size() == 1)
                .flatMap(units -> Sscc.parse(units.get(0).number()))
                .orElse(null);
    }

    private static UnitType type(Loop loop, UnitTypes types) {
        if (types.byLevel() == null) {
            return types.all();
        }
        return types.byLevel()
                .at()
                .first(loop)
                .map(value -> types.byLevel().codes().get(value.text()))
                .orElse(null);
    }
}
