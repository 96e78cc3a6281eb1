package io.lotwire.gateway.step;

import io.lotwire.desk.answer.AgreedAnswers;
import io.lotwire.gateway.rule.Rules;
import io.lotwire.ledger.Archive;
import io.lotwire.ledger.Cause;
import io.lotwire.ledger.CauseCode;
import io.lotwire.ledger.DueDelivery;
import io.lotwire.ledger.EventToStore;
import io.lotwire.ledger.Ledger;
import io.lotwire.ledger.LedgerTransaction;
import io.lotwire.ledger.NewDelivery;
import io.lotwire.ledger.SetProgress;
import io.lotwire.lot.LotEvent;
import io.lotwire.lot.json.LotEventJson;
import io.lotwire.mapping.MappingFault;
import io.lotwire.mapping.Translation;
import io.lotwire.partner.Profile;
import io.lotwire.partner.Subscription;
import io.lotwire.problem.Problem;
import io.lotwire.registry.LotRegistry;
import io.lotwire.wire.Due;
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

    StoreStep(Ledger ledger, Archive archive) {
        this.ledger = ledger;
        this.archive = archive;
    }

    /** Stores a document's events; one that could not be translated is parked with its problems. */
    @Handler
    public List<Due> store(@Body EnrichedDocument enriched) throws IOException {
        Translation made = enriched.translation();
        AcceptedDocument document = enriched.document();
        if (made.problems().stream().anyMatch(Problem::isError)) {
            List<Due> due = ledger.inTransaction(tx -> park(tx, document, made));
            LOG.warnf(
                    "Transaction set %s of inbox %d is parked: %s",
                    document.row().setControlNumber(), document.inbox().id(), made.problems());
            return due;
        }
        if (document.isTest()) {
            ledger.useTransaction(tx -> move(tx, document, new SetProgress.Tested(made.documentNumber()), made));
            LOG.infof(
                    "Transaction set %s (%s %s) is a test: it would give %d lot events, and none are kept",
                    document.row().setControlNumber(),
                    document.row().document(),
                    made.documentNumber(),
                    enriched.events().size());
            return List.of();
        }
        List<Due> due = ledger.inTransaction(tx -> {
            List<LotEvent> fresh = storeEvents(tx, enriched);
            new LotRegistry(tx).learn(fresh);
            Answered answered = answer(tx, document, (answers, received) -> answers.adviseDoubts(received, made));
            move(
                    tx,
                    document,
                    new SetProgress.Translated(made.documentNumber()),
                    made.with(List.of(), answered.unanswered()));
            List<Due> all = new ArrayList<>(answered.due());
            all.addAll(subscriptions(tx, document, fresh));
            return all;
        });
        LOG.infof(
                "Transaction set %s (%s %s) gave %d lot events and %d deliveries",
                document.row().setControlNumber(),
                document.row().document(),
                made.documentNumber(),
                enriched.events().size(),
                due.size());
        return due;
    }

    /** Writes down what became of a document, and with which files, where there was a mapping at all. */
    private static void move(LedgerTransaction tx, AcceptedDocument document, SetProgress progress, Translation made) {
        long setId = document.row().id();
        document.agreement().sender().ifPresent(partner -> Rules.definition(document.handling())
                .ifPresent(mapping -> tx.definitions().translatedBy(setId, Rules.definition(partner), mapping)));
        tx.sets().move(setId, progress, made.purpose(), made.problems());
    }

    private static Optional<String> number(Translation made) {
        return made.documentNumber().isEmpty() ? Optional.empty() : Optional.of(made.documentNumber());
    }

    private static Cause cause(List<Problem> problems) {
        Problem first = problems.stream().filter(Problem::isError).findFirst().orElseThrow();
        CauseCode code = CauseCode.DOCUMENT_INCOMPLETE;
        if (first.code() == MappingFault.NO_MAPPING) {
            code = CauseCode.MAPPING_MISSING;
        } else if (first.code() == MappingFault.MAPPING_FAILED) {
            code = CauseCode.MAPPING_FAILED;
        }
        return new Cause(code, first.message());
    }

    /** Parks a document; its sender hears of it where that was agreed. */
    private List<Due> park(LedgerTransaction tx, AcceptedDocument document, Translation made) throws IOException {
        Answered answered = answer(tx, document, (answers, received) -> answers.advise(received, made));
        move(
                tx,
                document,
                new SetProgress.Parked(cause(made.problems()), number(made)),
                made.with(List.of(), answered.unanswered()));
        return answered.due();
    }

    /** What an 824 is told of. */
    private interface Advising {
        Optional<DueDelivery> advise(OutboundAnswers answers, AcceptedDocument.OfInterchange received)
                throws IOException;
    }

    /**
     * What a sender hears of a document.
     *
     * @param due the 824, when one is due
     * @param unanswered why one that is due could not be written
     */
    private record Answered(List<Due> due, List<Problem> unanswered) {}

    private Answered answer(LedgerTransaction tx, AcceptedDocument document, Advising advising) throws IOException {
        Optional<AgreedAnswers> agreed =
                document.agreement().answers(document.inbox().wire());
        if (agreed.isEmpty() || !(document instanceof AcceptedDocument.OfInterchange received)) {
            return new Answered(List.of(), List.of());
        }
        OutboundAnswers answers = new OutboundAnswers(tx, archive, agreed.get(), document.inbox());
        List<Due> due = advising.advise(answers, received).stream()
                .map(delivery -> Due.of(delivery, tx.now()))
                .toList();
        return new Answered(due, answers.unanswered());
    }

    /** Stores the events and answers those that were not there before. */
    private static List<LotEvent> storeEvents(LedgerTransaction tx, EnrichedDocument enriched) {
        List<EventToStore> events = new ArrayList<>();
        Iterator<LotEvent> stated = enriched.translation().events().iterator();
        for (LotEvent event : enriched.events()) {
            LotEvent said = stated.next();
            events.add(new EventToStore(
                    event, LotEventJson.line(event), said.equals(event) ? null : LotEventJson.line(said)));
        }
        AcceptedDocument document = enriched.document();
        Set<String> fresh =
                tx.events().store(document.inbox().id(), document.row().id(), events);
        return enriched.events().stream()
                .filter(event -> fresh.contains(event.eventId()))
                .toList();
    }

    private static List<Due> subscriptions(LedgerTransaction tx, AcceptedDocument document, List<LotEvent> events) {
        List<Due> due = new ArrayList<>();
        for (Profile partner : document.agreement().rules().profiles().partners()) {
            for (Subscription subscription : partner.subscriptions()) {
                List<String> wanted = events.stream()
                        .filter(event -> subscription.when().holdsFor(event))
                        .map(LotEvent::eventId)
                        .toList();
                if (!wanted.isEmpty()) {
                    add(tx, document, partner, subscription, wanted, due);
                }
            }
        }
        return due;
    }

    private static void add(
            LedgerTransaction tx,
            AcceptedDocument document,
            Profile partner,
            Subscription subscription,
            List<String> eventIds,
            List<Due> due) {
        NewDelivery delivery = NewDelivery.ofSubscription(
                partner.name(),
                subscription.name(),
                subscription.send().format().word(),
                subscription.over().word(),
                document.inbox().id(),
                document.row().id(),
                eventIds);
        tx.outbox().add(delivery).ifPresent(made -> due.add(Due.of(made, tx.now())));
    }
}
