package io.lotwire.lot;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class EventIdentityTest {
    private static final List<ItemId> IDS = List.of(new ItemId("vendor", "ROM-1"), new ItemId("buyer", "77"));
    private static final Party FARM = party("Green Hollow Farm", new PartyId("duns", "123456789"));
    private static final List<Reference> REFERENCES =
            List.of(new Reference("po", "PO-1", "2026-03-04"), new Reference("bol", "B-1", ""));

    @Test
    void aDocumentSentAgainGivesTheSameIds() {
        List<LotEvent> statements =
                List.of(event(IDS, "L1", "12"), event(IDS, "L2", "12"), event(IDS, "L1", "12"), event(IDS, "Ł3", "1"));

        assertEquals(ids("ASN-1", statements), ids("ASN-1", statements));
    }

    @Test
    void twoEqualStatementsOfOneDocumentHaveTwoIds() {
        List<LotEvent> statements = List.of(event(IDS, "L1", "12"), event(IDS, "L1", "12"), event(IDS, "L1", "12"));

        assertEquals(3, new HashSet<>(ids("ASN-1", statements)).size());
    }

    @Test
    void aNumberThatIsWrittenOtherwiseIsTheSameStatement() {
        assertEquals(ids("ASN-1", List.of(event(IDS, "L1", "12"))), ids("ASN-1", List.of(event(IDS, "L1", "12.00"))));
        assertEquals(ids("ASN-1", List.of(event(IDS, "L1", "120"))), ids("ASN-1", List.of(event(IDS, "L1", "1.2E+2"))));
    }

    @Test
    void partiesThatAreEqualButNotTheSameObjectsGiveTheSameId() {
        LotEvent one = event(IDS, "L1", "12");
        LotEvent other = new LotEvent(
                "",
                one.type(),
                one.purpose(),
                new EventTime(one.time().value(), one.time().precision()),
                one.item(),
                one.lot(),
                one.quantity(),
                one.unit(),
                party("Green Hollow Farm", new PartyId("duns", "123456789")),
                one.shipTo(),
                new ArrayList<>(REFERENCES),
                one.source(),
                one.issues());

        assertEquals(ids("ASN-1", List.of(one)), ids("ASN-1", List.of(other)));
    }

    @Test
    void whatStandsInOneFieldIsNeverTakenForWhatStandsInTheNext() {
        List<LotEvent> apart = List.of(
                event(List.of(new ItemId("vendor", "ROM"), new ItemId("buyer", "1")), "L1", "12"),
                event(List.of(new ItemId("vendor", "ROM1"), new ItemId("buyer", "")), "L1", "12"),
                event(List.of(new ItemId("vendor", "ROM")), "L1", "12"),
                event(List.of(new ItemId("vendor", "ROM"), new ItemId("buyer", "1")), "L11", "2"),
                event(List.of(new ItemId("vendor", "ROM"), new ItemId("buyer", "1")), null, "12"),
                event(List.of(new ItemId("vendor", "ROM"), new ItemId("buyer", "1")), "", "12"),
                event(List.of(new ItemId("vendor", "ROM"), new ItemId("buyer", "1")), "L1", null));

        Set<String> different = new HashSet<>();
        Stream.concat(
                        apart.stream(),
                        Stream.of(parties(FARM, null), parties(null, FARM), parties(party("Green Hollow Farm"), FARM)))
                .forEach(event -> different.addAll(ids("ASN-1", List.of(event))));

        assertEquals(apart.size() + 3, different.size());
    }

    @Test
    void goodsInAnotherConditionOrForAnotherReasonAreAnotherStatement() {
        LotEvent plain = event(IDS, "L1", "12");
        Set<String> different = new HashSet<>();
        Stream.of(
                        plain,
                        state(plain, Condition.DAMAGED, null),
                        state(plain, Condition.HELD, null),
                        state(plain, Condition.HELD, new Reason("05", "X12 181", "")),
                        state(plain, null, new Reason("05", "X12 181", "")),
                        state(plain, null, new Reason("05", "X12 426", "")))
                .forEach(event -> different.addAll(ids("ASN-1", List.of(event))));

        assertEquals(6, different.size());
    }

    private static LotEvent state(LotEvent event, Condition condition, Reason reason) {
        return new LotEvent(
                event.eventId(),
                event.type(),
                event.purpose(),
                event.time(),
                event.item(),
                event.lot(),
                event.quantity(),
                condition,
                reason,
                event.unit(),
                event.transformation(),
                event.shipFrom(),
                event.shipTo(),
                event.references(),
                event.source(),
                event.issues());
    }

    private static List<String> ids(String number, List<LotEvent> statements) {
        EventIdentity identity = new EventIdentity("green-valley-farm", "856", number, Purpose.ORIGINAL);
        return statements.stream()
                .map(identity::identify)
                .map(LotEvent::eventId)
                .toList();
    }

    private static LotEvent event(List<ItemId> ids, String lot, String quantity) {
        return event(ids, lot, quantity, FARM, null);
    }

    private static LotEvent parties(Party from, Party to) {
        return event(IDS, "L9", "1", from, to);
    }

    private static LotEvent event(List<ItemId> ids, String lot, String quantity, Party from, Party to) {
        return new LotEvent(
                "",
                EventType.SHIPPED,
                Purpose.ORIGINAL,
                new EventTime("2026-03-04", TimePrecision.DATE),
                new Item(null, ids, "Romaine"),
                lot == null ? null : new Lot(lot, LotKind.LOT, "2026-03-24", "", "", "", "", null),
                quantity == null ? null : new Quantity(new BigDecimal(quantity), "CA", null),
                new LogisticUnit(Sscc.withCheckDigit("00614149000000001"), null, UnitType.PALLET),
                from,
                to,
                REFERENCES,
                null,
                List.of());
    }

    private static Party party(String name, PartyId... ids) {
        return new Party(null, name, List.of(ids), null);
    }
}
