package io.lotwire.gateway.step;

import static org.assertj.core.api.Assertions.assertThat;

import io.lotwire.embedded.BrokerAddress;
import io.lotwire.embedded.DataFolder;
import io.lotwire.embedded.EmbeddedBroker;
import io.lotwire.ledger.BackOff;
import io.lotwire.ledger.Documents;
import io.lotwire.ledger.DueDelivery;
import io.lotwire.ledger.Ledger;
import io.lotwire.ledger.NewDelivery;
import io.lotwire.ledger.Outbox;
import io.lotwire.ledger.TestDatabase;
import io.lotwire.wire.Due;
import jakarta.jms.JMSConsumer;
import jakarta.jms.JMSContext;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.messaginghub.pooled.jms.JmsPoolConnectionFactory;

/** Counts what the sweep tells, on a real database and a real broker. */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class UntoldDeliveriesTest {
    private static final Outbox.Way HUNG = new Outbox.Way("hung", "as2");
    private static final Outbox.Way WELL = new Outbox.Way("well", "sftp");
    private static final List<Outbox.Way> OPEN = List.of(HUNG, WELL);
    private static final Instant NOW = Instant.parse("2026-03-04T12:00:00Z");
    private static final int MANY = 2_000;
    private static final int SWEEPS = 30;
    private static final BackOff SOON = new BackOff(Duration.ofSeconds(2), 2, Duration.ofMinutes(1), 0, 10);

    @TempDir
    private Path path;

    private Ledger ledger;
    private Ledger later;
    private DataFolder folder;
    private EmbeddedBroker broker;
    private JmsPoolConnectionFactory connections;

    @BeforeEach
    void open() throws Exception {
        DataSource database = TestDatabase.fresh().unpooled();
        ledger = new Ledger(database, Clock.fixed(NOW, ZoneOffset.UTC));
        later = new Ledger(database, Clock.fixed(NOW.plusSeconds(10), ZoneOffset.UTC));
        folder = DataFolder.lock(path, "tests");
        start();
    }

    @AfterEach
    void close() throws Exception {
        connections.stop();
        broker.close();
        folder.close();
    }

    private void start() throws Exception {
        broker = EmbeddedBroker.start(folder);
        BrokerAddress address = broker.address();
        connections = new JmsPoolConnectionFactory();
        connections.setConnectionFactory(
                new ActiveMQConnectionFactory(address.url(), address.user(), address.password()));
    }

    @Test
    void aHungPartnerIsToldNothingTwiceAndHoldsUpNobodysRetry() throws Exception {
        List<DueDelivery> waiting = due(HUNG, MANY);
        long retried = due(WELL, 1).get(0).id();
        tell(waiting.stream().map(delivery -> Due.of(delivery, NOW)).toList());
        ledger.useTransaction(tx -> tx.outbox().failed(retried, "connection refused", SOON));

        List<Due> first = sweep(0);
        assertThat(first).extracting(Due::id).containsExactly(retried);
        tell(first);
        int told = 0;
        for (int sweep = 1; sweep <= SWEEPS; sweep++) {
            List<Due> found = sweep(sweep);
            tell(found);
            told += found.size();
        }
        assertThat(told).isZero();
        assertThat(held(HUNG)).isEqualTo(MANY);
        assertThat(held(WELL)).isOne();
    }

    @Test
    void whatAWorkerHasFetchedAheadIsNotToldAgain() throws Exception {
        tell(due(HUNG, 10).stream().map(delivery -> Due.of(delivery, NOW)).toList());
        try (JMSContext jms = connections.createContext(JMSContext.SESSION_TRANSACTED);
                JMSConsumer worker = jms.createConsumer(jms.createQueue(Due.queueFor(HUNG)))) {
            assertThat(worker.receive(10_000)).isNotNull();
            assertThat(sweep(0)).isEmpty();
            jms.rollback();
        }
    }

    @Test
    void whatTheBrokerLostIsToldAgainAShareOfEachWayAtATime() throws Exception {
        due(HUNG, MANY);
        due(WELL, 3);

        List<Due> found = sweep(0);

        assertThat(found)
                .filteredOn(due -> due.queue().equals(Due.queueFor(HUNG)))
                .hasSize(UntoldDeliveries.MOST_OF_A_WAY);
        assertThat(found)
                .filteredOn(due -> due.queue().equals(Due.queueFor(WELL)))
                .hasSize(3);
    }

    private List<DueDelivery> due(Outbox.Way way, int count) {
        return ledger.inTransaction(tx -> {
            long inbox = Documents.inbox(tx, way.partner());
            return IntStream.range(0, count)
                    .mapToObj(i -> NewDelivery.ofAcknowledgement(way.partner(), "997", way.wire(), inbox, "group " + i))
                    .map(delivery -> tx.outbox().add(delivery).orElseThrow())
                    .toList();
        });
    }

    private List<Due> sweep(int number) throws Exception {
        Clock clock = Clock.fixed(NOW.plusSeconds(10 + 30L * number), ZoneOffset.UTC);
        return new UntoldDeliveries(later, new BrokerQueues(connections), clock).of(OPEN);
    }

    private void tell(List<Due> deliveries) {
        try (JMSContext jms = connections.createContext(JMSContext.SESSION_TRANSACTED)) {
            for (Due due : deliveries) {
                jms.createProducer()
                        .setProperty("_AMQ_DUPL_ID", due.once())
                        .send(jms.createQueue(due.queue()), due.id());
            }
            jms.commit();
        }
    }

    private long held(Outbox.Way way) throws Exception {
        String queue = Due.queueFor(way);
        return new BrokerQueues(connections).messages(List.of(queue)).get(queue);
    }
}
