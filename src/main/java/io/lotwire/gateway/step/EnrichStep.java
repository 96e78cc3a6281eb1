package io.lotwire.gateway.step;

import io.lotwire.desk.Handling;
import io.lotwire.ledger.Ledger;
import io.lotwire.lot.LotEvent;
import io.lotwire.partner.Profile;
import io.lotwire.registry.Enricher;
import io.lotwire.registry.Expectation;
import io.lotwire.registry.LotBook;
import io.lotwire.registry.LotRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.camel.Body;
import org.apache.camel.Handler;

/** Adds to lot events what the registry knows of their lots: dates, origin, description; never another lot code. */
@Named("enrich")
@ApplicationScoped
public class EnrichStep {
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
            enriched.add(new EnrichedDocument(
                    each.document(), each.outcome(), isLarge(each) ? whenStored(each) : events(each, enricher)));
        }
        return batch.with(enriched);
    }

    private static boolean isLarge(TranslatedDocument document) {
        return document.events() instanceof TranslatedAgain;
    }

    private Enricher enricher(List<LotEvent> events) {
        return events.isEmpty()
                ? new Enricher(new LotBook())
                : ledger.inTransaction(tx -> Enricher.of(new LotRegistry(tx), events));
    }

    private static EnrichedEvents events(TranslatedDocument translated, Enricher enricher) throws IOException {
        List<LotEvent> stated = translated.events().toList();
        if (stated.isEmpty()) {
            return EnrichedEvents.NONE;
        }
        List<LotEvent> complete = enricher.complete(stated, expectation(translated.document(), stated.get(0)));
        if (!translated.document().isTest()) {
            enricher.learn(complete);
        }
        return EnrichedEvents.of(stated, complete);
    }

    /** A large document stands alone in its batch, so that no other says anything that it would have to know. */
    private static EnrichedEvents whenStored(TranslatedDocument translated) {
        return EnrichedEvents.whenStored(translated.events(), (tx, some) -> Enricher.of(new LotRegistry(tx), some)
                .complete(some, expectation(translated.document(), some.get(0))));
    }

    /** Goods that a partner keeps for us and ships to others were ours before, so their lots should be known. */
    private static Expectation expectation(AcceptedDocument document, LotEvent event) {
        boolean leavesUs = event.shipTo() != null
                && document.handling() instanceof Handling.ByMapping by
                && by.mapping().ownGoods()
                && document.agreement()
                        .us()
                        .map(Profile::identity)
                        .filter(us -> us.isThatOf(event.shipTo()))
                        .isEmpty();
        return leavesUs ? Expectation.KNOWN : Expectation.MAY_BE_NEW;
    }
}
