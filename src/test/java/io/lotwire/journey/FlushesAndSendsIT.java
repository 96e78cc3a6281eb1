package io.lotwire.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.lotwire.as2.Sent;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * How often the gateway and its database wait for the disk, and how many messages its broker gets, for given work: until a
 * file is stored and answered, and three deliveries of it are confirmed.
 */
class FlushesAndSendsIT {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** Of a file alone: to be received, taken and stored, and three deliveries to be taken, sent and confirmed. */
    private static final int FLUSHES_OF_A_FILE = 10;

    /** To who reads it and who delivers it over three wires, a message to the ERP; and what the sweep adds meanwhile. */
    private static final int SENDS_OF_A_FILE = 6;

    private static final int ALONE = 10;
    private static final int FIRST_ALONE = 9001;
    private static final int TOGETHER = 100;
    private static final int SENDERS = 4;
    private static final int SETS = 1000;
    private static final int LOTS = 5;
    private static final int LARGE = 7001;

    @TempDir
    private static Path folder;

    private static Partners partners;
    private static GatewayUnderTest gateway;
    private static LedgerView ledger;

    @BeforeAll
    static void start() throws Exception {
        Flushes.assumeSeen();
        Path data = folder.resolve("flushes-and-sends");
        partners = Partners.start(data);
        gateway = GatewayUnderTest.start(data, partners.environment());
        ledger = new LedgerView(gateway.database());
    }

    @AfterAll
    static void stop() throws Exception {
        Ending.all(gateway, partners);
    }

    @Test
    void aFileTakesAFewFlushesAndSendsAndAHundredTakeNoMoreEach() throws Exception {
        Cost alone = costOf(() -> {
            for (int number = FIRST_ALONE; number < FIRST_ALONE + ALONE; number++) {
                send(Partners.documents(number).shipNotice());
                ledger.awaitNothingUnderWay(PATIENCE);
            }
        });
        Cost together = costOf(() -> {
            try (NoticeSenders senders = NoticeSenders.start(partners, SENDERS, gateway::as2)) {
                senders.awaitConfirmed(TOGETHER);
                senders.end();
            }
            ledger.awaitNothingUnderWay(PATIENCE);
        });

        assertThat(alone.files()).isEqualTo(ALONE);
        assertThat(alone.flushes())
                .as("flushes, of which each answer waits for one")
                .isGreaterThanOrEqualTo(ALONE);
        assertThat(together.files()).isGreaterThanOrEqualTo(TOGETHER);
        for (Cost cost : List.of(alone, together)) {
            assertThat(cost.flushes()).as("flushes").isPositive().isLessThanOrEqualTo(cost.files() * FLUSHES_OF_A_FILE);
            assertThat(cost.sends())
                    .as("sends, with one to the ERP for each")
                    .isBetween(cost.files(), cost.files() * SENDS_OF_A_FILE);
        }
    }

    @Test
    void aLargeFileTakesFlushesAndSendsBySliceNotBySet() throws Exception {
        Cost quarter = costOf(() -> sendLarge(LARGE, SETS / 4));
        Cost whole = costOf(() -> sendLarge(LARGE + 1, SETS));

        assertThat(whole.flushes())
                .as("flushes")
                .isPositive()
                .isLessThanOrEqualTo(4 * quarter.flushes())
                .isLessThan(SETS / 2);
        assertThat(whole.sends() - SETS)
                .as("sends beside the messages to the ERP")
                .isPositive()
                .isLessThan(SETS / 10);
    }

    private static void sendLarge(int number, int sets) throws Exception {
        send(LargeNotice.of("GREENVALLEY", number, sets, LOTS));
        ledger.awaitNothingUnderWay(PATIENCE);
    }

    private static void send(byte[] notice) throws Exception {
        assertThat(partners.farm().send(partners.message(partners.farm(), notice), gateway.as2()))
                .isInstanceOf(Sent.Confirmed.class);
    }

    /**
     * What some work took.
     *
     * @param files those that came in
     * @param sends messages that came into the broker's queues
     */
    private record Cost(long files, long flushes, long sends) {}

    private interface Work {
        void done() throws Exception;
    }

    private static Cost costOf(Work work) throws Exception {
        long filesBefore = files();
        long sendsBefore = BrokerMessages.added(gateway.broker());
        try (Flushes flushes = Flushes.of(gateway)) {
            work.done();
            // The second question is answered before it counts itself, so one answer is among them.
            long sends = BrokerMessages.added(gateway.broker()) - sendsBefore - 1;
            return new Cost(files() - filesBefore, flushes.count(), sends);
        }
    }

    private static long files() {
        return ledger.count("select count(*) from inbox");
    }
}
