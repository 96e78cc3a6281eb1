package io.lotwire.registry.balance;

import static org.assertj.core.api.Assertions.assertThat;

import io.lotwire.ledger.EventSamples;
import io.lotwire.lot.Condition;
import io.lotwire.lot.EventType;
import io.lotwire.lot.Party;
import io.lotwire.lot.Purpose;
import io.lotwire.registry.Network;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the book of a lot says after documents of all kinds. */
class BookTest {
    private static final String SOUP = "00614141000012";
    private static final String CARTON = "006141411234567890";
    private static final String PALLET = "006141411234567906";
    private static final Party FARM = EventSamples.party("0614141000005", "Farm");
    private static final Party DEPOT = EventSamples.party("0614141000012", "Depot");
    private static final Party STORE = EventSamples.party("0614141000029", "Store");

    private Network network;
    private int documents;

    @BeforeEach
    void begin() throws SQLException {
        network = new Network();
    }

    private void told(EventSamples... events) {
        network.document("D" + ++documents, Purpose.ORIGINAL, events);
    }

    private EventSamples event(EventType type, String quantity) {
        return EventSamples.of(type, "e" + ++documents).gtin(SOUP).lot("L").cases(quantity);
    }

    private EventSamples shipped(String quantity, Party from, Party to, String day) {
        return event(EventType.SHIPPED, quantity).from(from).to(to).on(day);
    }

    private EventSamples received(String quantity, Party from, Party to, String day) {
        EventSamples sample = event(EventType.RECEIVED, quantity).to(to).on(day).by("depot", "944");
        return from == null ? sample : sample.from(from);
    }

    private EventSamples at(EventType type, String quantity, Party place, String day) {
        return event(type, quantity).from(place).on(day);
    }

    private LotBalance balance(String lot) {
        return network.ledger().inTransaction(tx -> {
            List<Long> lots = tx.handle()
                    .createQuery("select id from lot where code = :code")
                    .bind("code", lot)
                    .mapTo(Long.class)
                    .list();
            return new Balances(tx).of(lots).get(0);
        });
    }

    private Map<String, String> onHand() {
        return onHand("L");
    }

    private Map<String, String> onHand(String lot) {
        Map<String, String> onHand = new TreeMap<>();
        balance(lot).places().stream()
                .filter(place -> !place.onHand().isNone())
                .forEach(place -> onHand.merge(
                        place.place().name(),
                        BalanceWords.of(place.onHand(), place.unit()),
                        (one, other) -> one + " + " + other));
        return onHand;
    }

    private Map<String, String> underWay() {
        return balance("L").underWay().stream()
                .collect(Collectors.toMap(
                        each -> each.from().name() + "-" + each.to().name(),
                        each -> BalanceWords.of(each.underWay(), each.unit())));
    }

    private List<String> differences() {
        return Reconciliation.of(balance("L"), Optional.empty(), null).stream()
                .map(each -> each.kind() + " " + each.place().name() + " "
                        + BalanceWords.signed(each.amount(), each.unit()) + ": "
                        + each.explainedBy().stream().map(DocumentName::words).collect(Collectors.joining(", ")))
                .toList();
    }

    @Test
    void whatIsSentAndNotReceivedIsUnderWayAndNotLost() {
        told(shipped("100", FARM, DEPOT, "2026-03-01"));

        assertThat(onHand()).isEmpty();
        assertThat(underWay()).isEqualTo(Map.of("Farm-Depot", "100 CA"));
        assertThat(differences()).isEmpty();
    }

    @Test
    void whatLeftAPlaceTellsThatAllOfTheShipmentHadCome() {
        told(shipped("100", FARM, DEPOT, "2026-03-01"));
        told(shipped("50", FARM, DEPOT, "2026-03-02"));
        told(shipped("30", DEPOT, STORE, "2026-03-03"));

        assertThat(onHand()).isEqualTo(Map.of("Depot", "70 CA"));
        assertThat(underWay()).isEqualTo(Map.of("Farm-Depot", "50 CA", "Depot-Store", "30 CA"));
        assertThat(differences()).isEmpty();
    }

