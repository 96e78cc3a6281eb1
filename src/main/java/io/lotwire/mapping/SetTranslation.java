package io.lotwire.mapping;

import io.lotwire.edi.segment.Segment;
import io.lotwire.edi.segment.Syntax;
import io.lotwire.edi.tree.Loop;
import io.lotwire.edi.tree.TransactionSet;
import io.lotwire.edi.tree.Value;
import io.lotwire.lot.EventIdentity;
import io.lotwire.lot.EventType;
import io.lotwire.lot.Issue;
import io.lotwire.lot.IssueCode;
import io.lotwire.lot.Item;
import io.lotwire.lot.LogisticUnit;
import io.lotwire.lot.Lot;
import io.lotwire.lot.LotEvent;
import io.lotwire.lot.Party;
import io.lotwire.lot.Quantity;
import io.lotwire.lot.Reference;
import io.lotwire.lot.Source;
import io.lotwire.mapping.Mapping.Beside;
import io.lotwire.mapping.goods.Counted;
import io.lotwire.mapping.goods.Statement;
import io.lotwire.problem.Place;
import io.lotwire.problem.Problem;
import io.lotwire.problem.Severity;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** One run of a mapping over one transaction set. */
final class SetTranslation {
    private final Plan plan;
    private final Mapping mapping;
    private final String stamp;
    private final TransactionSet set;
    private final Origin origin;
    private final boolean lotRequired;
    private final Header header;
    private final EventIdentity identity;
    private final SideBySide sideBySide;
    private final LoopLevels levels;
    private final ItemReader items;
    private final QuantityReader quantities;
    private final PartReader parts;
    private final State usual;
    private final Trail trail;
    private final LotFinder finder;
    private final LotReader lots;
    private final UnitReader units;
    private final PartyReader parties;
    private final ReferenceReader references;
    private final UnreadableStrings unreadable;
    private final List<Problem> problems = new ArrayList<>();

    /**
     * @param trail is told where values were taken; null when nobody wants to know
     */
    SetTranslation(Plan plan, TransactionSet set, Origin origin, boolean lotRequired, Trail trail) {
        this.plan = plan;
        this.mapping = plan.mapping();
        this.stamp = mapping.stamp();
        this.set = set;
        this.origin = origin;
        this.lotRequired = lotRequired;
        this.header = Header.read(set.root(), mapping, origin.home(), trail);
        this.identity = new EventIdentity(origin.partner(), set.id(), header.number(), header.purpose());
        this.items = new ItemReader(plan, trail);
        this.quantities = new QuantityReader(plan, trail);
        this.parts = new PartReader(plan, trail);
        this.usual = State.of(mapping.event());
        this.sideBySide = SideBySide.of(set, mapping);
        this.levels = new LoopLevels(plan, sideBySide);
        this.trail = trail;
        this.parties = new PartyReader(plan, trail);
        this.finder = new LotFinder(plan);
        this.lots = new LotReader(plan, parties, trail);
        this.units = new UnitReader(plan, trail);
        this.references = new ReferenceReader(plan, trail);
        this.unreadable = new UnreadableStrings(plan);
    }

    /**
     * Translates it; gives no event where there is an error.
     *
     * @param despiteErrors gives them all the same
     */
    Translator.Outcome run(boolean despiteErrors, Consumer<LotEvent> events) {
        if (header.number().isEmpty()) {
            problems.add(Problem.error(
                    MappingFault.DOCUMENT_NUMBER_MISSING, place(set.header()), DocumentNumber.sentence(mapping)));
        }
        Value purpose = Header.unknownPurpose(set.root(), mapping);
        if (purpose != null) {
            problems.add(Problem.warning(
                    MappingFault.PURPOSE_UNKNOWN,
                    place(purpose.segment()),
                    "What the document means to do is '" + purpose.text() + "' at "
                            + mapping.purpose().at()
                            + ", which the mapping does not know: it is taken for an original. Ask the sender, and add the code"
                            + " to 'purpose' in the profile's override."));
        }
        for (Segment loose : LooseGoods.of(set, mapping.goods())) {
            problems.add(Problem.error(
                    MappingFault.GOODS_OUT_OF_PLACE,
                    place(loose),
                    "The " + loose.id() + " stands where the standard has no goods, so what it states would be lost:"
                            + " send the document again with each " + loose.id() + " in its loop."));
        }
        for (Loop level : sideBySide.withLevelsBelow(set.root())) {
            problems.add(Problem.error(
                    MappingFault.ITEMS_NOT_APART,
                    place(level.first()),
                    "The level names several items, and has levels below it: which item is in them cannot be told. Send the"
                            + " document again with a level for each item."));
        }
        if (lotRequired) {
            levels.deepest(new Scope(set.root(), null, plan), this::requireLot);
        }
        boolean mayRun = despiteErrors || problems.stream().noneMatch(Problem::isError);
        boolean stated = mayRun && levels.deepest(new Scope(set.root(), null, plan), goods -> translate(goods, events));
        levels.unreadable(value -> problems.add(Problem.warning(
                MappingFault.ELEMENT_STRING_UNREADABLE,
                place(value.segment()),
                UnreadableStrings.sentence(value)
                        + " Nothing else is stated there, so it gives no lot event: ask the sender what it is.")));
        if (mayRun && !stated) {
            problems.add(Problem.warning(
                    MappingFault.NOTHING_STATED,
                    place(set.header()),
                    "The document states no goods, so it gives no lot events: check that it is whole."));
        }
        return new Translator.Outcome(header.number(), header.purpose(), problems);
    }

