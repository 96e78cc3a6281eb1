package io.lotwire.gateway.step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.lotwire.alert.Doubt;
import io.lotwire.ledger.EventSamples;
import io.lotwire.ledger.Ledger;
import io.lotwire.ledger.TestDatabase;
import io.lotwire.lot.EventSource;
import io.lotwire.lot.EventType;
import io.lotwire.lot.Issue;
import io.lotwire.lot.IssueCode;
import io.lotwire.lot.LotEvent;
import io.lotwire.lot.Purpose;
import io.lotwire.partner.Profile;
import io.lotwire.partner.Profiles;
import io.lotwire.partner.read.ProfileFolder;
import io.lotwire.problem.Severity;
import io.lotwire.registry.master.LotStatus;
import io.lotwire.registry.master.LotStatuses;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which documents are kept back for a lot in them, on a real database. */
class DeliveryGateTest {
    private static final String ROMAINE = "00614141000012";
    private static final String STORE = "0614141000029";
    private static final String ERP = "0614141000036";
    private static final int LOTS = 5000;

    @TempDir
    private Path folder;

    private Ledger ledger;

    @BeforeEach
    void open() throws SQLException {
        ledger = new Ledger(TestDatabase.fresh().unpooled(), Clock.systemUTC());
        ledger.useTransaction(tx -> tx.handle()
                .execute(
                        "insert into lot (code, gtin, kind, first_seen_at) select 'A' || n, ?, 'LOT', now()"
                                + " from generate_series(1, ?) n",
                        ROMAINE,
                        LOTS));
    }

    @Test
    void aHeldLotStopsWhatTellsItsCustomerAndEveryShipNoticeUntilItIsReleased() throws IOException {
        assertThat(stop(partner("{}", STORE), "feed", shipped(1))).isEmpty();
        hold(1, LotStatus.Kind.HELD);

        assertThat(stop(partner("{}", STORE), "feed", shipped(1)).orElse(""))
                .startsWith("Lot A1 is held since ")
                .contains("by anna: cold chain", "lotwire registry release");
        assertThat(stop(partner("{}", ERP), "notices", shipped(1))).isPresent();
        assertThat(stop(partner("{}", STORE), "feed", shipped(2))).isEmpty();

        ledger.useTransaction(tx -> new LotStatuses(tx).end(id(tx.handle(), 1), LotStatus.Kind.HELD, "ben", "good"));
        assertThat(stop(partner("{}", STORE), "feed", shipped(1))).isEmpty();
    }

    @Test
    void whoKeepsBooksIsToldOfHeldLotsAndSoIsEverybodyOfWhatIsNoShipping() throws IOException {
        hold(1, LotStatus.Kind.HELD);

        assertThat(stop(partner("{}", ERP), "feed", shipped(1))).isEmpty();
        assertThat(stop(partner("{}", STORE), "feed", to(EventSamples.of(EventType.ORDERED, "o"), 1)))
                .isEmpty();
        assertThat(stop(
                        partner("{}", STORE),
                        "feed",
                        to(EventSamples.shipped("c").purpose(Purpose.CANCEL), 1)))
                .isEmpty();
    }

    @Test
    void theProfileSaysWhetherHeldOrRecalledLotsStopIt() throws IOException {
        Profile lenient = partner("{ LOT_ON_HOLD: warn }", STORE);
        hold(1, LotStatus.Kind.HELD);

        assertThat(stop(lenient, "feed", shipped(1))).isEmpty();
        hold(1, LotStatus.Kind.RECALLED);
        assertThat(stop(lenient, "feed", shipped(1)).orElse("")).startsWith("Lot A1 is recalled since ");
    }

    @Test
    void aLotThatWasTooWarmOrTooColdStopsItWhereTheProfileSaysSo() throws IOException {
        hold(1, LotStatus.Kind.EXCURSION);

        assertThat(stop(partner("{}", STORE), "feed", shipped(1))).isEmpty();
        assertThat(stop(partner("{ TEMPERATURE_EXCURSION: stop, LOT_ON_HOLD: warn }", STORE), "feed", shipped(1))
                        .orElse(""))
                .startsWith("Lot A1 is outside of its temperatures since ");
    }

