package io.lotwire.gateway.step;

import io.lotwire.ledger.InboxRow;
import io.lotwire.ledger.InboxState;
import io.lotwire.ledger.Ledger;
import io.lotwire.wire.Due;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import jakarta.jms.JMSException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.activemq.artemis.api.core.ActiveMQException;

/** Finds what a crash or a broker outage left between two steps. */
@Named("sweep")
@ApplicationScoped
public class SweepStep {
    /** A row that a worker changed more recently is left to that worker. */
    private static final Duration LEFT_ALONE = Duration.ofSeconds(30);

    private static final int MOST_AT_ONCE = 500;

    private final Ledger ledger;
    private final PartnerRoutes routes;
    private final UntoldDeliveries untold;
    private final Clock clock;
    private final AtomicBoolean started = new AtomicBoolean();

    SweepStep(Ledger ledger, PartnerRoutes routes, UntoldDeliveries untold, Clock clock) {
        this.ledger = ledger;
        this.routes = routes;
        this.untold = untold;
        this.clock = clock;
    }

    /** Deliveries that are due, of those that somebody can send, and that are in no queue. */
    public List<Due> deliveries() throws JMSException, ActiveMQException {
        return untold.of(routes.open());
    }

    /** Inbox rows that nobody worked on for a while; the first time, all that are not done. */
    public List<Undone> inbox() {
        Instant now = clock.instant();
        Instant unchangedSince = started.getAndSet(true) ? now.minus(LEFT_ALONE) : now;
        long period = now.getEpochSecond() / LEFT_ALONE.toSeconds();
        return ledger.inTransaction(tx -> tx.inbox().undone(unchangedSince, MOST_AT_ONCE)).stream()
                .map(row -> Undone.of(row, period))
                .toList();
    }

    /**
     * An inbox row that waits for its next step.
     *
     * @param id its number
     * @param queue the queue of that step
     * @param once the same for half a minute: the broker drops what it has seen before
     */
    public record Undone(long id, String queue, String once) {
        static Undone of(InboxRow row, long period) {
            String queue = row.state() == InboxState.RECEIVED ? "lotwire.read" : "lotwire.translate";
            return new Undone(row.id(), queue, "inbox-" + row.id() + "-" + row.state() + "-" + period);
        }
    }
}
