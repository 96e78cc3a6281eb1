package io.lotwire.mapping;

import io.lotwire.edi.tree.PathFindings;
import io.lotwire.edi.tree.Value;
import io.lotwire.lot.ElementString;
import io.lotwire.lot.Issue;
import io.lotwire.lot.IssueCode;
import io.lotwire.lot.Lot;
import io.lotwire.lot.LotDoubt;
import io.lotwire.lot.LotSource;
import io.lotwire.mapping.Mapping.LotDate;
import io.lotwire.mapping.Plan.Range;
import io.lotwire.problem.Severity;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** Reads a lot that was found: its code, its dates, and where it was made. */
final class LotReader {
    private static final LotDate[] KINDS = LotDate.values();

    /** The application identifiers of GS1 for the kinds of date. */
    private static final Map<LotDate, String> IDENTIFIERS = Map.of(
            LotDate.EXPIRES, ElementString.EXPIRES,
            LotDate.BEST_BEFORE, ElementString.BEST_BEFORE,
            LotDate.MANUFACTURED, ElementString.PRODUCED,
            LotDate.PACKED, ElementString.PACKED,
            LotDate.HARVESTED, ElementString.HARVESTED);

    /** Those that an event has a field for. */
    private static final Set<String> USED = Set.of(
            ElementString.SSCC,
            ElementString.GTIN,
            ElementString.CONTENT,
            ElementString.BATCH,
            ElementString.PRODUCED,
            ElementString.PACKED,
            ElementString.BEST_BEFORE,
            ElementString.EXPIRES,
            ElementString.EXPIRES_AT,
            ElementString.HARVESTED,
            ElementString.COUNT,
            ElementString.PIECES);

    private final Plan plan;
    private final PartyReader parties;
    private final LotBounds bounds;
    private final Trail trail;

    /**
     * @param trail is told where values were taken; null when nobody wants to know
     */
    LotReader(Plan plan, PartyReader parties, Trail trail) {
        this.plan = plan;
        this.parties = parties;
        this.bounds = new LotBounds(plan);
        this.trail = trail;
    }

    /** A found lot with its dates: its own, else those of the nearest loop. */
    Lot read(LotFinding finding, Scope scope, List<Issue> issues) {
        if (trail != null) {
            trail.took("lot.code", plan.path(finding.path()), finding.at());
        }
        if (finding.elementString() != null) {
            readString(finding, issues);
        }
        Optional<Issue> doubt = LotDoubt.of(finding.code());
        if (doubt.isPresent()) {
            issues.add(doubt.get());
        }
        Map<LotDate, DateRead> own = own(finding, issues);
        boolean near = bounds.areNear(finding);
        Read<LotSource> source =
                near ? parties.lotSource(scope, level -> bounds.lends(level, finding)) : parties.lotSource(scope);
        if (!source.issues().isEmpty()) {
            issues.addAll(source.issues());
        }
        return new Lot(
                finding.code(),
                finding.place().kind(),
                date(LotDate.EXPIRES, own, finding, scope, near, issues),
                date(LotDate.BEST_BEFORE, own, finding, scope, near, issues),
                date(LotDate.MANUFACTURED, own, finding, scope, near, issues),
                date(LotDate.PACKED, own, finding, scope, near, issues),
                date(LotDate.HARVESTED, own, finding, scope, near, issues),
                source.value(),
                finding.certainty());
    }

    /** What speaks against the code; and, for who wants to know, what else the string says that no event has a field for. */
    private void readString(LotFinding finding, List<Issue> issues) {
        String doubt = finding.elementString().batchDoubt();
        if (!doubt.isEmpty()) {
            issues.add(new Issue(IssueCode.LOT_DOUBTFUL, Severity.WARNING, doubt));
        }
        if (trail != null) {
            finding.elementString().data().forEach((identifier, data) -> {
                if (!USED.contains(identifier) && !ElementString.isNetWeight(identifier)) {
                    trail.took("(" + identifier + ") not told: " + data, plan.path(finding.path()), finding.at());
                }
            });
        }
    }

