package io.lotwire.gateway.step;

import io.lotwire.desk.Agreement;
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
import io.lotwire.lot.LotEvent;
import io.lotwire.lot.json.LotEventJson;
import io.lotwire.mapping.MappingFault;
import io.lotwire.mapping.Translation;
import io.lotwire.partner.Profile;
import io.lotwire.problem.Problem;
import io.lotwire.registry.LotRegistry;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jboss.logging.Logger;

/**
 * Writes down what documents say: lot events, what the registry learns from them, and a delivery for each subscriber. In
 * one transaction, for many documents at once; one that could not be translated is parked with its problems.
 */
final class KeptDocuments {
    private static final Logger LOG = Logger.getLogger(KeptDocuments.class);

    /** So many events go into one statement. */
    private static final int EVENTS_AT_ONCE = 2000;

    private final LedgerTransaction tx;
    private final Archive archive;
    private final Subscribers subscribers;
    private final List<Kept> kept = new ArrayList<>();

    KeptDocuments(LedgerTransaction tx, Archive archive) {
        this.tx = tx;
        this.archive = archive;
        this.subscribers = new Subscribers(tx, archive);
    }

    /** A document, and what it has come to so far. */
    private static final class Kept {
        private final EnrichedDocument enriched;
        private final long setId;
        private List<Problem> problems;
        private List<LotEvent> fresh = List.of();

        Kept(EnrichedDocument enriched, long setId) {
            this.enriched = enriched;
            this.setId = setId;
            this.problems = enriched.translation().problems();
        }

        AcceptedDocument document() {
            return enriched.document();
        }

        Translation made() {
            return enriched.translation();
        }

        boolean isGood() {
            return made().problems().stream().noneMatch(Problem::isError);
        }

        boolean isStored() {
            return isGood() && !document().isTest();
        }
    }

    /**
     * Keeps the events of documents, and what the registry learns from them.
     *
     * @param setIds the numbers of the sets that are to be translated; a document that is none of them was kept before
     */
    void keep(List<EnrichedDocument> documents, Map<ReadSet.Place, Long> setIds) {
        for (EnrichedDocument document : documents) {
            Long setId = setIds.get(document.document().place());
            if (setId != null) {
                kept.add(new Kept(document, setId));
            }
        }
        storeEvents();
        List<LotEvent> learned = new ArrayList<>();
        kept.forEach(each -> learned.addAll(each.fresh));
        if (!learned.isEmpty()) {
            new LotRegistry(tx).learn(learned);
        }
    }

    private void storeEvents() {
        Set<String> fresh = new HashSet<>();
        List<EventToStore> events = new ArrayList<>();
        for (Kept each : kept) {
            if (each.isStored()) {
                Iterator<LotEvent> stated = each.made().events().iterator();
                for (LotEvent event : each.enriched.events()) {
                    events.add(toStore(each, event, stated.next()));
                    if (events.size() == EVENTS_AT_ONCE) {
                        fresh.addAll(tx.events().store(events));
                        events.clear();
                    }
                }
            }
        }
        if (!events.isEmpty()) {
            fresh.addAll(tx.events().store(events));
        }
        // Two sets that say the same give the same event once: it is the first one's.
        kept.stream()
                .filter(Kept::isStored)
                .forEach(each -> each.fresh = each.enriched.events().stream()
                        .filter(event -> fresh.remove(event.eventId()))
                        .toList());
    }

    private static EventToStore toStore(Kept of, LotEvent event, LotEvent said) {
        return new EventToStore(
                of.document().inbox().id(),
                of.setId,
                event,
                LotEventJson.line(event),
                said.equals(event) ? null : LotEventJson.line(said));
    }

    /** What subscribers get of what was kept. */
    List<NewDelivery> deliveries() throws IOException {
        List<NewDelivery> due = new ArrayList<>();
        for (Kept each : kept) {
            if (!each.fresh.isEmpty()) {
                due.addAll(subscribers.deliveries(
                        each.document(), each.setId, each.made().documentNumber(), each.fresh));
            }
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
                    answers.adviseDoubts(received, each.setId, each.made());
                } else {
                    answers.advise(received, each.setId, each.made());
                }
                due.addAll(answers.due());
                each.problems =
                        each.made().with(List.of(), answers.unanswered()).problems();
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
                        what, inbox, each.enriched.events().size());
            } else {
                LOG.infof("%s of inbox %d gave %d lot events", what, inbox, each.fresh.size());
            }
        }
    }
}
