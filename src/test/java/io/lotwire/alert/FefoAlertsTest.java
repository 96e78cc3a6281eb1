package io.lotwire.alert;

import static org.assertj.core.api.Assertions.assertThat;

import io.lotwire.ledger.EventSamples;
import io.lotwire.ledger.Ledger;
import io.lotwire.ledger.TestDatabase;
import io.lotwire.lot.EventType;
import io.lotwire.lot.Gtin;
import io.lotwire.lot.Party;
import io.lotwire.lot.Purpose;
import io.lotwire.partner.Profiles;
import io.lotwire.partner.read.ProfileFolder;
import io.lotwire.registry.Network;
import io.lotwire.registry.master.LotStatus;
import io.lotwire.registry.master.LotStatuses;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Of a lot that was shipped while an older one lay there it is told once, within a week. */
class FefoAlertsTest {
    private static final String SOUP = "00614141000012";
    private static final String BROTH = "00614141000029";
    private static final Party FARM = EventSamples.party("0614141000005", "Farm");
    private static final Party DEPOT = EventSamples.party("0614141000012", "Depot");
    private static final Party STORE = EventSamples.party("0614141000029", "Store");
    private static final LocalDate TODAY = LocalDate.parse("2026-03-06");

    @TempDir
    private Path folder;

    private Ledger ledger;
    private Network network;
    private int events;

    @BeforeEach
    void open() throws SQLException {
        ledger = new Ledger(TestDatabase.fresh().unpooled(), Clock.systemUTC());
        network = new Network(ledger);
    }

    @Test
    void aLotThatLeftBeforeAnOlderOneOfItsProductIsToldWithItsDocument() {
        twoLots();
        network.document("S-1", Purpose.ORIGINAL, shipped("NEW", "10", "2026-03-04"));

        assertThat(look(TODAY))
                .containsExactly(
                        "FEFO_VIOLATION NEW " + SOUP + ": Shipped out of turn at Depot (GLN 0614141000012): 10 CA of"
                                + " lot NEW (expires 2026-04-30) shipped on 2026-03-04, while 40 CA of lot OLD (expires 2026-03-20)"
                                + " lay there (945 S-1 of depot).");
    }

    @Test
    void itIsToldOnceAndAnotherDocumentThatDoesItAgainIsNew() {
        twoLots();
        network.document("S-1", Purpose.ORIGINAL, shipped("NEW", "10", "2026-03-04"));
        look(TODAY);

        assertThat(look(TODAY)).isEmpty();
        assertThat(look(TODAY.plusDays(1))).isEmpty();
        network.document("S-2", Purpose.ORIGINAL, shipped("NEW", "5", "2026-03-05"));
        assertThat(look(TODAY)).singleElement().asString().contains("5 CA of lot NEW", "(945 S-2 of depot)");
    }

    @Test
    void lotsInTheirOrderAndHeldOnesAndWhatIsLongAgoAreNotTold() {
        twoLots();
        network.document("S-1", Purpose.ORIGINAL, shipped("OLD", "10", "2026-03-04"));
        assertThat(look(TODAY)).isEmpty();

        network.document("S-2", Purpose.ORIGINAL, shipped("NEW", "10", "2026-03-04"));
        assertThat(look(TODAY.plusDays(8))).isEmpty();
        ledger.useTransaction(tx -> new LotStatuses(tx)
                .begin(
                        tx.handle()
                                .createQuery("select id from lot where code = 'OLD'")
                                .mapTo(Long.class)
                                .one(),
                        LotStatus.Kind.HELD,
                        "ann",
                        "cold chain",
                        ""));
        assertThat(look(TODAY)).isEmpty();
    }

    @Test
    void onlyProductsThatWereShippedLatelyAreLookedAt() {
        twoLots();
        network.document("S-1", Purpose.ORIGINAL, shipped("NEW", "10", "2026-03-04"));
        network.document("S-2", Purpose.ORIGINAL, event(EventType.SHIPPED, "BR", "1", "2026-02-01", BROTH));

        List<Gtin> products = ledger.inTransaction(tx -> new FefoAlerts(tx, agreed(), TODAY).products());

        assertThat(products).containsExactly(new Gtin(SOUP));
    }

    @Test
    void nobodyIsToldWhereTheOwnersProfileDoesNotNameIt() {
        twoLots();
        network.document("S-1", Purpose.ORIGINAL, shipped("NEW", "10", "2026-03-04"));
        Profiles profiles = profiles("LOT_RECALLED");

        assertThat(FefoAlerts.areAgreed(profiles)).isFalse();
        FefoAlerts.Looked looked = ledger.inTransaction(tx -> new FefoAlerts(tx, profiles, TODAY).look(new Gtin(SOUP)));
        assertThat(looked.alert()).isEmpty();
    }

    private void twoLots() {
        network.document(
                "R-1",
                Purpose.ORIGINAL,
                event(EventType.RECEIVED, "OLD", "40", "2026-03-01", SOUP).expires("2026-03-20"),
                event(EventType.RECEIVED, "NEW", "40", "2026-03-01", SOUP).expires("2026-04-30"));
    }

    private EventSamples shipped(String lot, String cases, String day) {
        return event(EventType.SHIPPED, lot, cases, day, SOUP);
    }

    private EventSamples event(EventType type, String lot, String cases, String day, String gtin) {
        boolean came = type == EventType.RECEIVED;
        return EventSamples.of(type, "e" + ++events)
                .by("depot", came ? "944" : "945")
                .gtin(gtin)
                .lot(lot)
                .cases(cases)
                .from(came ? FARM : DEPOT)
                .to(came ? DEPOT : STORE)
                .on(day);
    }

    /** Looks once at all products, and answers what is told of anew. */
    private List<String> look(LocalDate today) {
        Profiles profiles = agreed();
        List<Gtin> products = ledger.inTransaction(tx -> new FefoAlerts(tx, profiles, today).products());
        return products.stream()
                .map(product -> ledger.inTransaction(tx -> new FefoAlerts(tx, profiles, today).look(product)))
                .flatMap(looked -> looked.alert().stream())
                .flatMap(id -> ledger.inTransaction(tx -> new Alerts(tx).doubts(id, 10)).stream())
                .map(doubt -> doubt.code() + " " + doubt.lot() + " " + doubt.gtin() + ": " + doubt.message())
                .toList();
    }

    private Profiles agreed() {
        Profiles profiles = profiles("FEFO_VIOLATION");
        assertThat(FefoAlerts.areAgreed(profiles)).isTrue();
        return profiles;
    }

    private Profiles profiles(String of) {
        try {
            Files.writeString(folder.resolve("desk.yaml"), """
                    name: desk
                    title: Desk
                    identity: {}
                    wires: { folder: { dropOff: { directory: desk } } }
                    """);
            Files.writeString(folder.resolve("us.yaml"), """
                    name: us
                    title: Us
                    self: true
                    identity: {}
                    alerts: [ { name: shipping, of: [%s], tell: [ { partner: desk, over: folder } ] } ]
                    """.formatted(of));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        Profiles profiles = ProfileFolder.load(folder, name -> null);
        assertThat(profiles.problems()).isEmpty();
        return profiles;
    }
}
