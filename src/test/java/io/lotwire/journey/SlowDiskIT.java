package io.lotwire.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.lotwire.as2.OutgoingMessage;
import io.lotwire.as2.Sent;
import io.lotwire.demo.DemoDocuments;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A disk that becomes so slow that the work piles up: each flush of the gateway and of its database takes long. */
class SlowDiskIT {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int SENDERS = 12;
    private static final int MOST_WAITING = 4;
    private static final Duration SLOW = Duration.ofMillis(700);

    /** The number of a notice that is not one of the senders'. */
    private static final int ALONE = 9001;

    private static final String MESSAGES = "select count(*) from inbox";

    @TempDir
    private static Path folder;

    private static Partners partners;
    private static GatewayUnderTest gateway;
    private static LedgerView ledger;

    @BeforeAll
    static void start() throws Exception {
        Flushes.assumeSeen();
        Path data = folder.resolve("slow-disk");
        partners = Partners.start(data);
        Map<String, String> environment = new HashMap<>(partners.environment());
        environment.put("LOTWIRE_LANES", "1");
        environment.put("LOTWIRE_MOST_WAITING", Integer.toString(MOST_WAITING));
        gateway = GatewayUnderTest.start(data, environment);
        ledger = new LedgerView(gateway.database());
    }

    @AfterAll
    static void stop() throws Exception {
        Ending.all(gateway, partners);
    }

    @Test
    void whoHearsYesHasWaitedForTheDisk() throws Exception {
        OutgoingMessage message =
                partners.message(partners.farm(), Partners.documents(ALONE).shipNotice());
        try (Flushes slow = Flushes.slow(gateway, SLOW)) {
            long before = System.nanoTime();
            assertThat(partners.farm().send(message, gateway.as2())).isInstanceOf(Sent.Confirmed.class);
            assertThat(Duration.ofNanos(System.nanoTime() - before)).isGreaterThanOrEqualTo(SLOW);
        }
        ledger.awaitNothingUnderWay(PATIENCE);
    }

    @Test
    void whoSendsWhileTheDiskIsSlowIsToldToComeLaterAndAllIsStoredOnceWhenItIsNot() throws Exception {
        long before = ledger.count(MESSAGES);
        Map<String, DemoDocuments> sent;
        try (NoticeSenders senders = NoticeSenders.start(partners, SENDERS, gateway::as2)) {
            senders.awaitConfirmed(SENDERS);

            try (Flushes slow = Flushes.slow(gateway, SLOW)) {
                await("senders are told to come later").atMost(PATIENCE).until(() -> senders.unconfirmed().stream()
                        .anyMatch(NoticeSenders::isLater));
                assertThat(gateway.log())
                        .contains(
                                "Nothing more is taken in: more than " + MOST_WAITING + " files wait to be worked on");
                assertThat(gateway.get("/q/health/live"))
                        .contains("\"status\": \"UP\"")
                        .doesNotContain("DOWN");
            }

            await("more is taken in again").atMost(PATIENCE).until(() -> gateway.log()
                    .contains("More is taken in again"));
            senders.awaitConfirmed(SENDERS);
            sent = senders.end();
            assertThat(senders.unconfirmed()).as("nobody heard anything else").allMatch(NoticeSenders::isLater);
        }
        new Stocktaking(partners, ledger, sent).everythingIsDoneOnce(PATIENCE, gateway.broker());
        assertThat(ledger.count(MESSAGES)).isEqualTo(before + sent.size());
    }
}
