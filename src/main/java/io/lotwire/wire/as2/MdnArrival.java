package io.lotwire.wire.as2;

import io.lotwire.as2.MdnVerdict;
import io.lotwire.as2.NotConfirmedReason;
import io.lotwire.as2.OutgoingMessage;
import io.lotwire.as2.Received;
import io.lotwire.as2.Sent;
import io.lotwire.as2.bytes.Content;
import io.lotwire.as2.mdn.Mdn;
import io.lotwire.as2.protection.Mic;
import io.lotwire.ledger.Archive;
import io.lotwire.ledger.AwaitedMdn;
import io.lotwire.ledger.Ledger;
import io.lotwire.ledger.SentMessage;
import io.lotwire.partner.Profile;
import io.lotwire.wire.ProfilesInForce;
import jakarta.enterprise.context.ApplicationScoped;
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
    private final Archive archive;
    private final ProfilesInForce rules;
    private final As2DeliverStep deliver;

    MdnArrival(Ledger ledger, Archive archive, ProfilesInForce rules, As2DeliverStep deliver) {
        this.ledger = ledger;
        this.archive = archive;
        this.rules = rules;
        this.deliver = deliver;
    }

    void take(Received.MdnArrived arrived) {
        Mdn mdn = arrived.mdn();
        String partner = As2Wire.named(rules.profiles(), arrived.ids().from())
                .map(Profile::name)
                .orElse("");
        Optional<AwaitedMdn> awaited =
                ledger.inTransaction(tx -> tx.outbox().claimAwaiting(partner, mdn.originalMessageId()));
        Optional<Sent> verdict = awaited.flatMap(waiting -> verdict(waiting.message(), mdn));
        if (verdict.isEmpty()) {
            LOG.warnf(
                    "An MDN of %s about message %s came that nobody waits for: ignored.",
                    partner, mdn.originalMessageId());
        } else if (verdict.get() instanceof Sent.NotConfirmed refused && NOBODYS.contains(refused.reason())) {
            LOG.warnf(
                    "An MDN in the name of %s about message %s is ignored (%s): %s",
                    partner, mdn.originalMessageId(), refused.reason(), refused.sentence());
        } else {
            deliver.sent(verdict.get(), awaited.get().deliveryId());
        }
    }

    private Optional<Sent> verdict(SentMessage kept, Mdn mdn) {
        return Mic.parse(kept.mic())
                .map(mic -> OutgoingMessage.stored(
                        kept.headers(),
                        Content.of(
                                archive.path(kept.body().sha256()), kept.body().size()),
                        mic))
                .map(message -> MdnVerdict.of(message, mdn));
    }
}
