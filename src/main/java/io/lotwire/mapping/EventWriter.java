package io.lotwire.mapping;

import io.lotwire.edi.segment.Segment;
import io.lotwire.lot.EventIdentity;
import io.lotwire.lot.Issue;
import io.lotwire.lot.Item;
import io.lotwire.lot.LogisticUnit;
import io.lotwire.lot.Lot;
import io.lotwire.lot.LotEvent;
import io.lotwire.lot.Party;
import io.lotwire.lot.Quantity;
import io.lotwire.lot.Reference;
import io.lotwire.lot.Transfer;
import io.lotwire.mapping.goods.Statement;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/** Makes the event of a statement: with its lot, parties, references, doubts and id. */
final class EventWriter {
    private final Plan plan;
    private final Mapping mapping;
    private final SetPlaces places;
    private final Header header;
    private final EventIdentity identity;
    private final Trail trail;
    private final QuantityTrail quantityTrail;
    private final UnitLevels unitLevels;
    private final LotReader lots;
    private final UnitReader units;
    private final PartyReader parties;
    private final ReferenceReader references;
    private final TransferReader transfers;

    /**
     * @param trail is told where values were taken; null when nobody wants to know
     */
    EventWriter(
            Plan plan,
            SetPlaces places,
            Header header,
            EventIdentity identity,
            QuantityTrail quantityTrail,
            UnitReader units,
            Trail trail) {
        this.plan = plan;
        this.mapping = plan.mapping();
        this.places = places;
        this.header = header;
        this.identity = identity;
        this.trail = trail;
        this.quantityTrail = quantityTrail;
        this.unitLevels = new UnitLevels(mapping.document(), mapping.packs(), trail);
        this.units = units;
        this.parties = new PartyReader(plan, trail);
        this.lots = new LotReader(plan, parties, trail);
        this.references = new ReferenceReader(plan, trail);
        this.transfers = new TransferReader(plan, parties, trail);
    }

    /**
     * The event of a statement.
     *
     * @param lineIssues what is doubtful about all of its line
     */
    LotEvent event(Scope goods, Item item, Told told, List<Issue> lineIssues) {
        Statement<LotFinding, UnitFinding> statement = told.statement();
        if (trail != null) {
            trail.statement();
            quantityTrail.told(goods, told);
        }
        Quantity quantity = counted(told);
        List<Issue> issues = new ArrayList<>(0);
        add(header.issues(), issues);
        add(lineIssues, issues);
        add(told.issues(), issues);
        Lot lot = null;
        Segment stating;
        if (statement.lot() == null) {
            stating = goods.itemSegment(plan);
        } else {
            lot = lots.read(statement.lot(), goods, issues);
            stating = statement.lot().segment();
        }
        GoodsDoubts.add(told.state().event(), item, quantity, lot != null, issues);
        Issue ofUnit = unitLevels.doubt(goods, item, quantity);
        if (ofUnit != null) {
            issues.add(ofUnit);
        }
        Read<LogisticUnit> unit = statement.unit() == null ? Read.nothing() : units.read(statement.unit());
        Read<Party> shipFrom = parties.shipFrom(goods);
        Read<Party> shipTo = parties.shipTo(goods);
        Read<List<Reference>> named = references.read(goods);
        Read<Transfer> transfer = transfers.read(goods);
        add(unit.issues(), issues);
        add(shipFrom.issues(), issues);
        add(shipTo.issues(), issues);
        add(named.issues(), issues);
        add(transfer.issues(), issues);
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
                null,
                transfer.value(),
                shipFrom.value(),
                shipTo.value(),
                named.value(),
                places.source(stating),
                issues.size() < 2 ? issues : List.copyOf(new LinkedHashSet<>(issues))));
    }

    /** Most lists are empty: adding one is not free. */
    private static void add(List<Issue> some, List<Issue> issues) {
        if (!some.isEmpty()) {
            issues.addAll(some);
        }
    }

    /** The quantity; without its sign where a code says what became of the goods, as that tells which way they went. */
    private Quantity counted(Told told) {
        Quantity quantity = told.quantity();
        boolean signed = quantity == null
                || quantity.value().signum() >= 0
                || told.state().event() == mapping.event();
        return signed ? quantity : new Quantity(quantity.value().negate(), quantity.unit(), quantity.ordered());
    }
}
