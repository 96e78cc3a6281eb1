package io.lotwire.gateway.step;

import io.lotwire.desk.Outcome;
import io.lotwire.ledger.Ledger;
import io.lotwire.ledger.LedgerTransaction;
import io.lotwire.lot.LotEvent;
import io.lotwire.problem.Problem;
import io.lotwire.registry.Enricher;
import io.lotwire.registry.LotRegistry;
import io.lotwire.wire.InterchangeLog;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.camel.Body;
import org.apache.camel.Handler;
import org.jboss.logging.Logger;

/**
 * Adds to lot events what the registry knows of their lots: dates, origin, description; never another lot code. What is doubtful
 * about a lot is an issue of its event, and may keep the document back, as its sender's profile says.
 */
@Named("enrich")
@ApplicationScoped
public class EnrichStep {
    private static final Logger LOG = Logger.getLogger(EnrichStep.class);

    private final Ledger ledger;

    EnrichStep(Ledger ledger) {
        this.ledger = ledger;
    }

    /** The documents with their events completed; what one of them says of its lots is known for the next. */
    @Handler
    public Batch<EnrichedDocument> enrich(@Body Batch<TranslatedDocument> batch) throws IOException {
        List<LotEvent> inMemory = new ArrayList<>();
        for (TranslatedDocument each : batch.documents()) {
            if (!isLarge(each)) {
                inMemory.addAll(each.events().toList());
            }
        }
        Enricher enricher = enricher(inMemory);
        List<EnrichedDocument> enriched = new ArrayList<>();
        for (TranslatedDocument each : batch.documents()) {
            try (InterchangeLog ignored =
                    InterchangeLog.about(each.document().inbox().id())) {
                enriched.add(isLarge(each) ? whenStored(each) : inMemory(each, enricher));
            }
        }
        return batch.with(enriched);
    }

    private static boolean isLarge(TranslatedDocument document) {
        return document.events() instanceof TranslatedAgain;
    }

    private Enricher enricher(List<LotEvent> events) {
        return events.isEmpty() ? new Enricher() : ledger.inTransaction(tx -> Enricher.of(new LotRegistry(tx), events));
    }

    private static EnrichedDocument inMemory(TranslatedDocument translated, Enricher enricher) throws IOException {
        List<LotEvent> stated = translated.events().toList();
        if (stated.isEmpty()) {
            return new EnrichedDocument(translated.document(), translated.outcome(), EnrichedEvents.NONE, List.of());
        }
        DocumentChecks checks = new DocumentChecks(translated.document());
        List<LotEvent> complete = enricher.complete(stated, checks.asked(stated.get(0)));
        DocumentChecks.Following following = following(checks, stated, complete);
        warn(translated, following);
        if (!following.parking().isEmpty()) {
            return parked(translated, following);
        }
        if (!translated.document().isTest()) {
            enricher.learn(complete);
        }
        return new EnrichedDocument(
                translated.document(), translated.outcome(), EnrichedEvents.of(stated, complete), List.of());
    }

    /**
     * A large document stands alone in its batch, so that no other says anything that it would have to know. Where a doubt may
     * keep it back it is gone through before it is stored.
     */
    private EnrichedDocument whenStored(TranslatedDocument translated) throws IOException {
        DocumentChecks checks = new DocumentChecks(translated.document());
        if (checks.mayPark()) {
            DocumentChecks.Following following = checks.following();
            EnrichedEvents tried =
                    EnrichedEvents.whenStored(translated.events(), (tx, some) -> complete(tx, some, checks));
            ledger.<IOException>useTransaction(tx -> tried.forEach(tx, following::take));
            if (!following.parking().isEmpty()) {
                return parked(translated, following);
            }
        }
        return new EnrichedDocument(
                translated.document(),
                translated.outcome(),
                EnrichedEvents.whenStored(translated.events(), (tx, some) -> {
                    List<LotEvent> complete = complete(tx, some, checks);
                    warn(translated, following(checks, some, complete));
                    return complete;
                }),
                List.of());
    }

    private static DocumentChecks.Following following(
            DocumentChecks checks, List<LotEvent> stated, List<LotEvent> complete) {
        DocumentChecks.Following following = checks.following();
        for (int i = 0; i < stated.size(); i++) {
            following.take(stated.get(i), complete.get(i));
        }
        return following;
    }

    private static List<LotEvent> complete(LedgerTransaction tx, List<LotEvent> some, DocumentChecks checks) {
        return Enricher.of(new LotRegistry(tx), some).completePart(some, checks.asked(some.get(0)));
    }

    private static void warn(TranslatedDocument translated, DocumentChecks.Following following) {
        following
                .warnings()
                .forEach(warning -> LOG.warnf(
                        "%s %s: %s %s",
                        translated.document().kind(),
                        translated.outcome().documentNumber(),
                        warning.code().name(),
                        warning.message()));
    }

    private static EnrichedDocument parked(TranslatedDocument translated, DocumentChecks.Following following) {
        List<Problem> problems = new ArrayList<>(translated.outcome().problems());
        problems.addAll(following.parking());
        Outcome outcome = new Outcome(
                translated.outcome().documentNumber(), translated.outcome().purpose(), problems);
        return new EnrichedDocument(translated.document(), outcome, EnrichedEvents.NONE, following.doubts());
    }
}
