package io.lotwire.registry;

import static io.lotwire.registry.Network.BERRIES;
import static io.lotwire.registry.Network.FARM;
import static io.lotwire.registry.Network.OTHER_RETAILER;
import static io.lotwire.registry.Network.PALLET_1;
import static io.lotwire.registry.Network.PALLET_2;
import static io.lotwire.registry.Network.RETAILER;
import static io.lotwire.registry.Network.ROMAINE;
import static io.lotwire.registry.Network.WAREHOUSE;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.lotwire.ledger.EventSamples;
import io.lotwire.lot.EventType;
import io.lotwire.lot.Gtin;
import io.lotwire.lot.Purpose;
import io.lotwire.registry.balance.BalanceText;
import io.lotwire.registry.balance.Balances;
import io.lotwire.registry.balance.LotBalance;
import io.lotwire.registry.balance.StockLot;
import io.lotwire.registry.balance.StockLots;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TracerTest {
    private Network network;

    @BeforeEach
    void open() throws SQLException {
        network = new Network();
    }

    @Test
    void tellsAsATreeWhoSentALotToWhomAndTheBookWhoHasItNow() {
        farmToTwoRetailers();
        assertThat(TraceText.of(network.trace("AB-1234"), TraceDirection.FORWARD))
                .isEqualTo("""
                        Lot AB-1234: Romaine hearts, GTIN 00614141000012
                          expires 2026-03-20

                        Where it went
                          Green Valley Farm (GLN 0614141000005)
                          └─ 2026-03-04  shipped to North Shore Warehouse (GLN 0614141000012): 120 CA
                             │  856 ASN-1 of green-valley-farm, purchase order PO-7, SSCC 006141411234567890, 006141411234567906
                             ├─ 2026-03-06  shipped to Corner Market (GLN 0614141000029): 40 CA
                             │     945 D-1 of north-shore-3pl, bill of lading BOL-1
                             └─ 2026-03-07  shipped to Harbor Foods (GLN 0614141000036): 30 CA
                                   945 D-2 of north-shore-3pl
                        """);
        assertThat(BalanceText.holders(book("AB-1234", ROMAINE))).isEqualTo("""
                        Who has it now
                          North Shore Warehouse (GLN 0614141000012)  50 CA  (120 CA came, 70 CA left)
                          Corner Market (GLN 0614141000029)          40 CA  (sent there, no receipt told)
                          Harbor Foods (GLN 0614141000036)           30 CA  (sent there, no receipt told)
                        """);
    }

    @Test
    void backwardLeadsFromTheHoldersToTheOrigin() {
        farmToTwoRetailers();
        assertThat(TraceText.of(network.trace("AB-1234"), TraceDirection.BACKWARD))
                .isEqualTo("""
                        Lot AB-1234: Romaine hearts, GTIN 00614141000012
                          expires 2026-03-20

                        Where it came from
                          Corner Market (GLN 0614141000029)
                          └─ 2026-03-06  shipped by North Shore Warehouse (GLN 0614141000012): 40 CA
                             │  945 D-1 of north-shore-3pl, bill of lading BOL-1
                             └─ 2026-03-04  shipped by Green Valley Farm (GLN 0614141000005): 120 CA
                                   856 ASN-1 of green-valley-farm, purchase order PO-7, SSCC 006141411234567890, 006141411234567906
                          Harbor Foods (GLN 0614141000036)
                          └─ 2026-03-07  shipped by North Shore Warehouse (GLN 0614141000012): 30 CA
                                945 D-2 of north-shore-3pl
                                (what North Shore Warehouse did with it is shown above)
                        """);
    }

    @Test
    void aLotSplitOverPalletsIsOneMovementWithTheQuantityOfEach() {
        farmToTwoRetailers();
        Movement movement = network.trace("AB-1234").trails().get(0).movements().get(0);
        assertThat(movement.loads())
                .containsExactly(
                        new Load(PALLET_1, "", new BigDecimal("60"), "CA"),
                        new Load(PALLET_2, "", new BigDecimal("60"), "CA"));
    }

    @Test
    void aLotCodeOfTwoProductsHasATrailForEach() {
        shared();
        Trace both = network.trace("SAME");
        assertThat(both.trails()).extracting(LotTrail::gtin).containsExactly(ROMAINE, BERRIES);
        assertThat(TraceText.of(both, TraceDirection.FORWARD)).startsWith("Lot code SAME is used for 2 products.");

        Trace one = network.trace("SAME", BERRIES);
        assertThat(one.trails()).extracting(LotTrail::gtin).containsExactly(BERRIES);
        assertThat(left("SAME", BERRIES)).isEqualTo(Map.of("Corner Market", "9"));
        assertThat(one.otherProducts()).containsExactly("GTIN " + ROMAINE);
    }

    @Test
    void anEventWithoutAGtinFindsItsProductByItsItemNumber() {
        network.document(
                "ASN-1",
                Purpose.ORIGINAL,
                shipped("a")
                        .item("vendor", "RH")
                        .gtin(ROMAINE)
                        .lot("L")
                        .cases("10")
                        .to(WAREHOUSE));
        network.document(
                "ASN-2",
                Purpose.ORIGINAL,
                shipped("b")
                        .item("vendor", "BB")
                        .gtin(BERRIES)
                        .lot("L")
                        .cases("10")
                        .to(WAREHOUSE));
        network.document(
                "D-1",
                Purpose.ORIGINAL,
                outbound("c").item("sku", "BB").lot("L").cases("4").to(RETAILER));
        assertThat(left("L", BERRIES)).isEqualTo(Map.of("North Shore Warehouse", "6", "Corner Market", "4"));
        assertThat(left("L", ROMAINE)).isEqualTo(Map.of("North Shore Warehouse", "10"));
    }

    @Test
    void aPalletThatGoesOnAsAWholeTakesItsLotsWithIt() {
        network.document(
                "ASN-1",
                Purpose.ORIGINAL,
                shipped("a").gtin(ROMAINE).lot("L").cases("60").pallet(PALLET_1).to(WAREHOUSE),
                shipped("b").gtin(ROMAINE).lot("L").cases("20").pallet(PALLET_2).to(WAREHOUSE));
        network.document("D-1", Purpose.ORIGINAL, outbound("c").pallet(PALLET_1).to(RETAILER));

        Trace trace = network.trace("L");
        assertThat(left("L", ROMAINE)).isEqualTo(Map.of("North Shore Warehouse", "20", "Corner Market", "60"));
        assertThat(TraceText.of(trace, TraceDirection.FORWARD)).contains("the document names the unit, not the lot");
    }

    @Test
    void aReceiptCountsInPlaceOfTheShipmentItAnswers() {
        network.document(
                "ASN-1",
                Purpose.ORIGINAL,
                shipped("a").gtin(ROMAINE).lot("L").cases("60").pallet(PALLET_1).to(WAREHOUSE));
        network.document(
                "R-1",
                Purpose.ORIGINAL,
                EventSamples.of(EventType.RECEIVED, "b")
                        .by("north-shore-3pl", "944")
                        .gtin(ROMAINE)
                        .lot("L")
                        .cases("58")
                        .pallet(PALLET_1)
                        .from(FARM)
                        .to(WAREHOUSE));
        assertThat(left("L", ROMAINE)).isEqualTo(Map.of("North Shore Warehouse", "60"));
        assertThat(book("L", ROMAINE).underWay())
                .singleElement()
                .extracting(sent -> sent.underWay().certain())
                .isEqualTo(new BigDecimal("2"));
    }

    @Test
    void aCancelledNoticeIsNotPartOfTheTrace() {
        network.document(
                "ASN-1",
                Purpose.ORIGINAL,
                shipped("a").gtin(ROMAINE).lot("L").cases("60").to(WAREHOUSE));
        network.document("ASN-1", Purpose.CANCEL);
        assertThat(network.trace("L").trails()).isEmpty();
        assertThat(TraceText.of(network.trace("L"), TraceDirection.BOTH)).isEqualTo("No document names lot L.\n");
    }

    @Test
    void aReplacedNoticeCountsAsItStandsNow() {
        network.document(
                "ASN-1",
                Purpose.ORIGINAL,
                shipped("a").gtin(ROMAINE).lot("L").cases("60").to(WAREHOUSE));
        network.document(
                "ASN-1",
                Purpose.REPLACE,
                shipped("b")
                        .purpose(Purpose.REPLACE)
                        .gtin(ROMAINE)
                        .lot("L")
                        .cases("50")
                        .to(WAREHOUSE));
        assertThat(left("L", ROMAINE)).isEqualTo(Map.of("North Shore Warehouse", "50"));
    }

    @Test
    void goodsThatComeBackDoNotMakeTheTreeEndless() {
        network.document(
                "ASN-1",
                Purpose.ORIGINAL,
                shipped("a").gtin(ROMAINE).lot("L").cases("60").to(WAREHOUSE));
        network.document(
                "D-1",
                Purpose.ORIGINAL,
                outbound("b").gtin(ROMAINE).lot("L").cases("60").to(RETAILER));
        network.document(
                "RT-1",
                Purpose.ORIGINAL,
                EventSamples.of(EventType.RETURNED, "c")
                        .by("corner-market", "856")
                        .on("2026-03-09")
                        .gtin(ROMAINE)
                        .lot("L")
                        .cases("5")
                        .from(RETAILER)
                        .to(WAREHOUSE));
        Trace trace = network.trace("L");
        assertThat(left("L", ROMAINE)).isEqualTo(Map.of("North Shore Warehouse", "5", "Corner Market", "55"));
        assertThat(TraceText.of(trace, TraceDirection.BOTH))
                .contains("(what North Shore Warehouse did with it is shown above)");
    }

    @Test
    void theJsonFormNamesPartiesOnceAndMovementsByTheirNumbers() throws SQLException {
        farmToTwoRetailers();
        JsonNode json = TraceJson.of(network.trace("AB-1234"), TraceDirection.BOTH);
        JsonNode trail = json.at("/trails/0");
        assertThat(trail.at("/parties")).hasSize(4);
        assertThat(trail.at("/movements/1/from")).isEqualTo(trail.at("/movements/0/to"));
        assertThat(trail.at("/movements/1/loads/0/quantity").asText()).isEqualTo("40");
        assertThat(json.has("gtin")).isFalse();
    }

    @Test
    void aTraceAmongManyEventsGoesByIndex() {
        farmToTwoRetailers();
        List<String> plan = network.ledger().inTransaction(tx -> {
            tx.handle().execute("""
                            insert into step (seq, occasion_id, lot_id, sscc, unit)
                            select n + 1000, 1, n + 1000, n, '' from generate_series(1, 50000) n
                            """);
            tx.handle().execute("analyze step");
            return tx.handle()
                    .createQuery(
                            "explain select * from step where lot_id in (select id from lot where code = 'AB-1234')"
                                    + " union all select * from step where lot_id is null and lot_code = 'AB-1234' union all"
                                    + " select * from step where lot_id is null and lot_code is null and sscc = any(array[1, 2])")
                    .mapTo(String.class)
                    .list();
        });
        assertThat(String.join("\n", plan))
                .contains("step_lot")
                .contains("step_code")
                .contains("step_sscc")
                .doesNotContain("Seq Scan on step");
    }

    private void farmToTwoRetailers() {
        network.document(
                "ASN-1",
                Purpose.ORIGINAL,
                onPallet("a", PALLET_1).described("Romaine hearts"),
                onPallet("b", PALLET_2));
        network.document(
                "D-1",
                Purpose.ORIGINAL,
                outbound("c")
                        .gtin(ROMAINE)
                        .lot("AB-1234")
                        .cases("40")
                        .to(RETAILER)
                        .reference("bill-of-lading", "BOL-1"));
        network.document(
                "D-2",
                Purpose.ORIGINAL,
                outbound("d")
                        .on("2026-03-07")
                        .gtin(ROMAINE)
                        .lot("AB-1234")
                        .cases("30")
                        .to(OTHER_RETAILER));
    }

    private void shared() {
        network.document(
                "ASN-1",
                Purpose.ORIGINAL,
                shipped("a").gtin(ROMAINE).lot("SAME").cases("5").to(WAREHOUSE));
        network.document(
                "ASN-2",
                Purpose.ORIGINAL,
                shipped("b").gtin(BERRIES).lot("SAME").cases("9").to(RETAILER));
    }

    private static EventSamples onPallet(String id, String pallet) {
        return shipped(id)
                .gtin(ROMAINE)
                .lot("AB-1234")
                .expires("2026-03-20")
                .cases("60")
                .pallet(pallet)
                .to(WAREHOUSE)
                .reference("asn", "ASN-1")
                .reference("purchase-order", "PO-7");
    }

    private static EventSamples shipped(String id) {
        return EventSamples.shipped(id).from(FARM);
    }

    private static EventSamples outbound(String id) {
        return EventSamples.shipped(id)
                .by("north-shore-3pl", "945")
                .on("2026-03-06")
                .from(WAREHOUSE);
    }

    private LotBalance book(String code, String gtin) {
        return network.ledger().inTransaction(tx -> new Balances(tx)
                .of(new StockLots(tx)
                        .withCode(code, Optional.of(new Gtin(gtin))).stream()
                                .map(StockLot::id)
                                .toList())
                .get(0));
    }

    /** Who has how much, or was sent it, in cases. */
    private Map<String, String> left(String code, String gtin) {
        LotBalance book = book(code, gtin);
        Map<String, BigDecimal> left = new TreeMap<>();
        book.places()
                .forEach(
                        place -> left.merge(place.place().name(), place.onHand().certain(), BigDecimal::add));
        book.underWay()
                .forEach(sent -> left.merge(sent.to().name(), sent.underWay().certain(), BigDecimal::add));
        return left.entrySet().stream()
                .filter(each -> each.getValue().signum() > 0)
                .collect(Collectors.toMap(
                        Map.Entry::getKey, each -> each.getValue().toPlainString()));
    }
}
