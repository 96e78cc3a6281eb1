package io.lotwire.registry.walk;

import static org.assertj.core.api.Assertions.assertThat;

import io.lotwire.ledger.EventSamples;
import io.lotwire.lot.Condition;
import io.lotwire.lot.EventType;
import io.lotwire.lot.Party;
import io.lotwire.lot.Purpose;
import io.lotwire.registry.Network;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What documents leave open, and what they tell in unusual ways. */
class WalkCasesTest {
    private static final String SPICE = "00614141000012";
    private static final String SOUP = "00614141000029";
    private static final String CARTON = "006141411234567890";
    private static final String PALLET = "006141411234567906";
    private static final Party PLANT = EventSamples.party("", "Plant");
    private static final Party STORE = EventSamples.party("", "Store");
    private static final Party DEPOT = EventSamples.party("", "Depot");

    private Network network;
    private int documents;

    @BeforeEach
    void begin() throws SQLException {
        network = new Network();
    }

    private void told(EventSamples... events) {
        network.document("D" + ++documents, Purpose.ORIGINAL, events);
    }

    private EventSamples event(EventType type, String gtin, String lot) {
        return EventSamples.of(type, "e" + ++documents).gtin(gtin).lot(lot).cases("10");
    }

    private EventSamples used(String lot, String run, String day) {
        return event(EventType.TRANSFORMED, SPICE, lot).into(run).from(PLANT).on(day);
    }

    private EventSamples made(String lot, String run, String day) {
        return event(EventType.TRANSFORMED, SOUP, lot).outOf(run).from(PLANT).on(day);
    }

    private EventSamples shipped(String lot, Party from, Party to, String day) {
        return event(EventType.SHIPPED, SOUP, lot).from(from).to(to).on(day);
    }

    private EventSamples unit(EventType type, String sscc, Party from, Party to, String day) {
        EventSamples sample =
                EventSamples.of(type, "e" + ++documents).pallet(sscc).from(from).on(day);
        return to == null ? sample : sample.to(to);
    }

    /** The lots that a lot of spice was made into, and the ways of each, marked {@code ?} where they only may be. */
    private Map<String, List<String>> madeInto(String lot) {
        return network.ledger().inTransaction(tx -> {
            long root = tx.handle()
                    .createQuery("select id from lot where code = :code and gtin = :gtin")
                    .bind("code", lot)
                    .bind("gtin", SPICE)
                    .mapTo(Long.class)
                    .one();
            Genealogy genealogy = Genealogy.of(tx, root, Sense.FORWARD, 100);
            Map<String, List<String>> made = new TreeMap<>();
            genealogy
                    .lots()
                    .forEach(each -> made.put(
                            each.lot().code() + (each.sure() ? "" : "?"),
                            each.ways().entrySet().stream()
                                    .map(way -> place(genealogy, way.getKey().from()) + "-"
                                            + place(genealogy, way.getKey().to()) + (way.getValue() ? "" : "?"))
                                    .sorted()
                                    .toList()));
            return made;
        });
    }

    private static String place(Genealogy genealogy, int place) {
        return place == Places.NOWHERE ? "" : genealogy.parties().get(place).name();
    }

    @Test
    void whatLeftBeforeALotWasUsedHasNothingToDoWithIt() {
        told(made("A", "R1", "2026-03-02"), made("A", "R2", "2026-03-05"));
        told(used("S", "R2", "2026-03-05"));
        told(shipped("A", PLANT, STORE, "2026-03-03"));
        told(shipped("A", PLANT, DEPOT, "2026-03-06"));

        assertThat(madeInto("S")).isEqualTo(Map.of("A", List.of("Plant-Depot")));
    }

    @Test
    void ofALotThatIsInAllOfAnotherAllOfThatIsFoundWhereverItIs() {
        told(used("S", "R1", "2026-03-02"), made("A", "R1", "2026-03-02"));
        told(shipped("A", DEPOT, STORE, "2026-02-01"));

        assertThat(madeInto("S")).isEqualTo(Map.of("A", List.of("Depot-Store?")));
    }

