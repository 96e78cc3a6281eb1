package io.lotwire.registry.signal;

import static org.assertj.core.api.Assertions.assertThat;

import io.lotwire.ledger.EventSamples;
import io.lotwire.ledger.LedgerTransaction;
import io.lotwire.lot.Condition;
import io.lotwire.lot.EventType;
import io.lotwire.lot.Party;
import io.lotwire.lot.Purpose;
import io.lotwire.registry.Network;
import io.lotwire.registry.signal.Subject.Kind;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TroubledLotsTest {
    private static final String SOUP = "00614141000029";
    private static final Party FARM = EventSamples.party("0614141000005", "Green Valley Farm");
    private static final Party FARM_BY_NUMBER = EventSamples.party("0614141000005", "");
    private static final Party PLANT = EventSamples.party("", "Plant");
    private static final Party STORE = EventSamples.party("", "Store");

    private Network network;
    private int events;

    @BeforeEach
    void begin() throws SQLException {
        network = new Network();
    }

    @Test
    void lotsOfALaneAreCountedOnceHoweverOftenDocumentsTellOfThem() {
        told("D1", shipped("A", FARM, STORE, "2026-03-02"), shipped("B", FARM, STORE, "2026-03-02"));
        told("D2", received("A", FARM_BY_NUMBER, STORE, "2026-03-03"), received("A", FARM, STORE, "2026-03-04"));

        assertThat(tally(Kind.LANE)).isEqualTo(lane(2, 0, 0, 0, 0, 0, 0));
    }

    @Test
    void whatIsReturnedShortDamagedLateTooWarmOrRecalledIsTrouble() {
        told(
                "D1",
                shipped("A", FARM, STORE, "2026-03-02"),
                shipped("B", FARM, STORE, "2026-03-02"),
                shipped("C", FARM, STORE, "2026-03-02"),
                shipped("D", FARM, STORE, "2026-03-02"),
                shipped("E", FARM, STORE, "2026-03-02"),
                shipped("F", FARM, STORE, "2026-03-02"));
        told(
                "D2",
                event(EventType.RETURNED, "A", STORE, FARM, "2026-03-05"),
                received("B", FARM, STORE, "2026-03-03").condition(Condition.DAMAGED),
                received("C", FARM, STORE, "2026-03-03").condition(Condition.SHORT),
                received("D", FARM, STORE, "2026-03-20"));
        network.ledger().useTransaction(tx -> tx.handle()
                .execute("insert into lot_status (lot_id, status, since, set_by, why)"
                        + " select id, case code when 'E' then 'recalled' else 'excursion' end, now(), 'QA', 'test'"
                        + " from lot where code in ('E', 'F')"));

        assertThat(tally(Kind.LANE)).isEqualTo(lane(6, 1, 1, 1, 1, 1, 1));
        assertThat(tally(Kind.SUPPLIER).troubled())
                .isEqualTo(Map.of(
                        Trouble.RETURNED, 1L,
                        Trouble.SHORT, 1L,
                        Trouble.DAMAGED, 1L,
                        Trouble.EXCURSION, 1L,
                        Trouble.RECALLED, 1L));
    }

    @Test
    void whatWasCancelledOrIsOfOtherDaysDoesNotCount() {
        told("D1", shipped("A", FARM, STORE, "2026-03-02"));
        told("D2", shipped("B", FARM, STORE, "2026-03-02"));
        network.document("D2", Purpose.CANCEL, shipped("B", FARM, STORE, "2026-03-02"));
        told("D3", shipped("C", FARM, STORE, "2026-04-01"));

        assertThat(tally(Kind.LANE).lots()).isEqualTo(1);
        assertThat(tally(Kind.SUPPLIER).lots()).isEqualTo(1);
    }

    @Test
    void aPlantHasTheLotsThatItMadeAndWhatBecameOfThem() {
        told("D1", event(EventType.TRANSFORMED, "A", PLANT, null, "2026-03-02").outOf("R1"));
        told("D2", event(EventType.TRANSFORMED, "B", PLANT, null, "2026-03-02").into("R1"));
        told("D3", shipped("A", PLANT, STORE, "2026-03-03"));
        told("D4", event(EventType.RETURNED, "A", STORE, PLANT, "2026-03-05"));

        assertThat(tally(Kind.PLANT))
                .isEqualTo(new Tally(
                        new Subject(Kind.PLANT, "Plant", ""),
                        1,
                        Map.of(
                                Trouble.RETURNED, 1L,
                                Trouble.SHORT, 0L,
                                Trouble.DAMAGED, 0L,
                                Trouble.EXCURSION, 0L,
                                Trouble.RECALLED, 0L)));
    }

    @Test
    void lotsAreAtRiskByWhatTheyHaveInCommonWithThoseInTrouble() {
        told(
                "D1",
                shipped("A", FARM, STORE, "2026-03-02"),
                shipped("B", FARM, STORE, "2026-03-02"),
                shipped("C", PLANT, STORE, "2026-03-02"));
        told("D2", event(EventType.RETURNED, "A", STORE, FARM, "2026-03-05"));

        List<LotAtRisk> lots = network.ledger().inTransaction(tx -> {
            TroubledLots troubled = march(tx);
            List<Signal> signals = troubled.tallies().stream()
                    .filter(tally -> tally.subject().from().equals("Green Valley Farm"))
                    .map(tally -> new Signal(tally.subject(), Trouble.RETURNED, tally.lots(), 1, 0, 0, 0))
                    .toList();
            return troubled.atRisk(signals, 10);
        });

        assertThat(lots).extracting(LotAtRisk::code).containsExactly("A", "B");
        assertThat(lots.get(0).own()).containsExactly(Trouble.RETURNED);
        assertThat(lots.get(0).score()).isEqualTo(3);
        assertThat(lots.get(1).score()).isEqualTo(2);
    }

    private void told(String document, EventSamples... told) {
        network.document(document, Purpose.ORIGINAL, told);
    }

    private EventSamples event(EventType type, String lot, Party from, Party to, String day) {
        EventSamples event = EventSamples.of(type, "e" + ++events)
                .gtin(SOUP)
                .lot(lot)
                .cases("10")
                .from(from)
                .on(day);
        return to == null ? event : event.to(to);
    }

    private EventSamples shipped(String lot, Party from, Party to, String day) {
        return event(EventType.SHIPPED, lot, from, to, day);
    }

    private EventSamples received(String lot, Party from, Party to, String day) {
        return event(EventType.RECEIVED, lot, from, to, day);
    }

    private static TroubledLots march(LedgerTransaction tx) {
        return new TroubledLots(tx, LocalDate.of(2026, 3, 1), LocalDate.of(2026, 3, 31), Duration.ofDays(7));
    }

    /** The one of a kind. */
    private Tally tally(Kind kind) {
        List<Tally> tallies = network.ledger().inTransaction(tx -> march(tx).tallies());
        List<Tally> ofKind =
                tallies.stream().filter(tally -> tally.subject().kind() == kind).toList();
        assertThat(ofKind).hasSize(1);
        return ofKind.get(0);
    }

    private static Tally lane(
            long lots, long returned, long isShort, long damaged, long late, long excursion, long recalled) {
        return new Tally(
                new Subject(Kind.LANE, "Green Valley Farm", "Store"),
                lots,
                Map.of(
                        Trouble.RETURNED, returned,
                        Trouble.SHORT, isShort,
                        Trouble.DAMAGED, damaged,
                        Trouble.LATE, late,
                        Trouble.EXCURSION, excursion,
                        Trouble.RECALLED, recalled));
    }
}
