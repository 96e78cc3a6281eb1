package io.lotwire.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.lotwire.demo.DemoDocuments;
import io.lotwire.embedded.DatabaseAddress;
import io.lotwire.ledger.InboxState;
import io.lotwire.ledger.TestDatabase;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A database of the operator's own, to which the way becomes so narrow that the work piles up. */
class SlowDatabaseIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int SENDERS = 3;
    private static final int MOST_WAITING = 10;

    /** What takes a millisecond on a good day takes a second: 17 kilobytes a second for each connection. */
    private static final Duration SLOW = Duration.ofMillis(30);

    /** Some looks into the folder. */
    private static final Duration LONG_ENOUGH = Duration.ofSeconds(4);

    @TempDir
    private static Path folder;

    private static Partners partners;
    private static FolderFarm hilltop;
    private static TcpDoor door;
    private static GatewayUnderTest gateway;
    private static LedgerView ledger;

    @BeforeAll
    static void startWithTheDatabaseBehindADoor() throws Exception {
        DatabaseAddress database = TestDatabase.fresh();
        URI server = URI.create(database.url().substring("jdbc:".length()));
        door = TcpDoor.before(server.getPort());
        ledger = new LedgerView(database);
        Path data = folder.resolve("slow-database");
        partners = Partners.start(data);
        hilltop = FolderFarm.in(folder.resolve("share"), "hilltop-farm", "HILLTOPFARM");
        Map<String, String> environment = new HashMap<>(partners.environment());
        environment.put(
                "LOTWIRE_DB_URL", database.url().replace(":" + server.getPort() + "/", ":" + door.port() + "/"));
        environment.put("LOTWIRE_DB_USER", database.user());
        environment.put("LOTWIRE_DB_PASSWORD", database.password());
        environment.put("LOTWIRE_LANES", "1");
        environment.put("LOTWIRE_MOST_WAITING", Integer.toString(MOST_WAITING));
        environment.put(
                "LOTWIRE_PARTNERS",
                ProfilesUnderTest.copy(folder.resolve("partners"))
                        .put(hilltop.name(), hilltop.profile(""))
                        .folder());
        gateway = GatewayUnderTest.start(data, environment);
    }

    @AfterAll
    static void stop() throws Exception {
        Ending.all(gateway, partners, door);
    }

    @Test
    void whoSendsWhileTheDatabaseIsSlowIsToldToComeLaterAndAllIsStoredOnceWhenItIsNot() throws Exception {
        Map<String, DemoDocuments> sent;
        try (NoticeSenders senders = NoticeSenders.start(partners, SENDERS, gateway::as2)) {
            senders.awaitConfirmed(SENDERS);

            door.slowDown(SLOW);

            await("nothing more is taken in").atMost(PATIENCE).until(() -> gateway.log()
                    .contains("Nothing more is taken in: more than " + MOST_WAITING + " files wait to be worked on"));
            hilltop.put("in-a-bad-hour.edi", hilltop.notice(9001));
            await("senders are told to come later").atMost(PATIENCE).until(() -> senders.unconfirmed().stream()
                    .anyMatch(NoticeSenders::isLater));
            await("the file stays where it is")
                    .during(LONG_ENOUGH)
                    .atMost(LONG_ENOUGH.multipliedBy(2))
                    .until(() -> hilltop.waiting().contains("in-a-bad-hour.edi"));
            assertThat(gateway.get("/q/health/live"))
                    .contains("\"status\": \"UP\"")
                    .doesNotContain("DOWN");
            assertThat(gateway.get("/q/metrics")).contains("lotwire_intake_open 0.0");

            door.slowDown(Duration.ZERO);

            await("more is taken in again").atMost(PATIENCE).until(() -> gateway.log()
                    .contains("More is taken in again"));
            senders.awaitConfirmed(SENDERS);
            sent = senders.end();
            assertThat(senders.unconfirmed()).as("nobody heard anything else").allMatch(NoticeSenders::isLater);
        }
        assertThat(ledger.doneFile("in-a-bad-hour.edi").state()).isEqualTo(InboxState.TRANSLATED);
        new Stocktaking(partners, ledger, sent).everythingIsDoneOnce(PATIENCE, gateway.broker());
        assertThat(ledger.count("select count(*) from inbox")).isEqualTo(sent.size() + 1);
        assertThat(ledger.count("select count(*) from lot_event e join transaction_set s on s.id = e.set_id"
                        + " join inbox i on i.id = s.inbox_id where i.partner = '" + hilltop.name() + "'"))
                .isEqualTo(9);
        assertThat(hilltop.waiting()).isEmpty();
    }
}
