package io.lotwire.mapping;

import io.lotwire.lot.EventIdentity;
import io.lotwire.lot.EventTime;
import io.lotwire.lot.Issue;
import io.lotwire.lot.IssueCode;
import io.lotwire.lot.Item;
import io.lotwire.lot.LogisticUnit;
import io.lotwire.lot.Lot;
import io.lotwire.lot.LotEvent;
import io.lotwire.lot.Purpose;
import io.lotwire.lot.Quantity;
import io.lotwire.lot.Reference;
import io.lotwire.lot.Source;
import io.lotwire.mapping.Mapping.QuantityPlace;
import io.lotwire.mapping.Mapping.ReferencePlace;
import io.lotwire.mapping.Mapping.TimePlace;
import io.lotwire.problem.Place;
import io.lotwire.problem.Problem;
import io.lotwire.problem.Severity;
import io.lotwire.x12.Loop;
import io.lotwire.x12.Segment;
import io.lotwire.x12.TransactionSet;
import io.lotwire.x12.Value;
import io.lotwire.x12.X12Path;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Runs a mapping over one transaction set. One event is one statement: this item, this lot, this quantity, in this
 * logistic unit; goods are taken from the deepest loops that state them, so none is counted twice.
 */
public final class Translator {
    private final TransactionSet set;
    private final Mapping mapping;
    private final Origin origin;
    private final boolean lotRequired;
    private final String documentNumber;
    private final Purpose purpose;
    private final EventTime time;
    private final EventIdentity identity;
    private final GoodsLevels goods;
    private final IdentityHashMap<Loop, Optional<Issue>> sumDoubts = new IdentityHashMap<>();
    private final List<LotEvent> events = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();

    private Translator(TransactionSet set, Mapping mapping, Origin origin, boolean lotRequired) {
        this.set = set;
        this.mapping = mapping;
        this.origin = origin;
        this.lotRequired = lotRequired;
        Loop root = set.root();
        this.documentNumber =
                Nearest.first(root, mapping.numbers()).map(Value::text).orElse("");
        this.purpose = purpose(root);
        this.time = time(levelsWithTime(root));
        this.identity = new EventIdentity(origin.partner(), set.id(), documentNumber, purpose);
        this.goods = new GoodsLevels(root, this::statesGoods);
    }

    /**
     * Translates a transaction set.
     *
     * @param set a set that was not rejected
     * @param mapping the mapping for this kind of document
     * @param origin the file that it came in
     * @param lotRequired true when an item without a lot is an error
     */
    public static Translation translate(TransactionSet set, Mapping mapping, Origin origin, boolean lotRequired) {
        return new Translator(set, mapping, origin, lotRequired).run();
    }

    private Translation run() {
        Segment first = set.header();
        if (documentNumber.isEmpty()) {
            problems.add(Problem.error(
                    MappingFault.DOCUMENT_NUMBER_MISSING,
                    place(first),
                    "The document has no number at "
                            + mapping.numbers().stream().map(X12Path::toString).collect(Collectors.joining(" or "))
                            + ": without one it cannot be told from another. Ask the sender to number it."));
        }
        for (Loop loop : goods.deepest()) {
            translate(loop);
        }
        if (goods.deepest().isEmpty()) {
            problems.add(Problem.warning(
                    MappingFault.NOTHING_STATED,
                    place(first),
                    "The document states no goods, so it gives no lot events: check that it is whole."));
        }
        boolean failed = problems.stream().anyMatch(Problem::isError);
        return new Translation(documentNumber, purpose, failed ? List.of() : events, problems);
    }

    private boolean statesGoods(Loop loop) {
        return loop.id().equals(mapping.goods())
                && (statesQuantity(loop) || ItemReader.isIn(loop, mapping) || LotReader.isIn(loop, mapping));
    }

    private boolean statesQuantity(Loop loop) {
        return mapping.quantities().stream()
                .anyMatch(place -> place.value().first(loop).isPresent());
    }

    private void translate(Loop loop) {
        List<Issue> loopIssues = new ArrayList<>();
        Item item = ItemReader.read(loop, mapping, loopIssues::add);
        Loop quantityLoop = Nearest.of(loop, at -> statesQuantity(at) ? Optional.of(at) : Optional.empty())
                .orElse(loop);
        Quantity stated = quantity(quantityLoop, loopIssues);
        boolean forThisAlone = goods.isAloneBelow(quantityLoop);
        List<Statement> statements = StatementSplit.of(
                LotReader.find(loop, mapping, loopIssues::add), UnitReader.find(loop, mapping), stated, forThisAlone);
        sumDoubt(loop, statements, stated, forThisAlone).ifPresent(loopIssues::add);
        for (Statement statement : statements) {
            emit(loop, item, statement, loopIssues);
        }
    }

    /** A doubt when parts do not add up: those of this loop, or this loop's goods and others' to the loop around. */
    private Optional<Issue> sumDoubt(Loop loop, List<Statement> statements, Quantity stated, boolean forThisAlone) {
        if (statements.size() > 1 && forThisAlone) {
            return QuantitySum.check(
                    stated, statements.stream().map(Statement::quantity).toList());
        }
        return loop.parent()
                .flatMap(around -> Nearest.of(around, at -> statesQuantity(at) ? Optional.of(at) : Optional.empty()))
                .flatMap(around -> sumDoubts.computeIfAbsent(around, this::sumDoubtAround));
    }