    @Test
    void whatLeftBeforeAShipmentWasSentCameByNoToldWay() {
        told(shipped("30", DEPOT, STORE, "2026-03-01"));
        told(shipped("100", FARM, DEPOT, "2026-03-05"));

        assertThat(underWay()).containsEntry("Farm-Depot", "100 CA");
        assertThat(differences()).isEqualTo(List.of("UNTOLD Depot +30 CA: "));
    }

    @Test
    void aReceiptWithoutANoticeTellsThatItWasSent() {
        told(received("40", FARM, DEPOT, "2026-03-02"));

        assertThat(onHand()).isEqualTo(Map.of("Depot", "40 CA"));
        assertThat(balance("L").places().get(0).left()).isEqualTo(Amount.of(new BigDecimal("40"), true));
        assertThat(differences()).isEmpty();
    }

    @Test
    void theSameShipmentUnderAnotherNameOfItsSenderIsReceivedOnce() {
        Party grower = EventSamples.party("", "Grower");
        told(shipped("40", FARM, DEPOT, "2026-03-01").reference("asn", "A-1"));
        told(received("40", grower, DEPOT, "2026-03-03").reference("asn", "A-1"));

        assertThat(onHand()).isEqualTo(Map.of("Depot", "40 CA"));
        assertThat(underWay()).isEmpty();
    }

    @Test
    void ofShipmentsThatMayBeMeantTheFirstIsReceivedFirst() {
        told(shipped("40", FARM, DEPOT, "2026-03-01"));
        told(shipped("50", FARM, DEPOT, "2026-03-02"));
        told(received("60", FARM, DEPOT, "2026-03-03"));

        assertThat(balance("L").consignments())
                .extracting(each -> each.received().certain().toPlainString())
                .containsExactly("40", "20");
        assertThat(onHand()).isEqualTo(Map.of("Depot", "60 CA"));
    }

    @Test
    void lessThanWasSentIsADifferenceThatWhoMissedItExplains() {
        told(shipped("100", FARM, DEPOT, "2026-03-01"));
        network.document(
                "R-1",
                Purpose.ORIGINAL,
                received("95", FARM, DEPOT, "2026-03-02"),
                received("5", FARM, DEPOT, "2026-03-02").condition(Condition.SHORT));

        assertThat(onHand()).isEqualTo(Map.of("Depot", "95 CA"));
        assertThat(underWay()).isEqualTo(Map.of("Farm-Depot", "5 CA"));
        assertThat(differences()).isEqualTo(List.of("RECEIVED Depot -5 CA: 944 R-1 of depot"));
    }

    @Test
    void moreThanWasSentIsADifferenceThatNothingExplains() {
        told(shipped("100", FARM, DEPOT, "2026-03-01"));
        told(received("103", FARM, DEPOT, "2026-03-02"));

        assertThat(onHand()).isEqualTo(Map.of("Depot", "103 CA"));
        assertThat(differences()).isEqualTo(List.of("RECEIVED Depot +3 CA: "));
    }

    @Test
    void goodsThatWereRefusedStayUnderWay() {
        told(shipped("100", FARM, DEPOT, "2026-03-01"));
        network.document(
                "R-1",
                Purpose.ORIGINAL,
                received("80", FARM, DEPOT, "2026-03-02"),
                received("20", FARM, DEPOT, "2026-03-02").condition(Condition.REFUSED));

        assertThat(onHand()).isEqualTo(Map.of("Depot", "80 CA"));
        assertThat(underWay()).isEqualTo(Map.of("Farm-Depot", "20 CA"));
    }

    @Test
    void whatWasCancelledOrReplacedDoesNotCount() {
        network.document("A-1", Purpose.ORIGINAL, shipped("100", FARM, DEPOT, "2026-03-01"));
        network.document(
                "A-1", Purpose.REPLACE, shipped("90", FARM, DEPOT, "2026-03-01").purpose(Purpose.REPLACE));
        network.document("A-2", Purpose.ORIGINAL, shipped("55", FARM, DEPOT, "2026-03-01"));
        network.document(
                "A-2", Purpose.CANCEL, shipped("55", FARM, DEPOT, "2026-03-01").purpose(Purpose.CANCEL));

        assertThat(underWay()).isEqualTo(Map.of("Farm-Depot", "90 CA"));
    }

