package io.lotwire.wire.as2;

import io.lotwire.as2.NotConfirmedReason;
import io.lotwire.as2.Sent;
import io.lotwire.as2.bytes.Octets;
import io.lotwire.as2.mdn.AsyncMdn;
import io.lotwire.as2.mdn.Mdn;
import io.lotwire.ledger.BackOff;
import io.lotwire.ledger.Cause;
import io.lotwire.ledger.CauseCode;
import io.lotwire.ledger.Ledger;
import io.lotwire.ledger.MdnToPost;
import io.lotwire.wire.Deliveries;
import io.lotwire.wire.ExchangeNames;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.apache.camel.Body;
import org.apache.camel.ExchangeProperty;
import org.apache.camel.Header;
import org.jboss.logging.Logger;

/** What came of deliveries that were sent over AS2, and receipts that are to be posted. */
@Named("deliverAs2")
@ApplicationScoped
public class As2DeliverStep {
    /** A receipt that takes longer is taken for lost: the message is sent again. */
    private static final Duration RECEIPT_PATIENCE = Duration.ofHours(1);

    /** After so long without a receipt a person must look; as long as {@link BackOff#USUAL} lasts. */
    private static final Duration RECEIPT_LATEST = Duration.ofDays(3);

    private final Ledger ledger;
    private final Deliveries deliveries;

    As2DeliverStep(Ledger ledger, Deliveries deliveries) {
        this.ledger = ledger;
        this.deliveries = deliveries;
    }

    /** Takes a receipt that is to be posted; null when another has it, it is not due, or it is done. */
    public OutgoingMdn takeMdn(@Body long deliveryId, @Header("JMSRedelivered") Boolean redelivered) {
        return deliveries.isExpired(deliveryId)
                ? null
                : ledger.inTransaction(tx ->
                                tx.outbox().leaseMdn(deliveryId, Deliveries.LEASE, Deliveries.holderDied(redelivered)))
                        .map(As2DeliverStep::outgoing)
                        .orElse(null);
    }

    /** What came of sending over AS2: only an MDN that holds in every respect confirms. */
    public void sent(@Body Sent sent, @ExchangeProperty(ExchangeNames.DELIVERY) long deliveryId) {
        if (sent instanceof Sent.Confirmed confirmed) {
            Mdn mdn = confirmed.mdn();
            String mic = mdn.mic().map(Object::toString).orElse("");
            deliveries.confirm(
                    deliveryId,
                    "MDN: signature and MIC hold",
                    Map.of("disposition", mdn.disposition(), "mic", mic, "signer", mdn.signer()));
        } else if (sent instanceof Sent.MdnTaken taken) {
            deliveries.confirm(deliveryId, "MDN posted", Map.of("status", Integer.toString(taken.status())));
        } else if (sent instanceof Sent.AwaitingMdn) {
            ledger.useTransaction(tx -> tx.outbox().sent(deliveryId, RECEIPT_PATIENCE, RECEIPT_LATEST));
            deliveries.say(deliveryId, Logger.Level.INFO, "sent, awaiting the MDN");
        } else if (sent instanceof Sent.NotConfirmed refused) {
            String error = refused.reason() + ": " + refused.sentence();
            if (refused.reason().worthRetrying()) {
                deliveries.retry(deliveryId, error);
            } else {
                ledger.useTransaction(tx -> tx.outbox().park(deliveryId, new Cause(code(refused.reason()), error)));
                deliveries.say(deliveryId, Logger.Level.WARN, "is parked: " + error);
            }
        }
    }

    private static CauseCode code(NotConfirmedReason reason) {
        return reason == NotConfirmedReason.REDIRECTED ? CauseCode.ADDRESS_MOVED : CauseCode.REFUSED_BY_PARTNER;
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