    private void requireLot(Scope goods) {
        if (finder.find(goods).value().isEmpty() && !levels.statesNothing(goods)) {
            problems.add(Problem.error(
                    MappingFault.LOT_REQUIRED, place(itemSegment(goods)), MappingFault.LOT_REQUIRED_SENTENCE));
        }
    }

    private void translate(Scope goods, Consumer<LotEvent> events) {
        if (trail != null) {
            trail.line();
            if (mapping.goodsWhen() != null) {
                mapping.goodsWhen().at().first(goods.loop()).ifPresent(trail::used);
            }
        }
        Scope stating = levels.stating(goods);
        Read<Quantity> stated = stating == null ? Read.nothing() : quantities.read(stating);
        Read<List<LotFinding>> found = finder.find(goods);
        if (trail != null) {
            finder.used(goods, trail);
        }
        Read<Item> item = items.read(
                goods, found.value().isEmpty() ? null : found.value().get(0).line());
        List<Issue> ofRanges = new ArrayList<>(0);
        Counted<LotFinding, UnitFinding> counted = levels.count(
                goods,
                stating,
                stated.value(),
                stating == null ? measured(found.value()) : found.value(),
                Ranges.among(units.find(goods), found.value().size(), ofRanges),
                statement -> statesPartOf(goods, statement));
        List<Issue> ofParts = new ArrayList<>(0);
        List<Told> all = told(goods, stating, stated.value(), counted.statements(), ofParts);
        List<Issue> issues = and(and(and(item.issues(), stated.issues()), found.issues()), ofParts);
        issues = and(and(and(header.issues(), issues), unreadable.around(goods)), ofRanges);
        if (counted.sumDoubt() != null && all.size() == counted.statements().size()) {
            issues = and(issues, List.of(counted.sumDoubt()));
        }
        for (Told told : all) {
            if (moved(goods, item.value(), stated.value(), told)) {
                events.accept(event(goods, item.value(), told, issues));
            }
        }
    }

    private List<Told> told(
            Scope goods,
            Scope stating,
            Quantity whole,
            List<Statement<LotFinding, UnitFinding>> statements,
            List<Issue> issues) {
        State state = state(goods);
        List<Part> ofLine = parts.read(goods, whole, issues);
        if (!ofLine.isEmpty()) {
            String wholeAt = stating == goods ? quantities.place(goods) : "";
            return new LineParts(state, whole, wholeAt).tell(statements, ofLine);
        }
        List<Told> told = new ArrayList<>(statements.size());
        for (Statement<LotFinding, UnitFinding> statement : statements) {
            told.add(new Told(statement, statement.quantity(), state, null, statement.issues()));
        }
        return told;
    }

    /** What the line's code says that happened, else what the kind of document says. */
    private State state(Scope goods) {
        Value code = goods.nearestValue(plan.happened());
        if (code == null) {
            return usual;
        }
        String list = mapping.happened().list();
        return usual.with(code.text(), list, mapping.meaning(list, code.text()));
    }

    /**
     * False where the document says that nothing moved, or less than nothing: then there is no event, but a problem of the
     * document, so that what was ordered and did not come is not lost.
     *
     * @param whole the line's quantity, null when it states none
     */
    private boolean moved(Scope goods, Item item, Quantity whole, Told told) {
        boolean together = told.part() == null && told.statement().quantityOf() == null;
        Quantity quantity = told.quantity() == null && together ? whole : told.quantity();
        LotFinding lot = told.statement().lot();
        EventType event = told.state().event();
        boolean signed = event == EventType.ADJUSTED || event != mapping.event();
        Optional<NotMoved> notMoved = NotMoved.of(event, quantity, signed, lot == null ? "" : lot.code(), item);
        notMoved.ifPresent(why -> problems.add(
                Problem.warning(why.fault(), place(lot == null ? itemSegment(goods) : lot.segment()), why.message())));
        return notMoved.isEmpty();
    }

    /** Weights of element strings are quantities where none is stated. */
    private static List<LotFinding> measured(List<LotFinding> lots) {
        for (LotFinding lot : lots) {
            if (lot.elementString() != null) {
                return lots.stream().map(LotFinding::measured).toList();
            }
        }
        return lots;
    }

    private static List<Issue> and(List<Issue> some, List<Issue> more) {
        if (some.isEmpty() || more.isEmpty()) {
            return some.isEmpty() ? more : some;
        }
        List<Issue> all = new ArrayList<>(some);
        all.addAll(more);
        return all;
    }