    @Test
    void whatIsMadeUsedDestroyedAndCorrectedIsInTheBook() {
        told(at(EventType.TRANSFORMED, "100", FARM, "2026-03-01").outOf("R1"));
        told(at(EventType.TRANSFORMED, "20", FARM, "2026-03-02").into("R2"));
        told(at(EventType.DISPOSED, "3", FARM, "2026-03-03"));
        told(at(EventType.ADJUSTED, "-4", FARM, "2026-03-04"));
        told(at(EventType.ADJUSTED, "2", FARM, "2026-03-05"));

        assertThat(onHand()).isEqualTo(Map.of("Farm", "75 CA"));
        assertThat(BalanceText.places(balance("L"))).isEqualTo("""
                        Quantities at each place
                          Farm (GLN 0614141000005): 100 CA made + 2 CA adjusted up = 75 CA on hand + 20 CA used + 3 CA disposed + 4 CA adjusted down
                        """);
    }

    @ParameterizedTest
    @EnumSource(names = {"HELD", "RELEASED", "RECALLED"})
    void goodsThatAreHeldReleasedOrRecalledAreNeitherMoreNorLess(Condition condition) {
        told(at(EventType.TRANSFORMED, "100", FARM, "2026-03-01").outOf("R1"));
        told(at(EventType.ADJUSTED, "60", FARM, "2026-03-02").condition(condition));

        assertThat(onHand()).isEqualTo(Map.of("Farm", "100 CA"));
    }

    @Test
    void goodsThatAreSentBackLeaveAndComeBackWhenTheyAreReceived() {
        told(received("10", FARM, STORE, "2026-03-02"));
        told(event(EventType.RETURNED, "4").from(STORE).to(DEPOT).on("2026-03-03"));

        assertThat(onHand()).isEqualTo(Map.of("Store", "6 CA"));
        assertThat(underWay()).isEqualTo(Map.of("Store-Depot", "4 CA"));

        told(received("4", STORE, DEPOT, "2026-03-04"));
        assertThat(onHand()).isEqualTo(Map.of("Store", "6 CA", "Depot", "4 CA"));
    }

    @Test
    void whoScansGoodsThatComeBackHasThem() {
        told(received("10", FARM, STORE, "2026-03-02"));
        told(event(EventType.RETURNED, "4")
                .from(STORE)
                .to(DEPOT)
                .on("2026-03-03")
                .by("depot", "scans"));

        assertThat(onHand()).isEqualTo(Map.of("Store", "6 CA", "Depot", "4 CA"));
        assertThat(underWay()).isEmpty();
    }

    @Test
    void whatAReceiverCallsReturnedWentBackBeforeItWasTakenIn() {
        told(shipped("100", FARM, DEPOT, "2026-03-01"));
        network.document(
                "R-1",
                Purpose.ORIGINAL,
                received("80", FARM, DEPOT, "2026-03-02").by("depot", "861"),
                event(EventType.RETURNED, "20")
                        .from(FARM)
                        .to(DEPOT)
                        .on("2026-03-02")
                        .by("depot", "861"));

        assertThat(onHand()).isEqualTo(Map.of("Depot", "80 CA"));
        assertThat(underWay()).isEqualTo(Map.of("Farm-Depot", "20 CA"));
    }

    @Test
    void whatAResaleReportCallsReturnedCameBackTheOtherWay() {
        told(received("100", FARM, DEPOT, "2026-03-01"));
        network.document(
                "S-1",
                Purpose.ORIGINAL,
                shipped("30", DEPOT, STORE, "2026-03-02").by("depot", "867"),
                event(EventType.RETURNED, "5")
                        .from(DEPOT)
                        .to(STORE)
                        .on("2026-03-03")
                        .by("depot", "867"));

        assertThat(onHand()).isEqualTo(Map.of("Depot", "75 CA", "Store", "25 CA"));
    }