    @Test
    void goodsThatCameFromNobodyKnowsWhereMayHaveComeFromThere() {
        told(made("A", "R1", "2026-03-01"), used("S", "R2", "2026-03-02"), made("A", "R2", "2026-03-02"));
        told(shipped("A", DEPOT, STORE, "2026-03-04"));

        assertThat(madeInto("S")).isEqualTo(Map.of("A", List.of("Depot-Store?")));
    }

    @Test
    void anHourOfADayThatIsToldWithoutHoursMayBeBeforeOrAfter() {
        told(made("A", "R1", "2026-03-01"));
        told(
                event(EventType.TRANSFORMED, SPICE, "S").into("R2").from(PLANT).at("2026-03-02T14:00:00"),
                made("A", "R2", "2026-03-02"));
        told(shipped("A", PLANT, STORE, "2026-03-02"));
        told(shipped("A", PLANT, DEPOT, "2026-03-03"));

        assertThat(madeInto("S")).isEqualTo(Map.of("A?", List.of("Plant-Depot?", "Plant-Store?")));
    }

    @Test
    void aPalletTakesTheCartonsOnItAlongUntilTheyAreTakenOff() {
        told(used("S", "R1", "2026-03-02"), made("A", "R1", "2026-03-02"), made("A", "R0", "2026-03-01"));
        told(event(EventType.PACKED, SOUP, "A")
                .pallet(CARTON)
                .onto(PALLET)
                .from(PLANT)
                .on("2026-03-03"));
        told(unit(EventType.SHIPPED, PALLET, PLANT, DEPOT, "2026-03-04"));
        told(EventSamples.of(EventType.UNPACKED, "off")
                .pallet(CARTON)
                .onto(PALLET)
                .from(DEPOT)
                .on("2026-03-06"));
        told(unit(EventType.SHIPPED, PALLET, DEPOT, PLANT, "2026-03-08"));
        told(unit(EventType.SHIPPED, CARTON, DEPOT, STORE, "2026-03-08"));

        assertThat(madeInto("S")).isEqualTo(Map.of("A", List.of("Depot-Store", "Plant-Depot")));
    }

    @Test
    void whatWasPackedBeforeALotWasUsedIsCleanWheneverItGoes() {
        told(made("A", "R1", "2026-03-01"));
        told(event(EventType.PACKED, SOUP, "A").pallet(CARTON).from(PLANT).on("2026-03-02"));
        told(used("S", "R2", "2026-03-05"), made("A", "R2", "2026-03-05"));
        told(event(EventType.PACKED, SOUP, "A").pallet(PALLET).from(PLANT).on("2026-03-06"));
        told(unit(EventType.SHIPPED, CARTON, PLANT, STORE, "2026-03-07"));
        told(unit(EventType.SHIPPED, PALLET, PLANT, DEPOT, "2026-03-07"));

        assertThat(madeInto("S")).isEqualTo(Map.of("A", List.of("Plant-Depot")));
    }

    @Test
    void unitsThatAreToldToHoldEachOtherEndNoTraceAndBlockNone() {
        told(used("S", "R1", "2026-03-02"), made("A", "R1", "2026-03-02"));
        told(event(EventType.PACKED, SOUP, "A")
                .pallet(CARTON)
                .onto(PALLET)
                .from(PLANT)
                .on("2026-03-03"));
        told(EventSamples.of(EventType.PACKED, "cycle")
                .pallet(PALLET)
                .onto(CARTON)
                .from(PLANT)
                .on("2026-03-03"));
        told(unit(EventType.SHIPPED, PALLET, PLANT, STORE, "2026-03-04"));

        assertThat(madeInto("S")).isEqualTo(Map.of("A", List.of("Plant-Store")));
    }

    @Test
    void ofOneOfSeveralLotsEachMayBeMeant() {
        told(used("S", "R0", "2026-03-01"), used("T", "R1", "2026-03-01"));
        told(
                event(EventType.TRANSFORMED, SPICE, "S")
                        .among("S", "T")
                        .into("R2")
                        .from(PLANT)
                        .on("2026-03-02"),
                made("A", "R2", "2026-03-02"));

        assertThat(madeInto("S")).isEqualTo(Map.of("A?", List.of()));
        assertThat(madeInto("T")).isEqualTo(Map.of("A?", List.of()));
    }

