package io.lotwire.gateway;

import io.lotwire.ledger.Archive;
import io.lotwire.ledger.Definition;
import io.lotwire.ledger.EventToStore;
import io.lotwire.ledger.Ledger;
import io.lotwire.ledger.LedgerTransaction;
import io.lotwire.ledger.NewDelivery;
import io.lotwire.ledger.SetState;
import io.lotwire.lot.LotEvent;
import io.lotwire.lot.json.LotEventJson;
import io.lotwire.mapping.Translation;
import io.lotwire.partner.Identity;
import io.lotwire.partner.Inbound;
import io.lotwire.partner.Profile;
import io.lotwire.partner.Subscription;
import io.lotwire.problem.Problem;
import io.lotwire.registry.LotRegistry;
import io.lotwire.x12.ApplicationAdvice;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.camel.Body;
import org.apache.camel.Handler;
import org.jboss.logging.Logger;

/** Commits lot events, what the registry learns from them, and a delivery for each subscriber, all together. */
@Named("store")
@ApplicationScoped
public class StoreStep {
    private static final Logger LOG = Logger.getLogger(StoreStep.class);

    private final Ledger ledger;
    private final Archive archive;
    private final FileMappings fileMappings;

    StoreStep(Ledger ledger, Archive archive, FileMappings fileMappings) {
        this.ledger = ledger;
        this.fileMappings = fileMappings;
        this.archive = archive;
    }

    /** Stores a set's events; a set that could not be translated is parked with its problems. */
    @Handler
    public List<Due> store(@Body SetInHand work) throws IOException {
        Translation made = work.translation();
        long setId = work.row().id();
        boolean failed = made.problems().stream().anyMatch(Problem::isError);
        if (failed) {
            List<Due> due = ledger.inTransaction(tx -> park(tx, work));
            LOG.warnf(
                    "Transaction set %s of inbox %d is parked: %s",
                    work.row().setControlNumber(), work.inbox().id(), made.problems());
            return due;
        }
        if (isTest(work)) {
            ledger.useTransaction(tx -> {
                keepDefinitions(tx, work);
                tx.sets().move(setId, SetState.TESTED, made.documentNumber(), made.purpose(), made.problems());
            });
            LOG.infof(
                    "Transaction set %s (%s %s) is a test: it would give %d lot events, and none are kept",
                    work.row().setControlNumber(),
                    work.row().document(),
                    made.documentNumber(),
                    work.events().size());
            return List.of();
        }
        List<Due> due = ledger.inTransaction(tx -> {
            List<LotEvent> fresh = storeEvents(tx, work);
            new LotRegistry(tx).learn(fresh);
            keepDefinitions(tx, work);
            tx.sets().move(setId, SetState.TRANSLATED, made.documentNumber(), made.purpose(), made.problems());
            return subscriptions(tx, work, fresh);
        });
        LOG.infof(
                "Transaction set %s (%s %s) gave %d lot events and %d deliveries",
                work.row().setControlNumber(),
                work.row().document(),
                made.documentNumber(),
                work.events().size(),
                due.size());
        return due;
    }

    /** Only interchanges say that they are tests; a file that is a document as a whole is none. */
    private static boolean isTest(SetInHand work) {
        return work.set() != null && work.set().interchange().usage().equals(Identity.TEST);
    }

    /** Parks a set; its sender hears of it where that was agreed. */
    private List<Due> park(LedgerTransaction tx, SetInHand work) throws IOException {
        Translation made = work.translation();
        keepDefinitions(tx, work);
        tx.sets().move(work.row().id(), SetState.PARKED, made.documentNumber(), made.purpose(), made.problems());
        Optional<Profile> us = work.rules().profiles().self();
        Optional<Profile> partner = work.rules().profiles().byName(work.inbox().partner());
        if (us.isEmpty() || partner.isEmpty()) {
            return List.of();
        }
        new OutboundAnswers(tx, archive, us.get(), partner.get(), work.inbox()).advise(work);
        return tx.outbox().of(work.inbox().id()).stream()
                .filter(delivery -> delivery.format().equals(ApplicationAdvice.SET))
                .map(delivery -> Due.of(delivery, tx.now()))
                .toList();
    }

    private Optional<Definition> mapping(Rules rules, Inbound inbound) {
        return inbound.files().isEmpty()
                ? rules.mappings()
                        .named(inbound.mapping(), inbound.override(), wrong -> {})
                        .map(mapping -> Rules.definition(mapping.mapping()))
                : fileMappings.named(inbound.mapping()).map(FileMappings::definition);
    }

    /** With which files it was translated, where there was a mapping at all. */
    private void keepDefinitions(LedgerTransaction tx, SetInHand work) {
        Rules rules = work.rules();
        rules.profiles().byName(work.inbox().partner()).ifPresent(profile -> profile.receives(
                        work.row().document())
                .flatMap(inbound -> mapping(rules, inbound))
                .ifPresent(
                        mapping -> tx.definitions().translatedBy(work.row().id(), Rules.definition(profile), mapping)));
    }

    /** Stores the events and answers those that were not there before. */
    private static List<LotEvent> storeEvents(LedgerTransaction tx, SetInHand work) {
        List<EventToStore> events = new ArrayList<>();
        Iterator<LotEvent> stated = work.translation().events().iterator();
        for (LotEvent event : work.events()) {
            LotEvent said = stated.next();
            events.add(new EventToStore(
                    event, LotEventJson.line(event), said.equals(event) ? null : LotEventJson.line(said)));
        }
        Set<String> fresh = tx.events().store(work.inbox().id(), work.row().id(), events);
        return work.events().stream()
                .filter(event -> fresh.contains(event.eventId()))
                .toList();
    }

    private static List<Due> subscriptions(LedgerTransaction tx, SetInHand work, List<LotEvent> events) {
        List<Due> due = new ArrayList<>();
        for (Profile partner : work.rules().profiles().partners()) {
            for (Subscription subscription : partner.subscriptions()) {
                List<String> wanted = events.stream()
                        .filter(event -> subscription.when().holdsFor(event))
                        .map(LotEvent::eventId)
                        .toList();
                if (!wanted.isEmpty()) {
                    add(tx, work, partner, subscription, wanted, due);
                }
            }
        }
        return due;
    }

    private static void add(
            LedgerTransaction tx,
            SetInHand work,
            Profile partner,
            Subscription subscription,
            List<String> eventIds,
            List<Due> due) {
        NewDelivery delivery = NewDelivery.ofSubscription(
                partner.name(),
                subscription.name(),
                subscription.send().format().word(),
                subscription.over().word(),
                work.inbox().id(),
                work.row().id(),
                eventIds);
        tx.outbox()
                .add(delivery)
                .ifPresent(id ->
                        tx.outbox().find(id).map(made -> Due.of(made, tx.now())).ifPresent(due::add));
    }
}
