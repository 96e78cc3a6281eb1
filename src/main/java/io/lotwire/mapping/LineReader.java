package io.lotwire.mapping;

import io.lotwire.edi.tree.Value;
import io.lotwire.lot.Issue;
import io.lotwire.lot.Item;
import io.lotwire.lot.Quantity;
import io.lotwire.mapping.goods.Counted;
import io.lotwire.mapping.goods.Statement;
import java.util.ArrayList;
import java.util.List;

/** Reads what one line or level states: its item, and which lots in which units, in what condition and how much. */
final class LineReader {
    private final Plan plan;
    private final Mapping mapping;
    private final Trail trail;
    private final LoopLevels levels;
    private final LotFinder finder;
    private final ItemReader items;
    private final QuantityReader quantities;
    private final UnitReader units;
    private final PartReader parts;
    private final UnreadableStrings unreadable;
    private final State usual;

    /**
     * @param trail is told where values were taken; null when nobody wants to know
     */
    LineReader(
            Plan plan, LoopLevels levels, LotFinder finder, QuantityReader quantities, UnitReader units, Trail trail) {
        this.plan = plan;
        this.mapping = plan.mapping();
        this.trail = trail;
        this.levels = levels;
        this.finder = finder;
        this.quantities = quantities;
        this.units = units;
        this.items = new ItemReader(plan, trail);
        this.parts = new PartReader(plan, trail);
        this.unreadable = new UnreadableStrings(plan);
        this.usual = State.of(mapping.event());
    }

    /**
     * A line as it is told.
     *
     * @param item its item
     * @param whole the quantity of all of it, null when none is stated
     * @param told its statements
     * @param issues what is doubtful about each of them
     */
    record Line(Item item, Quantity whole, List<Told> told, List<Issue> issues) {}

    /** What the goods of a line or level are. */
    Line read(Scope goods) {
        if (trail != null) {
            begin(goods);
        }
        Scope stating = levels.stating(goods);
        Read<Quantity> stated = stating == null ? Read.nothing() : quantities.read(stating);
        Read<List<LotFinding>> found = finder.find(goods);
        Read<Item> item = items.read(
                goods, found.value().isEmpty() ? null : found.value().get(0).line());
        List<Issue> ofStatements = new ArrayList<>(0);
        Counted<LotFinding, UnitFinding> counted = levels.count(
                goods,
                stating,
                stated.value(),
                stating == null ? measured(found.value()) : found.value(),
                Ranges.among(units.find(goods), found.value().size(), ofStatements),
                statement -> statesPartOf(goods, statement));
        List<Told> told = told(goods, stating, stated.value(), counted.statements(), ofStatements);
        if (counted.sumDoubt() != null && told.size() == counted.statements().size()) {
            ofStatements.add(counted.sumDoubt());
        }
        List<Issue> issues = and(and(item.issues(), stated.issues()), found.issues());
        issues = and(and(issues, unreadable.around(goods)), ofStatements);
        return new Line(item.value(), stated.value(), told, issues);
    }

    private void begin(Scope goods) {
        trail.line();
        if (mapping.goodsWhen() != null) {
            mapping.goodsWhen().at().first(goods.loop()).ifPresent(trail::used);
        }
        finder.find(goods);
        finder.used(goods, trail);
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

    private static List<Issue> and(List<Issue> some, List<Issue> more) {
        if (some.isEmpty() || more.isEmpty()) {
            return some.isEmpty() ? more : some;
        }
        List<Issue> all = new ArrayList<>(some);
        all.addAll(more);
        return all;
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
}
