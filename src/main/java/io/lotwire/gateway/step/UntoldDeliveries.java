package io.lotwire.gateway.step;

import io.lotwire.ledger.DueDelivery;
import io.lotwire.ledger.Ledger;
import io.lotwire.ledger.Outbox;
import io.lotwire.wire.Due;
import jakarta.inject.Singleton;
import jakarta.jms.JMSException;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.activemq.artemis.api.core.ActiveMQException;

/**
 * Finds deliveries that are due and of which their sender does not know: their next attempt has come, or a crash or a
 * broker outage swallowed the message that told of them. A queue that holds as many messages as deliveries are due for
 * its way holds theirs; so however long a partner hangs, nothing is told twice.
 */
@Singleton
class UntoldDeliveries {
    /** So many of each way at once; the next ones when these are through. */
    static final int MOST_OF_A_WAY = 200;

    private final Ledger ledger;
    private final BrokerQueues queues;
    private final Clock clock;

    UntoldDeliveries(Ledger ledger, BrokerQueues queues, Clock clock) {
        this.ledger = ledger;
        this.queues = queues;
        this.clock = clock;
    }

    /** Those of the ways that are served. */
    List<Due> of(Collection<Outbox.Way> open) throws JMSException, ActiveMQException {
        Instant now = clock.instant();
        List<DueDelivery> due = ledger.inTransaction(tx -> tx.outbox().due(open, MOST_OF_A_WAY));
        Map<String, List<Due>> byQueue = due.stream()
                .map(delivery -> Due.of(delivery, now))
                .collect(Collectors.groupingBy(Due::queue, LinkedHashMap::new, Collectors.toList()));
        Map<String, Long> held = queues.messages(byQueue.keySet());
        return byQueue.entrySet().stream()
                .filter(queue -> held.get(queue.getKey()) < queue.getValue().size())
                .flatMap(queue -> queue.getValue().stream())
                .toList();
    }
}
