package io.lotwire.gateway.step;

import io.lotwire.document.DocumentNumbers;
import io.lotwire.document.DocumentOutcome;
import io.lotwire.document.Part;
import io.lotwire.edi.segment.Syntax;
import io.lotwire.gateway.rule.Rules;
import io.lotwire.gateway.rule.RulesInForce;
import io.lotwire.ledger.Archive;
import io.lotwire.ledger.Cause;
import io.lotwire.ledger.CauseCode;
import io.lotwire.ledger.DatabaseTrouble;
import io.lotwire.ledger.KeptContent;
import io.lotwire.ledger.Ledger;
import io.lotwire.ledger.LedgerTransaction;
import io.lotwire.ledger.ToSend;
import io.lotwire.ledger.ToWrite;
import io.lotwire.ledger.WrittenDelivery;
import io.lotwire.ledger.WrittenDocument;
import io.lotwire.lot.EventSource;
import io.lotwire.partner.Profile;
import io.lotwire.partner.Subscription;
import io.lotwire.problem.Problem;
import io.lotwire.wire.InterchangeLog;
import io.lotwire.wire.MessageIds;
import io.lotwire.wire.Outgoing;
import io.lotwire.wire.RootCause;
import io.lotwire.wire.Sending;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.camel.Body;
import org.apache.camel.Handler;
import org.jboss.logging.Logger;

/**
 * Writes the documents of deliveries in their subscriber's format, once: bytes and control numbers are kept together, and
 * from then on these bytes are sent, however often. Those that are taken together are written together.
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
                for (ToWrite delivery : some) {
                    try (InterchangeLog ignored = InterchangeLog.about(delivery.inboxId())) {
                        write(tx, delivery, events.of(delivery)).ifPresent(written::add);
                    }
                }
                tx.definitions()
                        .keep(written.stream().map(WrittenDelivery::profile).toList());
                tx.definitions()
                        .keep(written.stream()
                                .flatMap(each -> each.mapping().stream())
                                .toList());
                return tx.attempts().written(sending.lease(), written);
            });
            some.forEach(delivery -> ready(sending, delivery, written, ours));
        }
    }

    private void ready(Sending sending, ToWrite delivery, List<WrittenDelivery> written, Set<Long> ours) {
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
                        delivery.format(),
                        delivery.document(),
                        document,
                        document.messageId(),
                        false),
                archive));
    }

    private Optional<WrittenDelivery> write(LedgerTransaction tx, ToWrite delivery, EventSource events)
            throws IOException {
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
                            + "': add it there, then make this delivery due again (src/docs/operation/parked.md).");
            return Optional.empty();
        }
        return write(tx, delivery, events, inForce, us.get(), partner.get(), subscription.get());
    }

    private Optional<WrittenDelivery> write(
            LedgerTransaction tx,
            ToWrite delivery,
            EventSource events,
            Rules inForce,
            Profile us,
            Profile partner,
            Subscription subscription)
            throws IOException {
        try (Archive.Draft draft = archive.draft()) {
            // A document that is refused takes no control numbers: a gap would alarm the partner.
            Made made = tx.controlNumbers()
                    .keepingOnly(each -> each.outcome() instanceof DocumentOutcome.Document, () -> {
                        Optional<EnvelopeNumbers> taken = numbers(tx, partner, subscription);
                        DocumentNumbers numbers = new DocumentNumbers(
                                taken.map(EnvelopeNumbers::interchange).orElse(0),
                                taken.map(EnvelopeNumbers::group).orElse(0),
                                new Part(
                                                delivery.events().part(),
                                                delivery.events().of())
                                        .numbered(delivery.documentNumber()));
                        try {
                            DocumentOutcome outcome = inForce.documents()
                                    .write(events, us, partner, subscription, numbers, tx.now(), draft);
                            return new Made(outcome, taken, numbers.document());
                        } catch (IOException notWritten) {
                            throw new UncheckedIOException(notWritten);
                        }
                    });
            made.outcome().problems().stream()
                    .map(Problem::message)
                    .distinct()
                    .forEach(
                            message -> LOG.warnf("Delivery %d for %s: %s", delivery.id(), delivery.partner(), message));
            if (!(made.outcome() instanceof DocumentOutcome.Document)) {
                park(
                        tx,
                        delivery,
                        CauseCode.DOCUMENT_UNWRITABLE,
                        "The document cannot be written: "
                                + reasons(made.outcome().problems()));
                return Optional.empty();
            }
            return Optional.of(written(delivery, inForce, partner, subscription, draft.keep(), made));
        } catch (UncheckedIOException notWritten) {
            throw notWritten.getCause();
        } catch (RuntimeException defect) {
            if (DatabaseTrouble.isOfDatabase(defect)) {
                throw defect;
            }
            // It would fail again each time: this one waits for a person, the others go on.
            LOG.errorf(defect, "Delivery %d for %s cannot be written", delivery.id(), delivery.partner());
            park(
                    tx,
                    delivery,
                    CauseCode.DOCUMENT_UNWRITABLE,
                    "The document cannot be written: " + RootCause.sentence(defect));
            return Optional.empty();
        }
    }

    /** A document, the control numbers of its envelope where it has one, and its own number. */
    private record Made(DocumentOutcome outcome, Optional<EnvelopeNumbers> envelope, String number) {}

    private static Optional<EnvelopeNumbers> numbers(LedgerTransaction tx, Profile partner, Subscription subscription) {
        return subscription
                .send()
                .format()
                .syntax()
                .map(syntax -> EnvelopeNumbers.next(tx, partner, syntax, subscription.usage(), syntax == Syntax.X12));
    }

    private static void park(LedgerTransaction tx, ToWrite delivery, CauseCode code, String sentence) {
        tx.attempts().park(delivery.id(), new Cause(code, sentence));
        LOG.warnf("Delivery %d to %s is parked: %s", delivery.id(), delivery.partner(), sentence);
    }

    /** All of them, a sentence each. */
    private static String reasons(List<Problem> problems) {
        return problems.stream()
                .filter(Problem::isError)
                .map(Problem::message)
                .distinct()
                .collect(Collectors.joining(" "));
    }

    private static WrittenDelivery written(
            ToWrite delivery,
            Rules inForce,
            Profile partner,
            Subscription subscription,
            KeptContent content,
            Made made) {
        String fileName =
                subscription.fileName().fill(delivery.document(), made.number(), Long.toString(delivery.id()));
        return new WrittenDelivery(
                delivery.id(),
                new WrittenDocument(
                        content,
                        subscription.send().format().mediaType(),
                        fileName,
                        MessageIds.next(),
                        made.envelope().map(numbers -> numbers.sent(subscription.usage()))),
                Rules.definition(partner),
                inForce.documents().edition(subscription.send()).map(Rules::definition));
    }
}