    /** True when the line states no quantity of the whole, but one for each lot, of which the first was taken for it. */
    private boolean statesPartOf(Scope goods, Statement<LotFinding, UnitFinding> statement) {
        Value own = statement.lot() == null ? null : statement.lot().quantityAt();
        for (int i = 0; own != null && i < goods.found().count(); i++) {
            if (plan.quantities().has(goods.found().path(i))
                    && goods.found().value(i).segment().position()
                            == own.segment().position()) {
                return true;
            }
        }
        return false;
    }

    private LotEvent event(Scope goods, Item item, Told told, List<Issue> loopIssues) {
        Statement<LotFinding, UnitFinding> statement = told.statement();
        if (trail != null) {
            trail.statement();
            tookQuantity(goods, told);
        }
        Quantity quantity = counted(told);
        List<Issue> issues = new ArrayList<>(0);
        issues.addAll(loopIssues);
        issues.addAll(told.issues());
        Lot lot = null;
        Segment stating;
        if (statement.lot() == null) {
            stating = itemSegment(goods);
            if (quantity == null || quantity.value().signum() != 0) {
                issues.add(new Issue(
                        IssueCode.LOT_MISSING, Severity.WARNING, "The document states no lot for this item."));
            }
        } else {
            lot = lots.read(statement.lot(), goods, issues);
            stating = statement.lot().segment();
        }
        GoodsDoubts.add(told.state().event(), item, quantity, lot != null, issues);
        Issue ofUnit = plan.packs().isEmpty() ? null : UnitLevels.doubt(item, quantity, quantities.pack(goods));
        if (ofUnit != null) {
            issues.add(ofUnit);
            quantities.usedPack(goods);
        }
        Read<LogisticUnit> unit = statement.unit() == null ? Read.nothing() : units.read(statement.unit());
        Read<Party> shipFrom = parties.shipFrom(goods);
        Read<Party> shipTo = parties.shipTo(goods);
        Read<List<Reference>> named = references.read(goods);
        issues.addAll(unit.issues());
        issues.addAll(shipFrom.issues());
        issues.addAll(shipTo.issues());
        issues.addAll(named.issues());
        return identity.identify(new LotEvent(
                "",
                told.state().event(),
                header.purpose(),
                header.time(),
                item,
                lot,
                quantity,
                told.state().condition(),
                told.state().reason(),
                unit.value(),
                shipFrom.value(),
                shipTo.value(),
                named.value(),
                source(stating),
                issues.size() < 2 ? issues : List.copyOf(new LinkedHashSet<>(issues))));
    }

    /** The quantity; without its sign where a code says what became of the goods, as that tells which way they went. */
    private Quantity counted(Told told) {
        Quantity quantity = told.quantity();
        boolean signed = quantity == null
                || quantity.value().signum() >= 0
                || told.state().event() == mapping.event();
        return signed ? quantity : new Quantity(quantity.value().negate(), quantity.unit(), quantity.ordered());
    }

    private void tookQuantity(Scope goods, Told told) {
        Statement<LotFinding, UnitFinding> statement = told.statement();
        if (told.part() != null) {
            Part part = told.part();
            trail.took("quantity.value", plan.path(part.path()), part.at());
            Value code = BesideReader.read(part.place().code(), part.at(), goods.loop());
            if (code != null) {
                trail.took(
                        "reason.code", part.place().code().asPath(code.segment().id()), code);
            }
            return;
        }
        Value code = goods.nearestValue(plan.happened());
        if (code != null && !told.state().equals(usual)) {
            trail.took("reason.code", plan.path(plan.happened()), code);
        }
        Scope stating = levels.stating(goods);
        if (told.quantity() != null && stating != null) {
            if (statement.quantityOf() == null) {
                quantities.took(stating);
            } else if (statement.quantityOf().quantityUnit().isEmpty()) {
                quantities.tookUnit(stating);
            }
        }
        if (statement.quantityOf() == null || statement.quantity() == null) {
            return;
        }
        LotFinding lot = statement.lot();
        UnitFinding unit = statement.unit();
        boolean ofLot = statement.quantityOf() == lot;
        Value at = ofLot ? lot.quantityAt() : unit.quantityAt();
        if (ofLot) {
            trail.used(
                    BesideReader.read(lot.place().unit(), lot.at(), lot.line().loop()));
        }
        int path = ofLot ? lot.path() : unit.path();
        Beside beside = ofLot ? lot.place().quantity() : plan.unit(path).quantity();
        trail.took(
                "quantity.value",
                beside == null ? plan.path(path) : beside.asPath(at.segment().id()),
                at);
    }

    /** The segment that names the item, else the one that opens the loop. */
    private Segment itemSegment(Scope goods) {
        int best = goods.best(plan.items());
        return best < 0 ? goods.loop().first() : goods.found().value(best).segment();
    }

    private Source source(Segment segment) {
        return new Source(
                origin.partner(),
                set.id(),
                set.syntax() == Syntax.EDIFACT ? set.version() : set.group().version(),
                set.interchange().controlNumber(),
                set.group().controlNumber(),
                set.controlNumber(),
                origin.sha256(),
                segment.number(),
                segment.offset(),
                segment.length(),
                stamp);
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
