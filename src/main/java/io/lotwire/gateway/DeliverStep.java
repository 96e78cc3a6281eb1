package io.lotwire.gateway;

import io.lotwire.as2.NotConfirmedReason;
import io.lotwire.as2.Sent;
import io.lotwire.as2.bytes.Octets;
import io.lotwire.as2.mdn.AsyncMdn;
import io.lotwire.as2.mdn.Mdn;
import io.lotwire.ledger.Archive;
import io.lotwire.ledger.BackOff;
import io.lotwire.ledger.Cause;
import io.lotwire.ledger.CauseCode;
import io.lotwire.ledger.Delivery;
import io.lotwire.ledger.DeliveryState;
import io.lotwire.ledger.Ledger;
import io.lotwire.ledger.MdnToPost;
import io.lotwire.ledger.ToSend;
import io.lotwire.ledger.WrittenDocument;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.net.URI;
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
public class DeliverStep {
    private static final Logger LOG = Logger.getLogger(DeliverStep.class);

    /** Longer than the wires' own time limits for one delivery. */
    private static final Duration LEASE = Duration.ofMinutes(10);

    /** A receipt that takes longer is taken for lost: the message is sent again. */
    private static final Duration RECEIPT_PATIENCE = Duration.ofHours(1);

    /** After so long without a receipt a person must look; as long as {@link BackOff#USUAL} lasts. */
    private static final Duration RECEIPT_LATEST = Duration.ofDays(3);

    private final Ledger ledger;
    private final Archive archive;

    DeliverStep(Ledger ledger, Archive archive) {
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

    /** Takes a receipt that is to be posted; null as for {@link #take}. */
    public OutgoingMdn takeMdn(@Body long deliveryId, @Header("JMSRedelivered") Boolean redelivered) {
        return isExpired(deliveryId)
                ? null
                : ledger.inTransaction(tx -> tx.outbox().leaseMdn(deliveryId, LEASE, holderDied(redelivered)))
                        .map(DeliverStep::outgoing)
                        .orElse(null);
    }

    private static boolean holderDied(Boolean redelivered) {
        return Boolean.TRUE.equals(redelivered);
    }

    private boolean isExpired(long deliveryId) {
        boolean expired = ledger.inTransaction(tx -> tx.outbox().expire(deliveryId));
        if (expired) {
            say(deliveryId, Logger.Level.WARN, "is parked: its deadline is past");
        }
        return expired;
    }

    /** What came of sending over AS2: only an MDN that holds in every respect confirms. */
    public void sentByAs2(@Body Sent sent, @ExchangeProperty(ExchangeNames.DELIVERY) long deliveryId) {
        if (sent instanceof Sent.Confirmed confirmed) {
            Mdn mdn = confirmed.mdn();
            String mic = mdn.mic().map(Object::toString).orElse("");
            confirm(
                    deliveryId,
                    "MDN: signature and MIC hold",
                    Map.of("disposition", mdn.disposition(), "mic", mic, "signer", mdn.signer()));
        } else if (sent instanceof Sent.MdnTaken taken) {
            confirm(deliveryId, "MDN posted", Map.of("status", Integer.toString(taken.status())));
        } else if (sent instanceof Sent.AwaitingMdn) {
            ledger.useTransaction(tx -> tx.outbox().sent(deliveryId, RECEIPT_PATIENCE, RECEIPT_LATEST));
            say(deliveryId, Logger.Level.INFO, "sent, awaiting the MDN");
        } else if (sent instanceof Sent.NotConfirmed refused) {
            String error = refused.reason() + ": " + refused.sentence();
            if (refused.reason().worthRetrying()) {
                retry(deliveryId, error);
            } else {
                ledger.useTransaction(tx -> tx.outbox().park(deliveryId, new Cause(code(refused.reason()), error)));
                say(deliveryId, Logger.Level.WARN, "is parked: " + error);
            }
        }
    }

    private static CauseCode code(NotConfirmedReason reason) {
        return reason == NotConfirmedReason.REDIRECTED ? CauseCode.ADDRESS_MOVED : CauseCode.REFUSED_BY_PARTNER;
    }

    /** The file stands under its own name on the partner's server. */
    public void sentBySftp(@ExchangeProperty(ExchangeNames.DELIVERY) long deliveryId, Exchange exchange) {
        String name = exchange.getMessage().getHeader(Exchange.FILE_NAME_PRODUCED, String.class);
        confirm(deliveryId, "file in place, renamed when whole", Map.of("file", name));
    }

    /** The broker has the message on disk. */
    public void sentByJms(@ExchangeProperty(ExchangeNames.DELIVERY) long deliveryId) {
        confirm(deliveryId, "message committed by the broker", Map.of());
    }

    /** The attempt failed on the way: it is due again later, or parked when it was the last. */
    public void failed(@ExchangeProperty(ExchangeNames.DELIVERY) long deliveryId, Exchange exchange) {
        Exception cause = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class);
        retry(deliveryId, RootCause.sentence(cause));
    }

    private void confirm(long deliveryId, String confirmation, Map<String, String> facts) {
        ledger.useTransaction(tx -> tx.outbox().confirmed(deliveryId, confirmation, facts));
        say(deliveryId, Logger.Level.INFO, "confirmed: " + confirmation);
    }

    private void say(long deliveryId, Logger.Level level, String what) {
        Optional<Delivery> delivery = ledger.inTransaction(tx -> tx.outbox().find(deliveryId));
        String partner = delivery.map(Delivery::partner).orElse("?");
        try (InterchangeLog ignored =
                InterchangeLog.about(delivery.map(Delivery::inboxId).orElse(0L))) {
            LOG.logf(level, "Delivery %d to %s %s", deliveryId, partner, what);
        }
    }

    private void retry(long deliveryId, String error) {
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

    private static OutgoingMdn outgoing(MdnToPost mdn) {
        return new OutgoingMdn(
                mdn.id(),
                mdn.partner(),
                new AsyncMdn(
                        URI.create(mdn.address()),
                        mdn.reply().headers(),
                        Octets.of(mdn.reply().body())));
    }
}
