package io.lotwire.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.lotwire.as2.Sent;
import io.lotwire.demo.DemoDocuments;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The gateway's process is killed (SIGKILL) again and again while a partner sends as fast as it can. Whatever was under
 * way at that moment: what was confirmed to its sender is stored, answered and delivered once.
 */
class KilledUnderLoadIT {
    private static final int KILLS = Boolean.getBoolean("lotwire.long") ? 8 : 3;
    private static final int SENDERS = 3;
    private static final Duration AFTER_THE_LAST_START = Duration.ofSeconds(30);

    /** So many messages are confirmed between two kills, at least, and not as many more. */
    private static final int MESSAGES = 30;

    @TempDir
    private static Path folder;

    private static Path data;
    private static Partners partners;
    private static volatile GatewayUnderTest gateway;

    @BeforeAll
    static void start() throws Exception {
        data = folder.resolve("killed-under-load");
        partners = Partners.start(data);
        gateway = GatewayUnderTest.start(data, partners.environment());
    }

    @AfterAll
    static void stop() throws Exception {
        Ending.all(gateway, partners);
    }

    @Test
    void whatWasConfirmedIsStoredAnsweredAndDeliveredOnceHoweverOftenTheGatewayIsKilled() throws Exception {
        LedgerView ledger = new LedgerView(gateway.database());
        Random random = new Random(KILLS);
        Map<String, DemoDocuments> sent;
        try (NoticeSenders senders = NoticeSenders.start(partners, SENDERS, () -> gateway.as2())) {
            for (int i = 0; i < KILLS; i++) {
                senders.awaitConfirmed(MESSAGES + random.nextInt(MESSAGES));
                gateway.kill();
                gateway = GatewayUnderTest.start(data, partners.environment());
            }
            sent = senders.end();
            assertThat(senders.unconfirmed())
                    .as("messages on which a kill fell")
                    .hasSizeGreaterThanOrEqualTo(KILLS)
                    .allSatisfy(answer -> assertThat(
                                    ((Sent.NotConfirmed) answer).reason().worthRetrying())
                            .isTrue());
        }

        new Stocktaking(partners, ledger, sent).everythingIsDoneOnce(AFTER_THE_LAST_START, gateway.broker());
        assertThat(ledger.count("select count(*) from inbox")).isEqualTo(sent.size());
        assertThat(ledger.count("select count(*) from delivery where state = 'CONFIRMED'"))
                .as("a 997, a lot feed and an EPCIS document for each")
                .isEqualTo(3L * sent.size());
    }
}