    private String date(
            LotDate kind,
            Map<LotDate, DateRead> own,
            LotFinding finding,
            Scope scope,
            boolean near,
            List<Issue> issues) {
        DateRead date = own.getOrDefault(kind, DateRead.NONE);
        if (date.text().isEmpty() && date.issue() == null) {
            date = isItsOwn(kind, finding, scope)
                    ? amongSeveral(kind, finding, issues)
                    : nearest(kind, finding, scope, near, issues);
        }
        return date.text();
    }

    private Map<LotDate, DateRead> own(LotFinding finding, List<Issue> issues) {
        if (finding.elementString() == null && finding.place().dates().isEmpty()) {
            return Map.of();
        }
        Map<LotDate, DateRead> own = new EnumMap<>(LotDate.class);
        for (LotDate kind : KINDS) {
            DateRead date = own(kind, finding);
            own.put(kind, date);
            if (date.issue() != null) {
                issues.add(date.issue());
            }
        }
        return own;
    }

    /** What stands with the code itself. */
    private DateRead own(LotDate kind, LotFinding finding) {
        if (finding.elementString() != null) {
            String identifier = identifier(kind, finding.elementString());
            String text = finding.elementString().get(identifier);
            if (!text.isEmpty()) {
                Optional<LocalDate> date = finding.elementString().date(identifier);
                took(kind, finding.path(), finding.at());
                return date.isPresent()
                        ? new DateRead(date.get().toString(), null)
                        : new DateRead("", DateDoubt.noDay(words(kind), text, null));
            }
        }
        if (finding.place().dates().isEmpty()) {
            return DateRead.NONE;
        }
        Mapping.Beside place = finding.place().dates().get(kind);
        Value value = BesideReader.read(place, finding.at(), finding.line().loop());
        if (value == null) {
            return DateRead.NONE;
        }
        if (trail != null) {
            trail.took(field(kind), place.asPath(value.segment().id()), value);
        }
        return DateRead.of(kind, value, words(kind));
    }

    private static String identifier(LotDate kind, ElementString string) {
        boolean withTime =
                kind == LotDate.EXPIRES && string.get(ElementString.EXPIRES).isEmpty();
        return withTime ? ElementString.EXPIRES_AT : IDENTIFIERS.get(kind);
    }

    private static String words(LotDate kind) {
        return switch (kind) {
            case EXPIRES -> "expiry date";
            case BEST_BEFORE -> "best-before date";
            case MANUFACTURED -> "date of manufacture";
            case PACKED -> "packing date";
            case HARVESTED -> "harvest date";
        };
    }

    /**
     * True where dates of a kind cannot be everybody's: several stand among several lots, or they stand in loops of their
     * own.
     */
    private boolean isItsOwn(LotDate kind, LotFinding finding, Scope scope) {
        return finding.isOneOfSeveral()
                && scope.nearest(Plan.DATE) == finding.line()
                && areApart(plan.dates(kind), finding.line());
    }

    private static boolean areApart(Range places, Scope line) {
        PathFindings found = line.found();
        String first = null;
        for (int i = 0; i < found.count(); i++) {
            if (places.has(found.path(i))) {
                Value value = found.value(i);
                if (!value.loop().equals(line.loop()) || (first != null && !first.equals(value.text()))) {
                    return true;
                }
                first = value.text();
            }
        }
        return false;
    }

    /** The date that stands between this lot and the next; none, with a doubt, where that is not told. */
    private DateRead amongSeveral(LotDate kind, LotFinding finding, List<Issue> issues) {
        PathFindings found = finding.line().found();
        boolean unclear = finding.line().lots.value().stream().anyMatch(lot -> datesOf(kind, lot, found) > 1);
        int best = dateOf(kind, finding, found);
        if (unclear) {
            issues.add(new Issue(
                    IssueCode.DATE_NOT_SPLIT,
                    Severity.WARNING,
                    "The document states several dates (" + words(kind)
                            + ") for several lots together, not which is this one's."));
            return DateRead.NONE;
        }
        if (best < 0) {
            return DateRead.NONE;
        }
        DateRead date = read(kind, found.value(best));
        took(kind, found.path(best), found.value(best));
        if (date.issue() != null) {
            issues.add(date.issue());
        }
        return date;
    }

