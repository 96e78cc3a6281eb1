package io.lotwire.gateway.step;

import io.lotwire.desk.Handling;
import io.lotwire.ledger.Ledger;
import io.lotwire.lot.LotEvent;
import io.lotwire.mapping.Translation;
import io.lotwire.partner.Profile;
import io.lotwire.registry.Enricher;
import io.lotwire.registry.Expectation;
import io.lotwire.registry.LotRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
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
    public Batch<EnrichedDocument> enrich(@Body Batch<TranslatedDocument> batch) {
        List<LotEvent> all = batch.documents().stream()
                .flatMap(document -> document.translation().events().stream())
                .toList();
        if (all.isEmpty()) {
            return batch.with(batch.documents().stream()
                    .map(document -> new EnrichedDocument(document.document(), document.translation(), List.of()))
                    .toList());
        }
        Enricher enricher = ledger.inTransaction(tx -> Enricher.of(new LotRegistry(tx), all));
        List<EnrichedDocument> enriched = new ArrayList<>();
        for (TranslatedDocument translated : batch.documents()) {
            AcceptedDocument document = translated.document();
            Translation made = translated.translation();
            List<LotEvent> complete = enricher.complete(made.events(), expectation(document, made.events()));
            if (!document.isTest()) {
                enricher.learn(complete);
            }
            enriched.add(new EnrichedDocument(document, made, complete));
        }
        return batch.with(enriched);
    }

    /** Goods that a partner keeps for us and ships to others were ours before, so their lots should be known. */
    private static Expectation expectation(AcceptedDocument document, List<LotEvent> events) {
        boolean leavesUs = !events.isEmpty()
                && events.get(0).shipTo() != null
                && document.handling() instanceof Handling.ByMapping by
                && by.mapping().ownGoods()
                && document.agreement()
                        .us()
                        .map(Profile::identity)
                        .filter(us -> us.isThatOf(events.get(0).shipTo()))
                        .isEmpty();
        return leavesUs ? Expectation.KNOWN : Expectation.MAY_BE_NEW;
    }
}
