package io.lotwire.gateway.step;

import io.lotwire.alert.StoppedDeliveryAlerts;
import io.lotwire.gateway.rule.Rules;
import io.lotwire.gateway.rule.RulesInForce;
import io.lotwire.gateway.step.SubscriberDocuments.Outcome;
import io.lotwire.ledger.Archive;
import io.lotwire.ledger.Cause;
import io.lotwire.ledger.CauseCode;
import io.lotwire.ledger.Ledger;
import io.lotwire.ledger.LedgerTransaction;
import io.lotwire.ledger.NoticeToWrite;
import io.lotwire.ledger.Taken;
import io.lotwire.ledger.ToSend;
import io.lotwire.ledger.ToWrite;
import io.lotwire.ledger.WrittenDelivery;
import io.lotwire.ledger.WrittenDocument;
import io.lotwire.lot.EventSource;
import io.lotwire.partner.Profile;
import io.lotwire.partner.RecallNotices;
import io.lotwire.partner.Subscription;
import io.lotwire.problem.Problem;
import io.lotwire.wire.InterchangeLog;
import io.lotwire.wire.Outgoing;
import io.lotwire.wire.Sending;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.camel.Body;
import org.apache.camel.Handler;
import org.jboss.logging.Logger;

/**
 * Writes the documents of deliveries in their subscriber's format that were not written when their events were stored,
 * once: bytes and control numbers are kept together, and from then on these bytes are sent, however often. Those that are
 * taken together are written together.
 */
@Named("write")
@ApplicationScoped
public class WriteStep {
    private static final Logger LOG = Logger.getLogger(WriteStep.class);

    private final Ledger ledger;
    private final Archive archive;
    private final RulesInForce rules;

    WriteStep(Ledger ledger, Archive archive, RulesInForce rules) {
        this.ledger = ledger;
        this.archive = archive;
        this.rules = rules;
    }

    /** Writes those of the deliveries that are new, and makes them ready to be sent; one that cannot be written is parked. */
    @Handler
    public void write(@Body Sending sending) throws IOException {
        for (List<ToWrite> some : EventsAtOnce.portions(sending.toWrite())) {
            List<WrittenDelivery> written = new ArrayList<>();
            Set<Long> ours = ledger.<Set<Long>, IOException>inTransaction(tx -> {
                EventsAtOnce events = EventsAtOnce.read(tx, some);
                DeliveryGate gate = new DeliveryGate(tx);
                for (ToWrite delivery : some) {
                    try (InterchangeLog ignored = InterchangeLog.about(delivery.inboxId())) {
                        write(tx, gate, delivery, events.of(delivery)).ifPresent(written::add);
                    }
                }
                tx.definitions()
                        .keepWriting(written.stream().map(WrittenDelivery::by).toList());
                return tx.attempts().written(sending.lease(), written);
            });
            some.forEach(delivery -> ready(sending, delivery, delivery.format(), delivery.document(), written, ours));
        }
        if (!sending.noticesToWrite().isEmpty()) {
            writeNotices(sending);
        }
    }

    private void writeNotices(Sending sending) throws IOException {
        List<WrittenDelivery> written = new ArrayList<>();
        Set<Long> ours = ledger.<Set<Long>, IOException>inTransaction(tx -> {
            RecallNoticeWriting notices = new RecallNoticeWriting(tx, archive, rules.now());
            for (NoticeToWrite delivery : sending.noticesToWrite()) {
                RecallNoticeWriting.Result result = notices.write(delivery);
                if (result instanceof RecallNoticeWriting.Result.Done done) {
                    say(delivery, done.problems());
                    written.add(done.delivery());
                } else if (result instanceof RecallNoticeWriting.Result.Refused refused) {
                    park(tx, delivery, refused.cause().code(), refused.cause().sentence());
                }
            }
            tx.definitions()
                    .keepWriting(written.stream().map(WrittenDelivery::by).toList());
            return tx.attempts().written(sending.lease(), written);
        });
        sending.noticesToWrite()
                .forEach(delivery -> ready(sending, delivery, delivery.format(), RecallNotices.NAME, written, ours));
    }

    private void ready(
            Sending sending, Taken delivery, String format, String of, List<WrittenDelivery> written, Set<Long> ours) {
        Optional<WrittenDelivery> done = written.stream()
                .filter(each -> each.id() == delivery.id() && ours.contains(each.id()))
                .findFirst();
        if (done.isEmpty()) {
            sending.settled(delivery.id());
            return;
        }
        WrittenDocument document = done.get().document();
        sending.ready(Outgoing.of(
                new ToSend(
                        delivery.id(),
                        delivery.inboxId(),
                        delivery.partner(),
                        format,
                        of,
                        document,
                        document.messageId(),
                        false),
                archive));
    }

    private Optional<WrittenDelivery> write(
            LedgerTransaction tx, DeliveryGate gate, ToWrite delivery, EventSource events) throws IOException {
        Rules inForce = rules.now();
        Optional<Profile> partner = inForce.profiles().byName(delivery.partner());
        Optional<Subscription> subscription = partner.flatMap(found -> found.subscription(delivery.subscription()));
        Optional<Profile> us = inForce.profiles().self();
        if (subscription.isEmpty() || us.isEmpty()) {
            park(
                    tx,
                    delivery,
                    CauseCode.SUBSCRIPTION_MISSING,
                    "The profile of '" + delivery.partner() + "' has no working subscription '"
                            + delivery.subscription()
                            + "': add it there, then release this delivery (lotwire parked release).");
            return Optional.empty();
        }
        Optional<DeliveryGate.Stopped> stopped = gate.stop(partner.get(), subscription.get(), events);
        if (stopped.isPresent()) {
            park(tx, delivery, CauseCode.LOT_STOPPED, stopped.get().reason());
            new StoppedDeliveryAlerts(tx)
                    .raise(delivery, partner.get(), us.get(), stopped.get().doubts());
            return Optional.empty();
        }
        SubscriberDocuments documents = new SubscriberDocuments(tx, archive, inForce, us.get());
        SubscriberDocuments.Wanted wanted = new SubscriberDocuments.Wanted(
                delivery.events(), delivery.document(), delivery.documentNumber(), Long.toString(delivery.id()));
        return written(tx, delivery, documents.write(events, partner.get(), subscription.get(), wanted));
    }

    private static Optional<WrittenDelivery> written(LedgerTransaction tx, ToWrite delivery, Outcome outcome) {
        if (outcome instanceof Outcome.Refused refused) {
            say(delivery, refused.problems());
            park(tx, delivery, refused.cause().code(), refused.cause().sentence());
            return Optional.empty();
        }
        Outcome.Written written = (Outcome.Written) outcome;
        say(delivery, written.problems());
        return Optional.of(new WrittenDelivery(delivery.id(), written.document(), written.by()));
    }

    private static void say(Taken delivery, List<Problem> problems) {
        problems.stream()
                .map(Problem::message)
                .distinct()
                .forEach(message -> LOG.warnf("Delivery %d for %s: %s", delivery.id(), delivery.partner(), message));
    }

    private static void park(LedgerTransaction tx, Taken delivery, CauseCode code, String sentence) {
        tx.attempts().park(delivery.id(), new Cause(code, sentence));
        LOG.warnf("Delivery %d to %s is parked: %s", delivery.id(), delivery.partner(), sentence);
    }
}