    @Test
    void goodsThatAreMovedAreThereAtOnceAndCountOnceWhenTheyAreAlsoReceived() {
        told(at(EventType.TRANSFORMED, "100", FARM, "2026-03-01").outOf("R1"));
        told(event(EventType.MOVED, "10").from(FARM).to(DEPOT).on("2026-03-02"));
        assertThat(onHand()).isEqualTo(Map.of("Farm", "90 CA", "Depot", "10 CA"));

        told(received("10", FARM, DEPOT, "2026-03-03"));
        assertThat(onHand()).isEqualTo(Map.of("Farm", "90 CA", "Depot", "10 CA"));
    }

    @Test
    void aPalletTakesAlongWhatIsOnItAndCountsOnceHoweverManyLinesNameIt() {
        told(event(EventType.PACKED, "8").pallet(CARTON).onto(PALLET).from(FARM).on("2026-03-01"));
        network.document(
                "A-1",
                Purpose.ORIGINAL,
                EventSamples.shipped("p1").pallet(PALLET).from(FARM).to(DEPOT).on("2026-03-02"),
                EventSamples.shipped("p2").pallet(PALLET).from(FARM).to(DEPOT).on("2026-03-02"));
        assertThat(underWay()).isEqualTo(Map.of("Farm-Depot", "8 CA"));

        told(EventSamples.of(EventType.RECEIVED, "p3")
                .pallet(PALLET)
                .from(FARM)
                .to(DEPOT)
                .on("2026-03-03"));
        assertThat(onHand()).isEqualTo(Map.of("Depot", "8 CA"));
        assertThat(underWay()).isEmpty();
    }

    @Test
    void unitsThatTheTableConvertsAreOne() {
        told(at(EventType.TRANSFORMED, "0", FARM, "2026-03-01")
                .amount("10", "DZ")
                .outOf("R1"));
        told(at(EventType.TRANSFORMED, "0", FARM, "2026-03-02")
                .amount("7", "EA")
                .into("R2"));

        assertThat(onHand()).isEqualTo(Map.of("Farm", "113 EA"));
    }

    @Test
    void theSameUnitByCodesOfTwoListsIsOne() {
        told(at(EventType.TRANSFORMED, "10", FARM, "2026-03-01").outOf("R1"));
        told(at(EventType.DISPOSED, "0", FARM, "2026-03-02").amount("4", "CS").by("farm", "DESADV"));

        assertThat(onHand()).isEqualTo(Map.of("Farm", "6 CA"));
    }

    @Test
    void unitsThatTheProductConvertsAreOneAndOthersStandBesideEachOther() {
        told(shipped("10", FARM, DEPOT, "2026-03-01"));
        told(received("0", FARM, DEPOT, "2026-03-02").amount("100", "EA"));

        assertThat(onHand()).isEqualTo(Map.of("Depot", "100 EA"));
        assertThat(balance("L").consignments()).allMatch(each -> each.state() == Consignment.State.INCOMPARABLE);
        assertThat(differences()).isEmpty();

        network.ledger().<Integer, RuntimeException>inTransaction(tx -> tx.handle()
                .execute("insert into product (gtin, units, first_seen_at) values (?, '[\"CA:12EA\"]', now())", SOUP));

        assertThat(onHand()).isEqualTo(Map.of("Depot", "100 EA"));
        assertThat(underWay()).isEqualTo(Map.of("Farm-Depot", "20 EA"));
        assertThat(differences()).isEqualTo(List.of("RECEIVED Depot -20 EA: "));
    }

    @Test
    void ofOneOfSeveralLotsNothingIsCertain() {
        told(at(EventType.TRANSFORMED, "50", FARM, "2026-03-01").outOf("R1"));
        told(EventSamples.of(EventType.TRANSFORMED, "m")
                .gtin(SOUP)
                .lot("M")
                .cases("30")
                .outOf("R1")
                .from(FARM)
                .on("2026-03-01"));
        told(shipped("10", FARM, DEPOT, "2026-03-02").among("L", "M"));

        assertThat(onHand("L")).isEqualTo(Map.of("Farm", "40 to 50 CA"));
        assertThat(onHand("M")).isEqualTo(Map.of("Farm", "20 to 30 CA"));
        assertThat(underWay()).isEqualTo(Map.of("Farm-Depot", "0 to 10 CA"));
    }

