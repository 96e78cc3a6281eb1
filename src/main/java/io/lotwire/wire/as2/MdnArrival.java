package io.lotwire.wire.as2;

import io.lotwire.as2.MdnVerdict;
import io.lotwire.as2.NotConfirmedReason;
import io.lotwire.as2.Received;
import io.lotwire.as2.Sent;
import io.lotwire.as2.mdn.Mdn;
import io.lotwire.ledger.AwaitedMdn;
import io.lotwire.ledger.Ledger;
import io.lotwire.ledger.SentMessage;
import io.lotwire.partner.Profile;
import io.lotwire.wire.ProfilesInForce;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import org.jboss.logging.Logger;

/** Closes the delivery that an asynchronous MDN speaks of, when the MDN holds against what was sent. */
@ApplicationScoped
public class MdnArrival {
    private static final Logger LOG = Logger.getLogger(MdnArrival.class);

    /** Anybody can post such an MDN: it changes nothing, the partner's own may still come. */
    private static final Set<NotConfirmedReason> NOBODYS = Set.of(
            NotConfirmedReason.MDN_NOT_AUTHENTIC, NotConfirmedReason.MDN_UNSIGNED, NotConfirmedReason.OTHER_MESSAGE);

    private final Ledger ledger;
    private final As2Delivery delivery;
    private final ProfilesInForce rules;
    private final As2Outcomes outcomes;

    MdnArrival(Ledger ledger, As2Delivery delivery, ProfilesInForce rules, As2Outcomes outcomes) {
        this.ledger = ledger;
        this.delivery = delivery;
        this.rules = rules;
        this.outcomes = outcomes;
    }

    void take(Received.MdnArrived arrived) throws IOException {
        Mdn mdn = arrived.mdn();
        String partner = As2Wire.named(rules.profiles(), arrived.ids().from())
                .map(Profile::name)
                .orElse("");
        Optional<AwaitedMdn> awaited =
                ledger.inTransaction(tx -> tx.attempts().claimAwaiting(partner, mdn.originalMessageId()));
        Optional<Sent> verdict = awaited.isPresent() ? verdict(awaited.get().message(), mdn) : Optional.empty();
        if (verdict.isEmpty()) {
            LOG.warnf(
                    "An MDN of %s about message %s came that nobody waits for: ignored.",
                    partner, mdn.originalMessageId());
        } else if (verdict.get() instanceof Sent.NotConfirmed refused && NOBODYS.contains(refused.reason())) {
            LOG.warnf(
                    "An MDN in the name of %s about message %s is ignored (%s): %s",
                    partner, mdn.originalMessageId(), refused.reason(), refused.sentence());
        } else {
            outcomes.late(awaited.get().deliveryId(), partner, verdict.get());
        }
    }

    private Optional<Sent> verdict(SentMessage kept, Mdn mdn) throws IOException {
        return delivery.stored(kept).map(message -> MdnVerdict.of(message, mdn));
    }
}
