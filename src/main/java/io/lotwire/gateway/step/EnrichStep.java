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

    /** The document with its events completed. */
    @Handler
    public EnrichedDocument enrich(@Body TranslatedDocument translated) {
        AcceptedDocument document = translated.document();
        Translation made = translated.translation();
        if (made.events().isEmpty()) {
            return new EnrichedDocument(document, made, List.of());
        }
        Expectation expectation = leavesUs(document, made.events().get(0)) ? Expectation.KNOWN : Expectation.MAY_BE_NEW;
        List<LotEvent> complete =
                ledger.inTransaction(tx -> new Enricher(new LotRegistry(tx)).complete(made.events(), expectation));
        return new EnrichedDocument(document, made, complete);
    }

    /** Goods that a partner keeps for us and ships to others were ours before, so their lots should be known. */
    private static boolean leavesUs(AcceptedDocument document, LotEvent event) {
        return event.shipTo() != null
                && document.handling() instanceof Handling.ByMapping by
                && by.mapping().ownGoods()
                && document.agreement()
                        .us()
                        .map(Profile::identity)
                        .filter(us -> us.isThatOf(event.shipTo()))
                        .isEmpty();
    }
}