    @Test
    void anotherDoubtStopsItWhereTheProfileSaysSo() throws IOException {
        LotEvent doubtful = with(IssueCode.SHELF_LIFE_BELOW_MINIMUM, "Too old.");

        assertThat(stop(partner("{}", STORE), "feed", doubtful)).isEmpty();
        assertThat(stop(partner("{ SHELF_LIFE_BELOW_MINIMUM: stop }", STORE), "feed", doubtful)
                        .orElse(""))
                .startsWith("Too old. ");
    }

    @Test
    void aLotThatWasReleasedSinceItsDoubtWasFoundDoesNotStopIt() throws IOException {
        assertThat(stop(partner("{}", STORE), "feed", with(IssueCode.LOT_ON_HOLD, "It was held.")))
                .isEmpty();
    }

    @Test
    void theOneHeldLotIsFoundAmongManyEvents() throws IOException {
        hold(LOTS, LotStatus.Kind.HELD);
        LotEvent[] events = IntStream.rangeClosed(1, LOTS)
                .mapToObj(DeliveryGateTest::shipped)
                .toArray(LotEvent[]::new);

        assertThat(stop(partner("{}", STORE), "feed", events).orElse("")).startsWith("Lot A" + LOTS + " is held");
    }

    @Test
    void eachLotThatStopsItIsToldOnce() throws IOException {
        hold(1, LotStatus.Kind.HELD);
        hold(2, LotStatus.Kind.RECALLED);
        Profile partner = partner("{ SHELF_LIFE_BELOW_MINIMUM: stop }", STORE);

        List<Doubt> doubts = stopped(
                        partner,
                        "feed",
                        shipped(3),
                        shipped(2),
                        shipped(1),
                        shipped(2),
                        with(IssueCode.SHELF_LIFE_BELOW_MINIMUM, "Too old."))
                .orElseThrow()
                .doubts();

        assertThat(doubts).extracting(Doubt::code).containsOnly("LOT_STOPPED");
        assertThat(doubts).extracting(Doubt::gtin).containsOnly(ROMAINE);
        assertThat(doubts)
                .extracting(Doubt::lot, doubt -> doubt.message().replaceAll(" since .*", ""))
                .containsExactlyInAnyOrder(
                        tuple("A1", "Too old."), tuple("A1", "Lot A1 is held"), tuple("A2", "Lot A2 is recalled"));
    }

    private Optional<String> stop(Profile partner, String subscription, LotEvent... events) throws IOException {
        return stopped(partner, subscription, events).map(DeliveryGate.Stopped::reason);
    }

    private Optional<DeliveryGate.Stopped> stopped(Profile partner, String subscription, LotEvent... events)
            throws IOException {
        return ledger.<Optional<DeliveryGate.Stopped>, IOException>inTransaction(tx -> new DeliveryGate(tx)
                .stop(partner, partner.subscription(subscription).orElseThrow(), EventSource.of(List.of(events))));
    }

    private static LotEvent shipped(int lot) {
        return to(EventSamples.shipped("s" + lot), lot);
    }

    private static LotEvent to(EventSamples event, int lot) {
        return event.gtin(ROMAINE)
                .lot("A" + lot)
                .to(EventSamples.party(STORE, "Store"))
                .event();
    }

    private static LotEvent with(IssueCode code, String message) {
        LotEvent event = shipped(1);
        return event.enriched(event.item(), event.lot(), List.of(new Issue(code, Severity.WARNING, message)));
    }

    private void hold(int lot, LotStatus.Kind kind) {
        ledger.useTransaction(tx -> new LotStatuses(tx).begin(id(tx.handle(), lot), kind, "anna", "cold chain", ""));
    }

    private static long id(Handle handle, int lot) {
        return handle.createQuery("select id from lot where code = 'A' || :lot")
                .bind("lot", lot)
                .mapTo(Long.class)
                .one();
    }

    private Profile partner(String checks, String gln) throws IOException {
        Files.writeString(folder.resolve("partner.yaml"), """
                name: partner
                title: Partner
                identity: { gln: "%s", x12: { qualifier: ZZ, id: PARTNER } }
                checks: %s
                wires:
                  jms: { send: { queue: partner.in } }
                subscriptions:
                  - { name: feed, send: { format: events }, over: jms }
                  - { name: notices, send: { format: x12-856 }, over: jms }
                """.formatted(gln, checks));
        Profiles profiles = ProfileFolder.load(folder, name -> null);
        assertThat(profiles.problems()).isEmpty();
        return profiles.byName("partner").orElseThrow();
    }
}
