package io.lotwire.wire;

import io.lotwire.ledger.Archive;
import io.lotwire.ledger.BackOff;
import io.lotwire.ledger.Delivery;
import io.lotwire.ledger.DeliveryState;
import io.lotwire.ledger.Ledger;
import io.lotwire.ledger.ToSend;
import io.lotwire.ledger.WrittenDocument;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeProperty;
import org.apache.camel.Header;
import org.jboss.logging.Logger;

/** Takes deliveries from the outbox for one attempt each, and writes down what came of it. */
@Named("deliver")
@ApplicationScoped
public class Deliveries {
    private static final Logger LOG = Logger.getLogger(Deliveries.class);

    /** Longer than the wires' own time limits for one delivery. */
    public static final Duration LEASE = Duration.ofMinutes(10);

    private final Ledger ledger;
    private final Archive archive;

    Deliveries(Ledger ledger, Archive archive) {
        this.ledger = ledger;
        this.archive = archive;
    }

    /**
     * Takes a written delivery; null when another has it, it is not due, or it is done.
     *
     * @param redelivered true when the broker gives the message a second time: who had it first is dead
     */
    public Outgoing take(@Body long deliveryId, @Header("JMSRedelivered") Boolean redelivered) {
        return isExpired(deliveryId)
                ? null
                : ledger.inTransaction(tx -> tx.outbox().lease(deliveryId, LEASE, holderDied(redelivered)))
                        .map(this::outgoing)
                        .orElse(null);
    }

    /** True when who had the delivery first is dead: the broker gives its message a second time. */
    public static boolean holderDied(Boolean redelivered) {
        return Boolean.TRUE.equals(redelivered);
    }

    /** True when its deadline is past: then it is parked. */
    public boolean isExpired(long deliveryId) {
        boolean expired = ledger.inTransaction(tx -> tx.outbox().expire(deliveryId));
        if (expired) {
            say(deliveryId, Logger.Level.WARN, "is parked: its deadline is past");
        }
        return expired;
    }

    /** A file stands whole under its own name where the partner looks for it. */
    public void inPlace(long deliveryId, String name) {
        confirm(deliveryId, "file in place, renamed when whole", Map.of("file", name));
    }

    /**
     * Confirms a delivery.
     *
     * @param confirmation what the partner's side said, or showed
     * @param facts what of it is worth keeping
     */
    public void confirm(long deliveryId, String confirmation, Map<String, String> facts) {
        ledger.useTransaction(tx -> tx.outbox().confirmed(deliveryId, confirmation, facts));
        say(deliveryId, Logger.Level.INFO, "confirmed: " + confirmation);
    }

    /** The attempt failed on the way: it is due again later, or parked when it was the last. */
    public void failed(@ExchangeProperty(ExchangeNames.DELIVERY) long deliveryId, Exchange exchange) {
        Exception cause = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class);
        retry(deliveryId, RootCause.sentence(cause));
    }

    /** Says something of a delivery in the log. */
    public void say(long deliveryId, Logger.Level level, String what) {
        Optional<Delivery> delivery = ledger.inTransaction(tx -> tx.outbox().find(deliveryId));
        String partner = delivery.map(Delivery::partner).orElse("?");
        try (InterchangeLog ignored =
                InterchangeLog.about(delivery.map(Delivery::inboxId).orElse(0L))) {
            LOG.logf(level, "Delivery %d to %s %s", deliveryId, partner, what);
        }
    }

    /** Writes down that an attempt failed: the next is due later, or it is parked when it was the last. */
    public void retry(long deliveryId, String error) {
        DeliveryState state = ledger.inTransaction(tx -> tx.outbox().failed(deliveryId, error, BackOff.USUAL));
        String what = state == DeliveryState.PARKED ? "failed and is parked: " : "failed and is tried again later: ";
        say(deliveryId, Logger.Level.WARN, what + error);
    }

    private Outgoing outgoing(ToSend delivery) {
        WrittenDocument written = delivery.written();
        return new Outgoing(
                delivery.id(),
                delivery.partner(),
                archive.path(written.content().sha256()),
                written.contentType(),
                written.fileName(),
                written.messageId(),
                delivery.format(),
                delivery.document(),
                delivery.answers());
    }
}
