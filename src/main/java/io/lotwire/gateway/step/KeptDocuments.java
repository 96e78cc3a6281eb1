package io.lotwire.gateway.step;

import io.lotwire.alert.Alerts;
import io.lotwire.desk.Agreement;
import io.lotwire.desk.Outcome;
import io.lotwire.desk.answer.AgreedAnswers;
import io.lotwire.gateway.rule.Rules;
import io.lotwire.ledger.Archive;
import io.lotwire.ledger.Cause;
import io.lotwire.ledger.CauseCode;
import io.lotwire.ledger.Definition;
import io.lotwire.ledger.EventToStore;
import io.lotwire.ledger.LedgerTransaction;
import io.lotwire.ledger.NewDelivery;
import io.lotwire.ledger.ReadSet;
import io.lotwire.ledger.SetOutcome;
import io.lotwire.ledger.SetProgress;
import io.lotwire.lot.EventSource;
import io.lotwire.lot.IssueCode;
import io.lotwire.lot.LotEvent;
import io.lotwire.lot.json.LotEventText;
import io.lotwire.lot.rule.Checks;
import io.lotwire.mapping.MappingFault;
import io.lotwire.partner.Profile;
import io.lotwire.problem.Problem;
import io.lotwire.registry.LotRegistry;
import io.lotwire.registry.StoredEvent;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Writes down what documents say: lot events, what the registry learns from them, and a delivery for each subscriber. In
 * one transaction, for many documents at once; one that could not be translated is parked with its problems.
 */
final class KeptDocuments {
    private static final Logger LOG = Logger.getLogger(KeptDocuments.class);

    /** So many events go into one statement. */
    private static final int EVENTS_AT_ONCE = 2000;

    /** Of so many events of a large document the registry learns together. */
    private static final int LEARNED_AT_ONCE = 10_000;

    private final LedgerTransaction tx;
    private final Archive archive;
    private final List<Kept> kept = new ArrayList<>();
    private final List<ToStore> toStore = new ArrayList<>();
    private final List<StoredEvent> toLearn = new ArrayList<>();
    private final LotEventText completeText = new LotEventText();
    private final LotEventText statedText = new LotEventText();

    KeptDocuments(LedgerTransaction tx, Archive archive) {
        this.tx = tx;
        this.archive = archive;
    }

    /** A document, and what it has come to so far. */
    private static final class Kept {
        private final EnrichedDocument enriched;
        private final long setId;
        private final Subscribers subscribers;
        private final DocumentAlerts alerts;
        private List<Problem> problems;

        Kept(EnrichedDocument enriched, long setId, Subscribers subscribers) {
            this.enriched = enriched;
            this.setId = setId;
            this.subscribers = subscribers;
            this.alerts = new DocumentAlerts(enriched.document(), setId);
            this.problems = enriched.outcome().problems();
        }

        AcceptedDocument document() {
            return enriched.document();
        }

        Outcome made() {
            return enriched.outcome();
        }

        boolean isGood() {
            return made().problems().stream().noneMatch(Problem::isError);
        }

        boolean isStored() {
            return isGood() && !document().isTest();
        }
    }

    /** An event on its way into the table. */
    private record ToStore(Kept of, EventToStore event) {}

    /**
     * Keeps the events of documents, and what the registry learns from them.
     *
     * @param setIds the numbers of the sets that are to be translated; a document that is none of them was kept before
     */
    void keep(List<EnrichedDocument> documents, Map<ReadSet.Place, Long> setIds) throws IOException {
        for (EnrichedDocument each : documents) {
            Long setId = setIds.get(each.document().place());
            if (setId != null) {
                kept.add(new Kept(each, setId, new Subscribers(tx, archive, each.document(), setId)));
            }
        }
        for (Kept each : kept) {
            if (each.isStored()) {
                each.enriched.events().forEach(tx, (stated, complete) -> store(each, stated, complete));
            }
        }
        storeGathered();
        learnGathered();
        for (Kept each : kept) {
            if (each.isStored() && !each.enriched.events().areInMemory()) {
                learnOf(each.setId, each.enriched.events().stated());
            }
        }
    }

    private void store(Kept of, LotEvent stated, LotEvent complete) {
        toStore.add(new ToStore(
                of,
                new EventToStore(
                        of.setId,
                        complete,
                        completeText.line(complete),
                        stated.equals(complete) ? null : statedText.line(stated))));
        if (toStore.size() == EVENTS_AT_ONCE) {
            storeGathered();
        }
    }

    private void storeGathered() {
        if (toStore.isEmpty()) {
            return;
        }
        Map<String, Long> fresh =
                tx.events().store(toStore.stream().map(ToStore::event).toList());
        for (ToStore each : toStore) {
            LotEvent event = each.event().event();
            // Two sets that say the same give the same event once: it is the first one's.
            Long seq = fresh.remove(event.eventId());
            if (seq != null) {
                each.of().subscribers.add(event, seq);
                each.of().alerts.take(event);
                if (each.of().enriched.events().areInMemory()) {
                    toLearn.add(new StoredEvent(seq, each.of().setId, event));
                }
            }
        }
        toStore.clear();
    }

    /** All transactions learn of lots in the same order, so that two wait for each other instead of deadlocking. */
    private void learnGathered() {
        if (!toLearn.isEmpty()) {
            new LotRegistry(tx).keep(toLearn);
            toLearn.clear();
        }
    }