    @Test
    void aQuantityThatIsNotToldLeavesTheBookOpen() {
        told(at(EventType.TRANSFORMED, "50", FARM, "2026-03-01").outOf("R1"));
        told(EventSamples.shipped("s").gtin(SOUP).lot("L").from(FARM).to(DEPOT).on("2026-03-02"));

        assertThat(balance("L").places()).noneMatch(PlaceBalance::complete);
        assertThat(BalanceText.holders(balance("L"))).contains("some documents leave the quantity out");
    }

    @Test
    void aCountMovesNothingAndTheDifferenceIsTold() {
        told(received("100", FARM, DEPOT, "2026-03-01"));
        told(at(EventType.COUNTED, "93", DEPOT, "2026-03-05").by("depot", "846"));

        assertThat(onHand()).isEqualTo(Map.of("Depot", "100 CA"));
        assertThat(differences()).isEqualTo(List.of("COUNTED Depot -7 CA: "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"100", "90", "95"})
    void whatWasToldOfTheDayOfACountMayHaveBeenBeforeItOrAfter(String counted) {
        told(received("100", FARM, DEPOT, "2026-03-01"));
        told(shipped("10", DEPOT, STORE, "2026-03-05"));
        told(at(EventType.COUNTED, counted, DEPOT, "2026-03-05").by("depot", "846"));

        assertThat(differences()).isEmpty();
    }

    @Test
    void aLaterCorrectionOfJustThisExplainsACountAndAnotherOneDoesNot() {
        told(received("100", FARM, DEPOT, "2026-03-01"));
        told(at(EventType.COUNTED, "93", DEPOT, "2026-03-05").by("depot", "846"));
        network.document(
                "ADJ-1",
                Purpose.ORIGINAL,
                at(EventType.ADJUSTED, "-2", DEPOT, "2026-03-06").by("depot", "947"));

        Difference open =
                Reconciliation.of(balance("L"), Optional.empty(), null).get(0);
        assertThat(open.explainedBy()).isEmpty();
        assertThat(open.beside()).extracting(DocumentName::words).containsExactly("947 ADJ-1 of depot");

        network.document(
                "ADJ-2",
                Purpose.ORIGINAL,
                at(EventType.ADJUSTED, "-5", DEPOT, "2026-03-07").by("depot", "947"));
        assertThat(differences()).isEqualTo(List.of("COUNTED Depot -7 CA: 947 ADJ-1 of depot, 947 ADJ-2 of depot"));
    }

    @Test
    void moreIsCountedWhereAShipmentCameThatNoReceiptTells() {
        told(received("100", FARM, DEPOT, "2026-03-01"));
        network.document("A-7", Purpose.ORIGINAL, shipped("20", FARM, DEPOT, "2026-03-02"));
        told(at(EventType.COUNTED, "120", DEPOT, "2026-03-05").by("depot", "846"));

        assertThat(differences()).hasSize(1).allMatch(each -> each.startsWith("COUNTED Depot +20 CA: 856 A-7"));
    }

    @Test
    void onlyWhatIsAskedForIsTold() {
        told(received("100", FARM, DEPOT, "2026-03-01"));
        told(at(EventType.COUNTED, "93", DEPOT, "2026-03-05").by("depot", "846"));

        LotBalance balance = balance("L");

        List<Difference> farm = network.ledger()
                .inTransaction(tx -> Reconciliation.of(balance, Optional.of(PlaceAsked.of(tx, "0614141000005")), null));
        List<Difference> depot = network.ledger()
                .inTransaction(tx -> Reconciliation.of(balance, Optional.of(PlaceAsked.of(tx, "depot")), null));
        List<Difference> later = Reconciliation.of(balance, Optional.empty(), LocalDateTime.of(2026, 3, 6, 0, 0));
        assertThat(farm).isEmpty();
        assertThat(depot).hasSize(1);
        assertThat(later).isEmpty();
    }
}