    private Optional<Issue> sumDoubtAround(Loop around) {
        return QuantitySum.check(
                quantity(around, new ArrayList<>()),
                goods.deepestBelow(around).stream()
                        .map(part -> quantity(part, new ArrayList<>()))
                        .toList());
    }

    private void emit(Loop loop, Item item, Statement statement, List<Issue> loopIssues) {
        List<Issue> issues = new ArrayList<>(loopIssues);
        issues.addAll(statement.issues());
        Lot lot = null;
        Segment stating = itemSegment(loop);
        if (statement.lot() == null) {
            missingLot(stating, issues);
        } else {
            lot = LotReader.read(statement.lot(), loop, mapping, issues::add);
            stating = statement.lot().segment();
        }
        LogisticUnit unit = statement.unit() == null ? null : UnitReader.read(statement.unit(), mapping, issues::add);
        events.add(identity.identify(new LotEvent(
                "",
                mapping.event(),
                purpose,
                time,
                item,
                lot,
                statement.quantity(),
                unit,
                PartyReader.party(loop, mapping.shipFrom(), issues::add),
                PartyReader.party(loop, mapping.shipTo(), issues::add),
                references(loop),
                source(stating),
                issues.stream().distinct().toList())));
    }

    private void missingLot(Segment stating, List<Issue> issues) {
        if (lotRequired) {
            problems.add(Problem.error(
                    MappingFault.LOT_REQUIRED,
                    place(stating),
                    "The item has no lot, but the partner's profile requires one: ask the sender for the lot."));
        } else {
            issues.add(new Issue(IssueCode.LOT_MISSING, Severity.WARNING, "The document states no lot for this item."));
        }
    }

    /** The segment that names the item, else the one that opens the loop. */
    private Segment itemSegment(Loop loop) {
        return mapping.itemIds().stream()
                .flatMap(place -> place.value().first(loop).stream())
                .map(Value::segment)
                .findFirst()
                .orElse(loop.first());
    }

    private Quantity quantity(Loop loop, List<Issue> issues) {
        for (QuantityPlace place : mapping.quantities()) {
            Optional<Value> value = place.value().first(loop);
            if (value.isEmpty()) {
                continue;
            }
            Optional<BigDecimal> number = Numbers.decimal(value.get().text());
            if (number.isPresent()) {
                BigDecimal ordered = Optional.ofNullable(place.ordered())
                        .flatMap(path -> path.first(loop))
                        .flatMap(found -> Numbers.decimal(found.text()))
                        .orElse(null);
                return new Quantity(number.get(), Nearest.text(loop, place.unit()), ordered);
            }
            issues.add(new Issue(
                    IssueCode.QUANTITY_INVALID,
                    Severity.WARNING,
                    "The quantity '" + value.get().text()
                            + "' is no number: digits, with a point where needed, are wanted."));
        }
        return null;
    }

    private Purpose purpose(Loop root) {
        return Optional.ofNullable(mapping.purpose().at())
                .flatMap(path -> path.first(root))
                .map(value -> mapping.purpose().codes().get(value.text()))
                .orElse(Purpose.ORIGINAL);
    }

    /** The header, then the outermost levels: what is said of the time is said of the whole document. */
    private static List<Loop> levelsWithTime(Loop root) {
        List<Loop> levels = new ArrayList<>();
        root.loops("HL").stream().findFirst().ifPresent(levels::add);
        levels.add(root);
        return levels;
    }

    private EventTime time(List<Loop> levels) {
        for (TimePlace place : mapping.times()) {
            for (Loop level : levels) {
                Optional<EventTime> found = place.date()
                        .first(level)
                        .flatMap(date -> Dates.eventTime(
                                date.text(), Nearest.text(level, place.time()), Nearest.text(level, place.zone())));
                if (found.isPresent()) {
                    return found.get();
                }
            }
        }
        return null;
    }

    private List<Reference> references(Loop loop) {
        List<Reference> references = new ArrayList<>();
        for (ReferencePlace place : mapping.references()) {
            String value = Nearest.text(loop, place.value());
            if (!value.isEmpty()) {
                String date = Dates.date(Nearest.text(loop, place.date()))
                        .map(Object::toString)
                        .orElse("");
                references.add(new Reference(place.type(), value, date));
            }
        }
        return references;
    }

    private Source source(Segment segment) {
        return new Source(
                origin.partner(),
                set.id(),
                set.group().version(),
                set.interchange().controlNumber(),
                set.group().controlNumber(),
                set.controlNumber(),
                origin.sha256(),
                segment.number(),
                segment.offset(),
                segment.length(),
                mapping.stamp());
    }

    private Place place(Segment segment) {
        return new Place(
                origin.file(),
                set.interchange().controlNumber(),
                set.group().controlNumber(),
                set.controlNumber(),
                segment.number(),
                segment.id(),
                0,
                0,
                0,
                segment.offset());
    }
}