    /**
     * Of a large document the registry learns when all of it is stored, so that it is completed by others alone, as any
     * document is; and in portions. When two such documents get in each other's way, one of them is tried again.
     */
    private void learnOf(long setId, EventSource stated) throws IOException {
        List<LotEvent> portion = new ArrayList<>();
        stated.forEach(event -> {
            portion.add(event);
            if (portion.size() == LEARNED_AT_ONCE) {
                learnOf(setId, portion);
                portion.clear();
            }
        });
        learnOf(setId, portion);
    }

    private void learnOf(long setId, List<LotEvent> portion) {
        Map<String, Long> numbers = tx.events().numbers(setId, portion);
        for (LotEvent event : portion) {
            // Those that another set has stored already were learned with that.
            Long seq = numbers.get(event.eventId());
            if (seq != null) {
                toLearn.add(new StoredEvent(seq, setId, event));
            }
        }
        learnGathered();
    }

    /** Makes alerts of the doubts of which somebody is to be told; of those, too, by which a document is kept back. */
    void alert() {
        Alerts alerts = new Alerts(tx);
        for (Kept each : kept) {
            if (!each.document().isTest()) {
                each.alerts.take(each.enriched.doubts());
                each.alerts.raise(alerts, each.made().documentNumber());
            }
        }
    }

    /** What subscribers get of what was kept. */
    List<NewDelivery> deliveries() throws IOException {
        List<NewDelivery> due = new ArrayList<>();
        for (Kept each : kept) {
            due.addAll(each.subscribers.deliveries(each.made().documentNumber()));
        }
        return due;
    }

    /**
     * Tells senders what is wrong or doubtful with their documents, where that was agreed. To be done late, see {@link
     * KeptReadings#answer}.
     */
    List<NewDelivery> advise() throws IOException {
        List<NewDelivery> due = new ArrayList<>();
        List<Kept> byPartner = kept.stream()
                .filter(each -> !each.isGood() || each.isStored())
                .filter(each -> !each.document().inbox().isMended())
                .sorted(Comparator.comparing(each ->
                        each.document().agreement().sender().map(Profile::name).orElse("")))
                .toList();
        for (Kept each : byPartner) {
            Agreement agreement = each.document().agreement();
            Optional<AgreedAnswers> agreed =
                    agreement.answers(each.document().inbox().wire());
            if (agreed.isPresent() && each.document() instanceof AcceptedDocument.OfInterchange received) {
                OutboundAnswers answers = new OutboundAnswers(tx, archive, agreed.get(), received.inbox());
                if (each.isGood()) {
                    answers.adviseDoubts(
                            received,
                            each.setId,
                            each.made(),
                            each.enriched.events().stated());
                } else {
                    answers.advise(received, each.setId, each.made());
                }
                due.addAll(answers.due());
                each.problems = new ArrayList<>(each.made().problems());
                each.problems.addAll(answers.unanswered());
            }
        }
        return due;
    }

    /** What became of the documents, once their senders are advised. */
    List<SetOutcome> outcomes() {
        List<SetOutcome> outcomes = new ArrayList<>();
        List<Definition> editions = new ArrayList<>();
        for (Kept each : kept) {
            Optional<SetOutcome.TranslatedBy> by = by(each.document());
            by.ifPresent(ran -> editions.addAll(List.of(ran.profile(), ran.mapping())));
            outcomes.add(new SetOutcome(each.setId, progress(each), each.made().purpose(), each.problems, by));
        }
        tx.definitions().keep(editions);
        return outcomes;
    }

    private static Optional<SetOutcome.TranslatedBy> by(AcceptedDocument document) {
        return document.agreement().sender().flatMap(partner -> Rules.definition(document.handling())
                .map(mapping -> new SetOutcome.TranslatedBy(Rules.definition(partner), mapping)));
    }

    private static SetProgress progress(Kept of) {
        String number = of.made().documentNumber();
        if (!of.isGood()) {
            return new SetProgress.Parked(
                    cause(of.made().problems()), number.isEmpty() ? Optional.empty() : Optional.of(number));
        }
        return of.document().isTest() ? new SetProgress.Tested(number) : new SetProgress.Translated(number);
    }

    private static Cause cause(List<Problem> problems) {
        Problem first = problems.stream().filter(Problem::isError).findFirst().orElseThrow();
        CauseCode code = CauseCode.DOCUMENT_INCOMPLETE;
        if (first.code() == MappingFault.NO_MAPPING) {
            code = CauseCode.MAPPING_MISSING;
        } else if (first.code() == MappingFault.MAPPING_FAILED) {
            code = CauseCode.MAPPING_FAILED;
        } else if (first.code() instanceof IssueCode issue && Checks.known().contains(issue)) {
            code = CauseCode.CHECK_FAILED;
        }
        return new Cause(code, first.message());
    }

    /** Says in the log what became of each, once it is committed. */
    void say() {
        for (Kept each : kept) {
            AcceptedDocument document = each.document();
            String what = "Transaction set " + document.controlNumber() + " (" + document.kind() + " "
                    + each.made().documentNumber() + ")";
            long inbox = document.inbox().id();
            if (!each.isGood()) {
                LOG.warnf(
                        "%s of inbox %d is parked: %s", what, inbox, each.made().problems());
            } else if (document.isTest()) {
                LOG.infof(
                        "%s of inbox %d is a test: it would give %d lot events, and none are kept",
                        what, inbox, each.enriched.events().count());
            } else {
                LOG.infof("%s of inbox %d gave %d lot events", what, inbox, each.subscribers.count());
            }
        }
    }
}
