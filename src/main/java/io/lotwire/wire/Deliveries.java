package io.lotwire.wire;

import io.lotwire.ledger.Archive;
import io.lotwire.ledger.BackOff;
import io.lotwire.ledger.Confirmation;
import io.lotwire.ledger.DeliveryState;
import io.lotwire.ledger.Holder;
import io.lotwire.ledger.Lease;
import io.lotwire.ledger.Ledger;
import io.lotwire.ledger.LedgerTransaction;
import io.lotwire.ledger.Outbox;
import io.lotwire.ledger.Taken;
import io.lotwire.ledger.ToSend;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeProperty;
import org.jboss.logging.Logger;

/** Takes deliveries from the outbox, those of one way together, for one attempt each, and writes down what came of it. */
@Named("deliver")
@ApplicationScoped
public class Deliveries {
    private static final Logger LOG = Logger.getLogger(Deliveries.class);

    /** Enough that their commits cost little beside them. */
    private static final int MOST = 100;

    /** Long enough for many attempts, none of which is begun when it could outlast the lease. */
    private static final Duration LEASE = Sending.LONGEST_ATTEMPT.multipliedBy(2);

    /** What was confirmed is written down so often: a crash repeats what was sent since. */
    private static final Duration WRITTEN_DOWN_EVERY = Duration.ofSeconds(1);

    private final Ledger ledger;
    private final Archive archive;
    private final Holder holder;
    private final Wakes wakes;
    private final Turns turns;
    private final Clock clock;

    Deliveries(Ledger ledger, Archive archive, Holder holder, Wakes wakes, Turns turns, Clock clock) {
        this.ledger = ledger;
        this.archive = archive;
        this.holder = holder;
        this.wakes = wakes;
        this.turns = turns;
        this.clock = clock;
    }

    /** Takes what is due to go to a partner over one of their wires; null when nothing is. */
    public Sending take(String partner, String wire) throws InterruptedException {
        boolean inOrder = wakes.inOrder().contains(partner);
        Sending sending = take(
                partner, wire, (tx, way, most, lease) -> tx.waitingDeliveries().take(way, most, inOrder, lease));
        if (sending != null && inOrder) {
            sending.keepOrder();
        }
        return sending;
    }

    /** Takes from the outbox in its own way. */
    @FunctionalInterface
    public interface Taking {
        /** Takes so many that are due to go a way. */
        List<Taken> from(LedgerTransaction tx, Outbox.Way way, int most, Lease lease);
    }

    /** Takes what is due to go to a partner over one of their wires; null when nothing is. */
    public Sending take(String partner, String wire, Taking taking) throws InterruptedException {
        Outbox.Way way = new Outbox.Way(partner, wire);
        wakes.heard(Wakes.queueOf(way));
        turns.deliveries();
        Lease lease = holder.lease(LEASE);
        List<Taken> taken = ledger.inTransaction(tx -> taking.from(tx.withoutFlush(), way, MOST, lease));
        if (taken.isEmpty()) {
            return null;
        }
        Sending sending = new Sending(way, lease, taken);
        for (Taken each : taken) {
            if (each instanceof ToSend written) {
                sending.ready(Outgoing.of(written, archive));
            }
        }
        return sending;
    }

    /** Writes down what came of deliveries, all together, and gives back those that were not tried. */
    public void settle(@Body Sending sending) {
        sending.end();
        writeDown(sending);
        if (!sending.untried().isEmpty() || sending.restUntil().isPresent()) {
            ledger.useTransaction(tx -> {
                tx.waitingDeliveries().giveBack(sending.lease(), sending.untried());
                sending.restUntil().ifPresent(until -> tx.waitingDeliveries().rest(sending.way(), until));
            });
        }
        if (sending.size() == MOST || !sending.untried().isEmpty()) {
            wakes.send(Wakes.queueOf(sending.way()));
        }
    }

    /** Writes down what came of deliveries so far, when the last time was a while ago. */
    public void settleSome(@ExchangeProperty(ExchangeNames.SENDING) Sending sending) {
        if (sending.isToBeWrittenDown(clock.instant(), WRITTEN_DOWN_EVERY)) {
            writeDown(sending);
        }
    }

    private void writeDown(Sending sending) {
        Map<Long, Confirmation> confirmed = new HashMap<>(sending.confirmed());
        Map<Long, String> failed = new HashMap<>(sending.failed());
        if (confirmed.isEmpty() && failed.isEmpty()) {
            return;
        }
        Map<Long, DeliveryState> states = ledger.inTransaction(tx -> {
            tx.attempts().confirmed(confirmed);
            return failed.isEmpty()
                    ? Map.<Long, DeliveryState>of()
                    : tx.attempts().failed(sending.lease(), failed, BackOff.USUAL);
        });
        sending.writtenDown(clock.instant());
        for (Taken each : sending.taken()) {
            if (confirmed.containsKey(each.id())) {
                say(
                        each,
                        Logger.Level.INFO,
                        "confirmed: " + confirmed.get(each.id()).words());
            } else if (failed.containsKey(each.id())) {
                boolean last = states.get(each.id()) == DeliveryState.PARKED;
                say(
                        each,
                        Logger.Level.WARN,
                        (last ? "failed and is parked: " : "failed and is tried again later: ")
                                + failed.get(each.id()));
            }
        }
    }

    /** A file stands whole under its own name where the partner looks for it. */
    public static Confirmation inPlace(String name) {
        return new Confirmation("file in place, renamed when whole", Map.of("file", name));
    }

    /** One of several failed on its way; the others go on. */
    public void oneFailed(
            @ExchangeProperty(ExchangeNames.SENDING) Sending sending,
            @ExchangeProperty(ExchangeNames.OUTGOING) Outgoing delivery,
            Exchange exchange) {
        sending.fail(
                delivery.id(), RootCause.sentence(exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class)));
    }

    /** Whether one of several may be tried. */
    public boolean mayTry(@ExchangeProperty(ExchangeNames.SENDING) Sending sending, @Body Outgoing delivery) {
        return sending.mayTry(delivery.id(), clock.instant());
    }

    /** The attempts failed on the way: each is due again later, or parked when it was the last. */
    public void failed(@ExchangeProperty(ExchangeNames.SENDING) Sending sending, Exchange exchange) {
        Exception cause = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class);
        if (sending == null) {
            LOG.warnf("Nothing can be taken from the outbox: %s", RootCause.sentence(cause));
            return;
        }
        sending.failAll(RootCause.sentence(cause));
        settle(sending);
    }

    /** Says something of a delivery in the log. */
    public void say(Taken delivery, Logger.Level level, String what) {
        say(delivery.id(), delivery.inboxId(), delivery.partner(), level, what);
    }

    /** Says something of a delivery in the log. */
    public void say(long id, long inboxId, String partner, Logger.Level level, String what) {
        try (InterchangeLog ignored = InterchangeLog.about(inboxId)) {
            LOG.logf(level, "Delivery %d to %s %s", id, partner, what);
        }
    }
}
