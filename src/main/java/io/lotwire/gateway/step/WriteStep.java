package io.lotwire.gateway.step;

import io.lotwire.document.DocumentNumbers;
import io.lotwire.document.DocumentOutcome;
import io.lotwire.edi.segment.Syntax;
import io.lotwire.gateway.rule.Rules;
import io.lotwire.gateway.rule.RulesInForce;
import io.lotwire.ledger.Archive;
import io.lotwire.ledger.Cause;
import io.lotwire.ledger.CauseCode;
import io.lotwire.ledger.Ledger;
import io.lotwire.ledger.LedgerTransaction;
import io.lotwire.ledger.ToWrite;
import io.lotwire.ledger.WrittenDocument;
import io.lotwire.lot.EventSource;
import io.lotwire.lot.LotEvent;
import io.lotwire.lot.json.LotEventJson;
import io.lotwire.partner.Profile;
import io.lotwire.partner.Profiles;
import io.lotwire.partner.Subscription;
import io.lotwire.problem.Problem;
import io.lotwire.wire.MessageIds;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.camel.Body;
import org.apache.camel.Handler;
import org.jboss.logging.Logger;

/**
 * Writes a delivery's document in the subscriber's format, once: its bytes and control numbers are kept together, and
 * from then on these bytes are sent, however often.
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

    /** Writes it when it is new; one that is written already is left alone. Answers the delivery's number. */
    @Handler
    public long write(@Body long deliveryId) throws IOException {
        ledger.<IOException>useTransaction(tx -> {
            Optional<ToWrite> delivery = tx.outbox().claimNew(deliveryId);
            if (delivery.isPresent()) {
                write(tx, delivery.get());
            }
        });
        return deliveryId;
    }

    private void write(LedgerTransaction tx, ToWrite delivery) throws IOException {
        Rules inForce = rules.now();
        Profiles profiles = inForce.profiles();
        Optional<Profile> partner = profiles.byName(delivery.partner());
        Optional<Subscription> subscription = partner.flatMap(found -> found.subscription(delivery.subscription()));
        Optional<Profile> us = profiles.self();
        if (subscription.isEmpty() || us.isEmpty()) {
            tx.outbox()
                    .park(
                            delivery.id(),
                            new Cause(
                                    CauseCode.SUBSCRIPTION_MISSING,
                                    "The profile of '" + delivery.partner() + "' has no working subscription '"
                                            + delivery.subscription() + "': add it there, then make this delivery due"
                                            + " again (src/docs/operation/parked.md)."));
            return;
        }
        tx.definitions().writtenBy(delivery.id(), Rules.definition(partner.get()));
        inForce.documents().edition(subscription.get().send()).ifPresent(edition -> tx.definitions()
                .writtenWith(delivery.id(), Rules.definition(edition)));
        write(tx, delivery, inForce, us.get(), partner.get(), subscription.get());
    }

    private void write(
            LedgerTransaction tx,
            ToWrite delivery,
            Rules inForce,
            Profile us,
            Profile partner,
            Subscription subscription)
            throws IOException {
        List<LotEvent> events = tx.outbox().events(delivery.id()).stream()
                .map(LotEventJson::read)
                .toList();
        // A document that is refused takes no control numbers: a gap would alarm the partner.
        Made made = tx.keepingOnly(each -> each.outcome() instanceof DocumentOutcome.Document, () -> {
            Optional<EnvelopeNumbers> taken = numbers(tx, partner, subscription);
            DocumentNumbers numbers = new DocumentNumbers(
                    taken.map(EnvelopeNumbers::interchange).orElse(0),
                    taken.map(EnvelopeNumbers::group).orElse(0),
                    delivery.documentNumber());
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try {
                DocumentOutcome outcome = inForce.documents()
                        .write(EventSource.of(events), us, partner, subscription, numbers, tx.now(), bytes);
                return new Made(outcome, bytes, taken, numbers.document());
            } catch (IOException memoryNeverFails) {
                throw new UncheckedIOException(memoryNeverFails);
            }
        });
        DocumentOutcome outcome = made.outcome();
        outcome.problems().stream()
                .map(Problem::message)
                .distinct()
                .forEach(message -> LOG.warnf("Delivery %d for %s: %s", delivery.id(), delivery.partner(), message));
        if (outcome instanceof DocumentOutcome.Document) {
            keep(tx, delivery, subscription, events, made.bytes().toByteArray(), made);
            return;
        }
        tx.outbox()
                .park(
                        delivery.id(),
                        new Cause(
                                CauseCode.DOCUMENT_UNWRITABLE,
                                "The document cannot be written: " + reasons(outcome.problems())));
    }

    /** A document, the control numbers of its envelope where it has one, and its own number. */
    private record Made(
            DocumentOutcome outcome, ByteArrayOutputStream bytes, Optional<EnvelopeNumbers> envelope, String number) {}

    private static Optional<EnvelopeNumbers> numbers(LedgerTransaction tx, Profile partner, Subscription subscription) {
        return subscription
                .send()
                .format()
                .syntax()
                .map(syntax -> EnvelopeNumbers.next(tx, partner, syntax, subscription.usage(), syntax == Syntax.X12));
    }

    /** All of them, a sentence each. */
    private static String reasons(List<Problem> problems) {
        return problems.stream()
                .filter(Problem::isError)
                .map(Problem::message)
                .distinct()
                .collect(Collectors.joining(" "));
    }

    private void keep(
            LedgerTransaction tx,
            ToWrite delivery,
            Subscription subscription,
            List<LotEvent> events,
            byte[] bytes,
            Made made)
            throws IOException {
        LotEvent first = events.get(0);
        String fileName =
                subscription.fileName().fill(first.source().document(), made.number(), Long.toString(delivery.id()));
        tx.outbox()
                .written(
                        delivery.id(),
                        new WrittenDocument(
                                archive.keep(bytes),
                                subscription.send().format().mediaType(),
                                fileName,
                                MessageIds.next(),
                                made.envelope().map(numbers -> numbers.sent(subscription.usage()))));
    }
}
