package io.lotwire.mapping;

import io.lotwire.edi.segment.Segment;
import io.lotwire.edi.tree.Loop;
import io.lotwire.edi.tree.TransactionSet;
import io.lotwire.edi.tree.Value;
import io.lotwire.lot.EventIdentity;
import io.lotwire.lot.EventType;
import io.lotwire.lot.LotEvent;
import io.lotwire.lot.Quantity;
import io.lotwire.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** One run of a mapping over one transaction set. */
final class SetTranslation {
    private final Plan plan;
    private final Mapping mapping;
    private final TransactionSet set;
    private final SetPlaces places;
    private final boolean lotRequired;
    private final Header header;
    private final SideBySide sideBySide;
    private final LoopLevels levels;
    private final LotFinder finder;
    private final LineReader lines;
    private final EventWriter writer;
    private final List<Problem> problems = new ArrayList<>();

    /**
     * @param trail is told where values were taken; null when nobody wants to know
     */
    SetTranslation(Plan plan, TransactionSet set, Origin origin, boolean lotRequired, Trail trail) {
        this.plan = plan;
        this.mapping = plan.mapping();
        this.set = set;
        this.places = new SetPlaces(set, origin, mapping.stamp());
        this.lotRequired = lotRequired;
        this.header = Header.read(set.root(), mapping, origin.home(), trail);
        this.sideBySide = SideBySide.of(set, mapping);
        this.levels = new LoopLevels(plan, sideBySide);
        this.finder = new LotFinder(plan);
        QuantityReader quantities = new QuantityReader(plan, trail);
        UnitReader units = new UnitReader(plan, trail);
        this.lines = new LineReader(plan, levels, finder, quantities, units, trail);
        this.writer = new EventWriter(
                plan,
                places,
                header,
                new EventIdentity(origin.partner(), set.id(), header.number(), header.purpose()),
                new QuantityTrail(plan, levels, quantities, trail),
                units,
                trail);
    }

    /**
     * Translates it; gives no event where there is an error.
     *
     * @param despiteErrors gives them all the same
     */
    Translator.Outcome run(boolean despiteErrors, Consumer<LotEvent> events) {
        if (header.number().isEmpty()) {
            problems.add(Problem.error(
                    MappingFault.DOCUMENT_NUMBER_MISSING, places.header(), DocumentNumber.sentence(mapping)));
        }
        Value purpose = header.unknownPurpose();
        if (purpose != null) {
            problems.add(Problem.warning(
                    MappingFault.PURPOSE_UNKNOWN,
                    places.of(purpose.segment()),
                    "What the document means to do is '" + purpose.text() + "' at "
                            + mapping.purpose().at()
                            + ", which the mapping does not know: it is taken for an original. Ask the sender, and add the code"
                            + " to 'purpose' in the profile's override."));
        }
        for (Segment loose : LooseGoods.of(set, mapping.goods())) {
            problems.add(Problem.error(
                    MappingFault.GOODS_OUT_OF_PLACE,
                    places.of(loose),
                    "The " + loose.id() + " stands where the standard has no goods, so what it states would be lost:"
                            + " send the document again with each " + loose.id() + " in its loop."));
        }
        for (Loop level : sideBySide.withLevelsBelow(set.root())) {
            problems.add(Problem.error(
                    MappingFault.ITEMS_NOT_APART,
                    places.of(level.first()),
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
                places.of(value.segment()),
                UnreadableStrings.sentence(value)
                        + " Nothing else is stated there, so it gives no lot event: ask the sender what it is.")));
        if (mayRun && !stated) {
            problems.add(Problem.warning(
                    MappingFault.NOTHING_STATED,
                    places.header(),
                    "The document states no goods, so it gives no lot events: check that it is whole."));
        }
        return new Translator.Outcome(header.number(), header.purpose(), problems);
    }

    private void requireLot(Scope goods) {
        if (finder.find(goods).value().isEmpty() && !levels.statesNothing(goods)) {
            problems.add(Problem.error(
                    MappingFault.LOT_REQUIRED, places.of(goods.itemSegment(plan)), MappingFault.LOT_REQUIRED_SENTENCE));
        }
    }

    private void translate(Scope goods, Consumer<LotEvent> events) {
        LineReader.Line line = lines.read(goods);
        for (Told told : line.told()) {
            if (moved(goods, line, told)) {
                events.accept(writer.event(goods, line.item(), told, line.issues()));
            }
        }
    }

    /**
     * False where the document says that nothing moved, or less than nothing: then there is no event, but a problem of the
     * document, so that what was ordered and did not come is not lost.
     */
    private boolean moved(Scope goods, LineReader.Line line, Told told) {
        boolean together = told.part() == null && told.statement().quantityOf() == null;
        Quantity quantity = told.quantity() == null && together ? line.whole() : told.quantity();
        LotFinding lot = told.statement().lot();
        EventType event = told.state().event();
        boolean signed = event == EventType.ADJUSTED || event != mapping.event();
        Optional<NotMoved> notMoved = NotMoved.of(event, quantity, signed, lot == null ? "" : lot.code(), line.item());
        if (notMoved.isPresent()) {
            problems.add(Problem.warning(
                    notMoved.get().fault(),
                    places.of(lot == null ? goods.itemSegment(plan) : lot.segment()),
                    notMoved.get().message()));
        }
        return notMoved.isEmpty();
    }
}
