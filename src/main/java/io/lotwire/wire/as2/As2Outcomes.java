package io.lotwire.wire.as2;

import io.lotwire.as2.NotConfirmedReason;
import io.lotwire.as2.Sent;
import io.lotwire.as2.mdn.Mdn;
import io.lotwire.ledger.BackOff;
import io.lotwire.ledger.Cause;
import io.lotwire.ledger.CauseCode;
import io.lotwire.ledger.Confirmation;
import io.lotwire.ledger.DeliveryState;
import io.lotwire.ledger.Ledger;
import io.lotwire.ledger.Taken;
import io.lotwire.wire.Deliveries;
import io.lotwire.wire.Sending;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import org.jboss.logging.Logger;

/** What came of deliveries that were sent over AS2: only an MDN that holds in every respect confirms. */
@Singleton
public class As2Outcomes {
    /** A receipt that takes longer is taken for lost: the message is sent again. */
    private static final Duration RECEIPT_PATIENCE = Duration.ofHours(1);

    /** After so long without a receipt a person must look; as long as {@link BackOff#USUAL} lasts. */
    private static final Duration RECEIPT_LATEST = Duration.ofDays(3);

    private final Ledger ledger;
    private final Deliveries deliveries;

    As2Outcomes(Ledger ledger, Deliveries deliveries) {
        this.ledger = ledger;
        this.deliveries = deliveries;
    }

    /** What came of one of several that were sent together. */
    void of(Sending sending, Taken delivery, Sent sent) {
        long id = delivery.id();
        if (sent instanceof Sent.Confirmed confirmed) {
            sending.confirm(id, confirmation(confirmed.mdn()));
        } else if (sent instanceof Sent.MdnTaken taken) {
            sending.confirm(id, new Confirmation("MDN posted", Map.of("status", Integer.toString(taken.status()))));
        } else if (sent instanceof Sent.AwaitingMdn) {
            ledger.useTransaction(tx -> tx.attempts().sent(id, RECEIPT_PATIENCE, RECEIPT_LATEST));
            sending.settled(id);
            deliveries.say(delivery, Logger.Level.INFO, "sent, awaiting the MDN");
        } else if (sent instanceof Sent.NotConfirmed refused) {
            if (refused.reason().worthRetrying()) {
                sending.fail(id, sentence(refused));
            } else {
                park(id, refused);
                sending.settled(id);
                deliveries.say(delivery, Logger.Level.WARN, "is parked: " + sentence(refused));
            }
        }
        deliveries.settleSome(sending);
    }

    /** What a receipt says that came as a message of its own. */
    void late(long id, String partner, Sent sent) {
        if (sent instanceof Sent.Confirmed confirmed) {
            Confirmation confirmation = confirmation(confirmed.mdn());
            ledger.useTransaction(tx -> tx.attempts().confirmed(Map.of(id, confirmation)));
            say(id, partner, Logger.Level.INFO, "confirmed: " + confirmation.words());
        } else if (sent instanceof Sent.NotConfirmed refused && refused.reason().worthRetrying()) {
            DeliveryState state =
                    ledger.inTransaction(tx -> tx.attempts().failed(id, sentence(refused), BackOff.USUAL));
            String what =
                    state == DeliveryState.PARKED ? "failed and is parked: " : "failed and is tried again later: ";
            say(id, partner, Logger.Level.WARN, what + sentence(refused));
        } else if (sent instanceof Sent.NotConfirmed refused) {
            park(id, refused);
            say(id, partner, Logger.Level.WARN, "is parked: " + sentence(refused));
        }
    }

    private void say(long id, String partner, Logger.Level level, String what) {
        long inboxId =
                ledger.inTransaction(tx -> tx.outbox().find(id).orElseThrow().inboxId());
        deliveries.say(id, inboxId, partner, level, what);
    }

    private void park(long id, Sent.NotConfirmed refused) {
        CauseCode code = refused.reason() == NotConfirmedReason.REDIRECTED
                ? CauseCode.ADDRESS_MOVED
                : CauseCode.REFUSED_BY_PARTNER;
        ledger.useTransaction(tx -> tx.attempts().park(id, new Cause(code, sentence(refused))));
    }

    private static Confirmation confirmation(Mdn mdn) {
        String mic = mdn.mic().map(Object::toString).orElse("");
        return new Confirmation(
                "MDN: signature and MIC hold",
                Map.of("disposition", mdn.disposition(), "mic", mic, "signer", mdn.signer()));
    }

    private static String sentence(Sent.NotConfirmed refused) {
        return refused.reason() + ": " + refused.sentence();
    }
}