    private DateRead nearest(LotDate kind, LotFinding finding, Scope scope, boolean near, List<Issue> issues) {
        DateRead date = near ? nearest(kind, finding, scope) : dates(scope).getOrDefault(kind, DateRead.NONE);
        if (date.issue() != null) {
            issues.add(date.issue());
        }
        if (trail != null) {
            for (Scope at = scope; at != null; at = at.around()) {
                int best = at.best(plan.dates(kind));
                if (best >= 0 && bounds.lends(at, finding)) {
                    took(kind, at.found().path(best), at.found().value(best));
                    break;
                }
            }
        }
        return date;
    }

    /** That of the nearest level which may lend it. */
    private DateRead nearest(LotDate kind, LotFinding finding, Scope scope) {
        for (Scope at = scope; at != null; at = at.around()) {
            int best = at.best(plan.dates(kind));
            if (best >= 0 && bounds.lends(at, finding)) {
                return read(kind, at.found().value(best));
            }
        }
        return DateRead.NONE;
    }

    /** Where in the findings the date stands that is said of a lot; -1 when there is none. */
    private int dateOf(LotDate kind, LotFinding lot, PathFindings found) {
        int best = -1;
        for (int i = 0; i < found.count(); i++) {
            if (isBehind(kind, lot, found, i) && (best < 0 || found.path(i) < found.path(best))) {
                best = i;
            }
        }
        return best;
    }

    /** How many different dates of the place that counts are said of a lot. */
    private long datesOf(LotDate kind, LotFinding lot, PathFindings found) {
        int best = dateOf(kind, lot, found);
        return IntStream.range(0, found.count())
                .filter(i -> isBehind(kind, lot, found, i) && found.path(i) == found.path(best))
                .mapToObj(i -> found.value(i).text())
                .distinct()
                .count();
    }

    /** True for a date behind a lot and before the next. */
    private boolean isBehind(LotDate kind, LotFinding lot, PathFindings found, int index) {
        int position = found.value(index).segment().position();
        return plan.dates(kind).has(found.path(index))
                && position >= lot.segment().position()
                && position < lot.until();
    }

    /** The dates of each kind that the nearest loops state. */
    private Map<LotDate, DateRead> dates(Scope scope) {
        if (scope.dates == null) {
            Map<LotDate, DateRead> around = scope.around() == null ? Map.of() : dates(scope.around());
            scope.dates = scope.says(Plan.DATE) ? dates(scope, around) : around;
        }
        return scope.dates;
    }

    private Map<LotDate, DateRead> dates(Scope scope, Map<LotDate, DateRead> around) {
        Map<LotDate, DateRead> dates = new EnumMap<>(LotDate.class);
        dates.putAll(around);
        for (LotDate kind : KINDS) {
            int best = scope.best(plan.dates(kind));
            if (best >= 0) {
                dates.put(kind, read(kind, scope.found().value(best)));
            }
        }
        return dates;
    }

    private static DateRead read(LotDate kind, Value value) {
        return DateRead.of(kind, value, "");
    }

    private void took(LotDate kind, int path, Value value) {
        if (trail != null) {
            trail.took(field(kind), plan.path(path), value);
        }
    }

    private static String field(LotDate kind) {
        return switch (kind) {
            case EXPIRES -> "lot.expires";
            case BEST_BEFORE -> "lot.bestBefore";
            case MANUFACTURED -> "lot.manufactured";
            case PACKED -> "lot.packed";
            case HARVESTED -> "lot.harvested";
        };
    }
}
