package io.lotwire.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.lotwire.document.ShipNoticeStyle.LotPlace;
import io.lotwire.lot.Address;
import io.lotwire.lot.EventTime;
import io.lotwire.lot.EventType;
import io.lotwire.lot.Gln;
import io.lotwire.lot.Gtin;
import io.lotwire.lot.Item;
import io.lotwire.lot.ItemId;
import io.lotwire.lot.LogisticUnit;
import io.lotwire.lot.Lot;
import io.lotwire.lot.LotEvent;
import io.lotwire.lot.LotKind;
import io.lotwire.lot.LotSource;
import io.lotwire.lot.Party;
import io.lotwire.lot.Purpose;
import io.lotwire.lot.Quantity;
import io.lotwire.lot.Reference;
import io.lotwire.lot.Sscc;
import io.lotwire.lot.TimePrecision;
import io.lotwire.lot.UnitType;
import io.lotwire.problem.Problem;
import io.lotwire.x12.Delimiters;
import io.lotwire.x12.Envelope;
import io.lotwire.x12.Fault;
import io.lotwire.x12.InterchangeHandler;
import io.lotwire.x12.InterchangeSummary;
import io.lotwire.x12.Loop;
import io.lotwire.x12.TransactionSet;
import io.lotwire.x12.Verdict;
import io.lotwire.x12.Written;
import io.lotwire.x12.X12Parser;
import io.lotwire.x12.X12Path;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class ShipNoticeTest {
    private static final Gtin ROMAINE = new Gtin("10614141000019");
    private static final Sscc PALLET_1 = new Sscc("006141411234567890");
    private static final Sscc PALLET_2 = new Sscc("006141411234567906");
    private static final Party STORE = new Party(
            new Gln("0614141000036"),
            "Harbor Grocers",
            List.of(),
            new Address("1 Quay Road", "", "Seaport", "CA", "93009", "US"));

    @Test
    void eventsBecomeLevelsOfShipmentOrderPalletAndItem() {
        List<LotEvent> events = List.of(
                event("PO-1", PALLET_1, "L-1", "60"),
                event("PO-1", PALLET_1, "L-2", "40"),
                event("PO-2", PALLET_2, "L-1", "20"));

        assertThat(body(write(events, ShipNoticeStyle.usual("004010"))))
                .containsExactly(
                        "BSN*00*ASN-9*20260305*0915*ZZZZ",
                        "HL*1**S*1",
                        "REF*BM*BOL-88",
                        "DTM*011*20260304*1430",
                        "N1*ST*Harbor Grocers*UL*0614141000036",
                        "N3*1 Quay Road",
                        "N4*Seaport*CA*93009*US",
                        "HL*2*1*O*1",
                        "PRF*PO-1***20260228",
                        "HL*3*2*T*1",
                        "MAN*GM*00006141411234567890",
                        "HL*4*3*I*0",
                        "LIN*1*UK*10614141000019*VN*ROM-24*LT*L-1",
                        "SN1**60*CA**70*CA",
                        "PID*F****Romaine hearts",
                        "DTM*036*20260318",
                        "N1*ZW*Field 7*UL*0614141000005",
                        "HL*5*3*I*0",
                        "LIN*2*UK*10614141000019*VN*ROM-24*LT*L-2",
                        "SN1**40*CA**70*CA",
                        "PID*F****Romaine hearts",
                        "DTM*036*20260318",
                        "N1*ZW*Field 7*UL*0614141000005",
                        "HL*6*1*O*1",
                        "PRF*PO-2***20260228",
                        "HL*7*6*T*1",
                        "MAN*GM*00006141411234567906",
                        "HL*8*7*I*0",
                        "LIN*3*UK*10614141000019*VN*ROM-24*LT*L-1",
                        "SN1**20*CA**70*CA",
                        "PID*F****Romaine hearts",
                        "DTM*036*20260318",
                        "N1*ZW*Field 7*UL*0614141000005",
                        "CTT*8");
    }

    @Test
    void aPartnerCanHaveThePalletAboveTheOrder() {
        List<LotEvent> events = List.of(event("PO-1", PALLET_1, "L-1", "60"), event("PO-2", PALLET_1, "L-2", "40"));

        assertThat(levels(write(events, style(LevelShape.S_T_O_I, LotPlace.LIN))))
                .containsExactly("S", "T", "O", "I", "O", "I");
    }

    @Test
    void aPartnerWithoutPalletLevelsFindsThePalletAtTheItem() {
        List<String> body =
                body(write(List.of(event("PO-1", PALLET_1, "L-1", "60")), style(LevelShape.S_O_I, LotPlace.LIN)));

        assertThat(body).contains("BSN*00*ASN-9*20260305*0915*0004", "MAN*GM*00006141411234567890");
        assertThat(body).noneMatch(segment -> segment.matches("HL.*\\*T\\*.*"));
    }

    @Test
    void aCartonOnAPalletStandsBelowIt() {
        LotEvent event =
                with(event("PO-1", PALLET_1, "L-1", "60"), new LogisticUnit(PALLET_2, PALLET_1, UnitType.CARTON));

        assertThat(levels(write(List.of(event), ShipNoticeStyle.usual("004010"))))
                .containsExactly("S", "O", "T", "P", "I");
    }

    @Test
    void anEventWithoutPalletStandsUnderItsOrder() {
        LotEvent event = with(event("PO-1", PALLET_1, "L-1", "60"), (LogisticUnit) null);

        assertThat(levels(write(List.of(event), ShipNoticeStyle.usual("004010"))))
                .containsExactly("S", "O", "I");
    }

    @Test
    void theLotStandsWhereThePartnerReadsIt() {
        List<String> body =
                body(write(List.of(event("PO-1", PALLET_1, "L-1", "60")), style(LevelShape.S_O_T_I, LotPlace.REF)));

        assertThat(body).contains("LIN*1*UK*10614141000019*VN*ROM-24", "REF*LT*L-1");
    }

    @Test
    void anEventWithoutLotIsWrittenWithoutOne() {
        LotEvent event = with(event("PO-1", PALLET_1, "L-1", "60"), (Lot) null);

        List<String> body = body(write(List.of(event), ShipNoticeStyle.usual("004010")));

        assertThat(body).contains("LIN*1*UK*10614141000019*VN*ROM-24", "CTT*4");
        assertThat(body).noneMatch(segment -> segment.contains("LT"));
    }

    @Test
    void aBestBeforeDateIsNeverCalledAnExpiryDate() {
        Lot lot = new Lot("L-1", LotKind.LOT, "", "2026-03-20", "", "", "", null);

        List<String> body =
                body(write(List.of(with(event("PO-1", PALLET_1, "L-1", "60"), lot)), ShipNoticeStyle.usual("004010")));

        assertThat(body).contains("PID*F****Best before 2026-03-20");
        assertThat(body).noneMatch(segment -> segment.startsWith("DTM*036"));
    }

    @Test
    void eventsOfTwoShipmentsAreRefused() {
        LotEvent other = event("PO-1", PALLET_1, "L-1", "60", new Party(null, "Elsewhere", List.of(), null));

        Written written = write(List.of(event("PO-1", PALLET_1, "L-1", "60"), other), ShipNoticeStyle.usual("004010"));

        assertThat(written).isInstanceOfSatisfying(Written.Refused.class, refused -> assertThat(refused.problems())
                .extracting(Problem::message)
                .containsExactly("The events have 2 places that the goods go to; write one ship notice for each."));
    }

    @Test
    void aLotThatHoldsADelimiterIsRefusedNotChanged() {
        Written written = write(List.of(event("PO-1", PALLET_1, "A*1", "60")), ShipNoticeStyle.usual("004010"));

        assertThat(written).isInstanceOfSatisfying(Written.Refused.class, refused -> assertThat(refused.problems())
                .extracting(Problem::code)
                .containsExactly(Fault.DELIMITER_IN_DATA));
    }

    @Test
    void noEventsAreNoShipNotice() {
        assertThat(write(List.of(), ShipNoticeStyle.usual("004010"))).isInstanceOf(Written.Refused.class);
    }

    @Property(tries = 200)
    void eachEventBecomesOneItemWithItsOrderPalletLotAndQuantity(@ForAll("shipments") List<LotEvent> events)
            throws IOException {
        for (LevelShape shape : List.of(LevelShape.S_O_T_I, LevelShape.S_T_O_I)) {
            TransactionSet set = read(write(events, style(shape, LotPlace.LIN)));

            assertThat(set.problems()).isEmpty();
            List<String> items = new ArrayList<>();
            collect(set.root(), "", "", items);
            assertThat(items)
                    .containsExactlyInAnyOrderElementsOf(
                            events.stream().map(ShipNoticeTest::statement).toList());
        }
    }

    @Provide
    Arbitrary<List<LotEvent>> shipments() {
        Arbitrary<String> orders = Arbitraries.of("", "PO-1", "PO-2", "PO-3");
        Arbitrary<Sscc> pallets = Arbitraries.of(PALLET_1, PALLET_2).injectNull(0.2);
        Arbitrary<String> lots =
                Arbitraries.strings().withCharRange('-', '9').ofMaxLength(20).filter(lot -> !lot.contains(">"));
        Arbitrary<Integer> quantities = Arbitraries.integers().between(1, 9999);
        return Combinators.combine(orders, pallets, lots, quantities)
                .as((order, pallet, lot, quantity) -> event(order, pallet, lot, String.valueOf(quantity)))
                .list()
                .ofMinSize(1)
                .ofMaxSize(12);
    }

    private static String statement(LotEvent event) {
        return event.reference("purchase-order") + " "
                + (event.unit() == null ? "" : "00" + event.unit().sscc()) + " "
                + (event.lot() == null ? "" : event.lot().code()) + " "
                + event.quantity().value();
    }

    private static void collect(Loop loop, String order, String pallet, List<String> items) {
        String ownOrder = value("PRF-01", loop, order);
        String ownPallet = value("MAN[GM]-02", loop, pallet);
        if (value("HL-03", loop, "").equals("I")) {
            items.add(ownOrder + " " + ownPallet + " " + value("LIN/LT", loop, "") + " " + value("SN1-02", loop, ""));
        }
        loop.loops("HL").forEach(inner -> collect(inner, ownOrder, ownPallet, items));
    }

    private static String value(String path, Loop loop, String otherwise) {
        return X12Path.parse(path).first(loop).map(value -> value.text()).orElse(otherwise);
    }

    private static LotEvent event(String order, Sscc pallet, String lot, String quantity) {
        return event(order, pallet, lot, quantity, STORE);
    }

    private static LotEvent event(String order, Sscc pallet, String lot, String quantity, Party shipTo) {
        List<Reference> references = new ArrayList<>(List.of(new Reference("bill-of-lading", "BOL-88", "")));
        if (!order.isEmpty()) {
            references.add(new Reference("purchase-order", order, "2026-02-28"));
        }
        return new LotEvent(
                "",
                EventType.SHIPPED,
                Purpose.ORIGINAL,
                new EventTime("2026-03-04T14:30:00-06:00", TimePrecision.MINUTE),
                new Item(ROMAINE, List.of(new ItemId("vendor", "ROM-24")), "Romaine hearts"),
                lot.isEmpty()
                        ? null
                        : new Lot(
                                lot,
                                LotKind.LOT,
                                "2026-03-18",
                                "",
                                "",
                                "",
                                "",
                                new LotSource("0614141000005", "Field 7", "")),
                new Quantity(new BigDecimal(quantity), "CA", new BigDecimal(70)),
                pallet == null ? null : new LogisticUnit(pallet, null, UnitType.PALLET),
                null,
                shipTo,
                references,
                null,
                List.of());
    }

    private static LotEvent with(LotEvent event, LogisticUnit unit) {
        return copy(event, event.lot(), unit);
    }

    private static LotEvent with(LotEvent event, Lot lot) {
        return copy(event, lot, event.unit());
    }

    private static LotEvent copy(LotEvent event, Lot lot, LogisticUnit unit) {
        return new LotEvent(
                event.eventId(),
                event.type(),
                event.purpose(),
                event.time(),
                event.item(),
                lot,
                event.quantity(),
                unit,
                event.shipFrom(),
                event.shipTo(),
                event.references(),
                event.source(),
                event.issues());
    }

    private static ShipNoticeStyle style(LevelShape shape, LotPlace place) {
        return new ShipNoticeStyle("004010", shape, Set.of(place));
    }

    private static Written write(List<LotEvent> events, ShipNoticeStyle style) {
        Envelope envelope = new Envelope(
                Delimiters.USUAL,
                "00401",
                "ZZ",
                "DISTRIBUTOR",
                "ZZ",
                "STORE",
                LocalDateTime.of(2026, 3, 5, 9, 15),
                12,
                false,
                "P",
                true);
        return ShipNotice.write(
                events, new ShipNoticeAddress(envelope, "DISTRIBUTOR", "STORE", 34, "0001", "ASN-9"), style);
    }

    private static List<String> body(Written written) {
        assertThat(written).isInstanceOf(Written.Interchange.class);
        String text = new String(((Written.Interchange) written).bytes(), StandardCharsets.UTF_8);
        List<String> segments = text.lines().map(line -> line.replace("~", "")).toList();
        return segments.subList(3, segments.size() - 3);
    }

    private static List<String> levels(Written written) {
        return body(written).stream()
                .filter(segment -> segment.startsWith("HL*"))
                .map(segment -> segment.replaceAll("HL\\*\\d*\\*\\d*\\*([A-Z]).*", "$1"))
                .toList();
    }

    private static TransactionSet read(Written written) throws IOException {
        assertThat(written).isInstanceOf(Written.Interchange.class);
        List<TransactionSet> sets = new ArrayList<>();
        X12Parser.standard()
                .read(
                        "out.edi",
                        new ByteArrayInputStream(((Written.Interchange) written).bytes()),
                        new InterchangeHandler() {
                            @Override
                            public void transactionSet(TransactionSet set) {
                                sets.add(set);
                            }

                            @Override
                            public void interchangeEnds(InterchangeSummary interchange) {
                                assertThat(interchange.verdict()).isEqualTo(Verdict.ACCEPTED);
                                assertThat(interchange.groups().get(0).verdict())
                                        .isEqualTo(Verdict.ACCEPTED);
                            }

                            @Override
                            public void problem(Problem problem) {
                                throw new AssertionError(problem);
                            }
                        });
        assertThat(sets).hasSize(1);
        return sets.get(0);
    }
}
