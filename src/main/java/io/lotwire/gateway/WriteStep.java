package io.lotwire.gateway;

import io.lotwire.document.LevelShape;
import io.lotwire.document.LotEventJson;
import io.lotwire.document.ShipNotice;
import io.lotwire.document.ShipNoticeAddress;
import io.lotwire.document.ShipNoticeStyle;
import io.lotwire.ledger.Archive;
import io.lotwire.ledger.Delivery;
import io.lotwire.ledger.Ledger;
import io.lotwire.ledger.LedgerTransaction;
import io.lotwire.ledger.SetRow;
import io.lotwire.ledger.WrittenDelivery;
import io.lotwire.lot.LotEvent;
import io.lotwire.partner.Profile;
import io.lotwire.partner.Profiles;
import io.lotwire.partner.Subscription;
import io.lotwire.partner.Subscription.Format;
import io.lotwire.partner.Tables;
import io.lotwire.problem.Problem;
import io.lotwire.x12.Written;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
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

    /** ST02: an interchange of ours has one transaction set. */
    private static final String FIRST_SET = "0001";

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
            Optional<Delivery> delivery = tx.outbox().claimNew(deliveryId);
            if (delivery.isPresent()) {
                write(tx, delivery.get());
            }
        });
        return deliveryId;
    }

    private void write(LedgerTransaction tx, Delivery delivery) throws IOException {
        Profiles profiles = rules.profiles();
        Optional<Profile> partner = profiles.byName(delivery.partner());
        Optional<Subscription> subscription = partner.flatMap(found -> found.subscription(delivery.subscription()));
        Optional<Profile> us = profiles.self();
        if (subscription.isEmpty() || us.isEmpty()) {
            tx.outbox()
                    .park(
                            delivery.id(),
                            "The profile of '" + delivery.partner() + "' has no working subscription '"
                                    + delivery.subscription() + "': add it there, then release this delivery.");
            return;
        }
        tx.definitions().writtenBy(delivery.id(), Rules.definition(partner.get()));
        Format format = subscription.get().send().format();
        List<LotEvent> known = tx.outbox().events(delivery.id()).stream()
                .map(LotEventJson::read)
                .toList();
        Tables.Told told = partner.get().tables().sent(known, format == Format.X12_856);
        told.problems().stream()
                .map(Problem::message)
                .distinct()
                .forEach(message -> LOG.warnf("Delivery %d for %s: %s", delivery.id(), delivery.partner(), message));
        Optional<Problem> error =
                told.problems().stream().filter(Problem::isError).findFirst();
        if (error.isPresent()) {
            tx.outbox()
                    .park(
                            delivery.id(),
                            "It cannot be said in the partner's words: "
                                    + error.get().message());
            return;
        }
        List<LotEvent> events = told.events();
        if (format == Format.X12_856) {
            writeShipNotice(tx, delivery, us.get(), partner.get(), subscription.get(), events);
        } else {
            byte[] bytes = SubscriberDocument.of(format, events, tx.now());
            keep(tx, delivery, subscription.get(), events, bytes, Optional.empty());
        }
    }

    private void writeShipNotice(
            LedgerTransaction tx,
            Delivery delivery,
            Profile us,
            Profile partner,
            Subscription subscription,
            List<LotEvent> events)
            throws IOException {
        EnvelopeNumbers numbers = EnvelopeNumbers.next(tx, us, partner, "P");
        Written written = ShipNotice.write(
                events,
                new ShipNoticeAddress(
                        numbers.envelope(),
                        numbers.sender(),
                        numbers.receiver(),
                        numbers.group(),
                        FIRST_SET,
                        documentNumber(tx, delivery)),
                style(subscription));
        if (written instanceof Written.Interchange interchange) {
            keep(tx, delivery, subscription, events, interchange.bytes(), Optional.of(numbers));
            return;
        }
        String why = ((Written.Refused) written).problems().get(0).toString();
        tx.outbox().park(delivery.id(), "The ship notice cannot be written: " + why);
        LOG.warnf("Delivery %d for %s is parked: %s", delivery.id(), partner.name(), why);
    }

    private void keep(
            LedgerTransaction tx,
            Delivery delivery,
            Subscription subscription,
            List<LotEvent> events,
            byte[] bytes,
            Optional<EnvelopeNumbers> numbers)
            throws IOException {
        LotEvent first = events.get(0);
        String fileName = subscription
                .fileName()
                .fill(first.source().document(), documentNumber(tx, delivery), Long.toString(delivery.id()));
        tx.outbox()
                .written(
                        delivery.id(),
                        new WrittenDelivery(
                                archive.keep(bytes),
                                subscription.send().format().mediaType(),
                                fileName,
                                MessageIds.next(),
                                numbers.isPresent() ? "P" : "",
                                numbers.map(EnvelopeNumbers::interchangeControlNumber)
                                        .orElse(""),
                                numbers.map(taken -> Integer.toString(taken.group()))
                                        .orElse("")));
    }

    /** The number of the document that caused the delivery: ours bears the same, so that a correction finds it. */
    private static String documentNumber(LedgerTransaction tx, Delivery delivery) {
        return tx.sets().of(delivery.inboxId()).stream()
                .filter(set -> set.id() == delivery.setId().orElse(0))
                .map(SetRow::documentNumber)
                .findFirst()
                .orElse("");
    }

    private static ShipNoticeStyle style(Subscription subscription) {
        ShipNoticeStyle usual = ShipNoticeStyle.usual(subscription.send().version());
        return LevelShape.parse(subscription.send().hl())
                .map(shape -> new ShipNoticeStyle(usual.version(), shape, usual.lotPlaces()))
                .orElse(usual);
    }
}