    @Test
    void aCodeWithoutItsProductMayBeThatOfAnyLotWithThisCode() {
        told(used("S", "R0", "2026-03-01"));
        told(made("S", "R9", "2026-03-01"));
        told(
                EventSamples.of(EventType.TRANSFORMED, "bare")
                        .lot("S")
                        .into("R2")
                        .from(PLANT)
                        .on("2026-03-02"),
                made("A", "R2", "2026-03-02"));

        assertThat(madeInto("S")).isEqualTo(Map.of("A?", List.of()));
    }

    @Test
    void whatWasCancelledOrReplacedDidNotHappen() {
        told(used("S", "R1", "2026-03-02"));
        network.document("M1", Purpose.ORIGINAL, made("A", "R1", "2026-03-02"));
        network.document("M1", Purpose.CANCEL, made("A", "R1", "2026-03-02").purpose(Purpose.CANCEL));
        network.document("M2", Purpose.ORIGINAL, made("B", "R1", "2026-03-02"));
        network.document("M2", Purpose.REPLACE, made("C", "R1", "2026-03-02").purpose(Purpose.REPLACE));

        assertThat(madeInto("S")).isEqualTo(Map.of("C", List.of()));
    }

    @Test
    void goodsThatWereMissedDidNotArrive() {
        told(used("S", "R1", "2026-03-02"), made("A", "R1", "2026-03-02"));
        told(shipped("A", PLANT, DEPOT, "2026-03-03"));
        told(event(EventType.RECEIVED, SOUP, "A")
                .condition(Condition.SHORT)
                .from(PLANT)
                .to(STORE)
                .on("2026-03-04"));

        assertThat(madeInto("S")).isEqualTo(Map.of("A", List.of("Plant-Depot")));
    }

    @Test
    void aLongRowOfRunsIsFollowedToItsEnd() {
        int runs = 60;
        told(used("S", "R0", "2026-03-02"), made("L0", "R0", "2026-03-02"));
        for (int i = 1; i < runs; i++) {
            told(
                    event(EventType.TRANSFORMED, SOUP, "L" + (i - 1))
                            .into("R" + i)
                            .from(PLANT)
                            .on("2026-03-02"),
                    made("L" + i, "R" + i, "2026-03-02"));
        }

        assertThat(madeInto("S")).hasSize(runs).containsKey("L" + (runs - 1));
    }

    @Test
    void thePictureHasTheLotAtEachPlaceAndTheRunsBetweenAndCountsGoodsOnce() {
        told(used("S", "R1", "2026-03-02"), made("A \"new\"", "R1", "2026-03-02"));
        told(shipped("A \"new\"", PLANT, STORE, "2026-03-03"));

        told(event(EventType.SHIPPED, SPICE, "S").from(DEPOT).to(PLANT).on("2026-03-01"));

        String dot = network.ledger().inTransaction(tx -> {
            long root = tx.handle()
                    .createQuery("select id from lot where code = 'S'")
                    .mapTo(Long.class)
                    .one();
            return GenealogyDot.of(
                    List.of(Genealogy.of(tx, root, Sense.FORWARD, 100), Genealogy.of(tx, root, Sense.BACKWARD, 100)));
        });

        assertThat(dot).isEqualTo("""
                digraph lots {
                  rankdir=LR;
                  n0 [shape=box, label="S\\nDepot", style=bold];
                  n1 [shape=box, label="S\\nPlant", style=bold];
                  n2 [shape=box, label="A \\"new\\"\\nPlant"];
                  n3 [shape=box, label="A \\"new\\"\\nStore"];
                  n4 [shape=ellipse, label="run R1"];
                  n0 -> n1 [label="10 CA"];
                  n2 -> n3 [label="10 CA"];
                  n1 -> n4 [label="10 CA"];
                  n4 -> n2 [label="10 CA"];
                }
                """);
    }
}
