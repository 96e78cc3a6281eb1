package io.lotwire.mapping;

import io.lotwire.lot.Issue;
import io.lotwire.lot.IssueCode;
import io.lotwire.lot.Lot;
import io.lotwire.lot.LotSource;
import io.lotwire.mapping.Mapping.LotDate;
import io.lotwire.mapping.Mapping.LotPlace;
import io.lotwire.problem.Severity;
import io.lotwire.x12.Loop;
import io.lotwire.x12.Segment;
import io.lotwire.x12.Value;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Reads the lots that a loop speaks of, and their dates. */
final class LotReader {
    private LotReader() {}

    /** True when this very loop names a lot. */
    static boolean isIn(Loop loop, Mapping mapping) {
        return mapping.lots().stream()
                .anyMatch(place -> place.code().first(loop).isPresent());
    }

    /**
     * The lots of the nearest loop that names any, by the first kind of place that has one there.
     *
     * @param issues is told of a place of lower precedence that names another lot: no lot is passed over in silence
     */
    static List<LotFinding> find(Loop loop, Mapping mapping, Consumer<Issue> issues) {
        return Nearest.of(loop, at -> findIn(at, mapping, issues)).orElse(List.of());
    }

    private static Optional<List<LotFinding>> findIn(Loop loop, Mapping mapping, Consumer<Issue> issues) {
        for (LotPlace place : mapping.lots()) {
            List<LotFinding> lots = new ArrayList<>();
            for (Value value : place.code().all(loop)) {
                Segment segment = value.segment();
                lots.add(new LotFinding(
                        value.text(),
                        place.kind(),
                        segment,
                        segment.element(place.quantity()),
                        segment.component(place.unit(), 1),
                        segment.element(place.expires())));
            }
            if (!lots.isEmpty()) {
                otherLots(loop, mapping, lots, issues);
                return Optional.of(lots);
            }
        }
        return Optional.empty();
    }

    private static void otherLots(Loop loop, Mapping mapping, List<LotFinding> taken, Consumer<Issue> issues) {
        Set<String> codes = taken.stream().map(LotFinding::code).collect(Collectors.toSet());
        for (LotPlace place : mapping.lots()) {
            for (Value value : place.code().all(loop)) {
                if (!codes.contains(value.text())) {
                    issues.accept(new Issue(
                            IssueCode.LOT_CONFLICT,
                            Severity.WARNING,
                            "The document names lot " + String.join(", ", codes) + " here, and another, '"
                                    + value.text() + "', at " + place.code() + " (segment "
                                    + value.segment().number() + "): ask the sender which is right."));
                }
            }
        }
    }

    /** A found lot with its dates: its own, else those of the nearest loop. */
    static Lot read(LotFinding finding, Loop loop, Mapping mapping, Consumer<Issue> issues) {
        String ownExpiry = finding.expires().isEmpty() ? "" : date(finding.expires(), "expiry date", issues);
        LotSource source = PartyReader.lotSource(loop, mapping.lotSource(), issues);
        return new Lot(
                finding.code(),
                finding.kind(),
                ownExpiry.isEmpty() ? nearestDate(LotDate.EXPIRES, loop, mapping, issues) : ownExpiry,
                nearestDate(LotDate.BEST_BEFORE, loop, mapping, issues),
                nearestDate(LotDate.MANUFACTURED, loop, mapping, issues),
                nearestDate(LotDate.PACKED, loop, mapping, issues),
                nearestDate(LotDate.HARVESTED, loop, mapping, issues),
                source);
    }

    private static String nearestDate(LotDate kind, Loop loop, Mapping mapping, Consumer<Issue> issues) {
        return Nearest.value(loop, mapping.dates().getOrDefault(kind, List.of()))
                .map(value ->
                        date(value.text(), "date in segment " + value.segment().number(), issues))
                .orElse("");
    }

    private static String date(String text, String what, Consumer<Issue> issues) {
        Optional<LocalDate> date = Dates.date(text);
        if (date.isEmpty()) {
            issues.accept(new Issue(
                    IssueCode.DATE_INVALID,
                    Severity.WARNING,
                    "The " + what + " is '" + text + "', which is no day: CCYYMMDD is wanted."));
        }
        return date.map(LocalDate::toString).orElse("");
    }
}
