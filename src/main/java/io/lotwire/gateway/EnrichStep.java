package io.lotwire.gateway;

import io.lotwire.ledger.Ledger;
import io.lotwire.lot.LotEvent;
import io.lotwire.mapping.Translation;
import io.lotwire.partner.Profile;
import io.lotwire.partner.Profiles;
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

    /** The set with its events completed. */
    @Handler
    public SetInHand enrich(@Body SetInHand work) {
        Translation made = work.translation();
        if (made.events().isEmpty()) {
            return work;
        }
        Expectation expectation = leavesUs(work, made.events().get(0)) ? Expectation.KNOWN : Expectation.MAY_BE_NEW;
        List<LotEvent> complete =
                ledger.inTransaction(tx -> new Enricher(new LotRegistry(tx)).complete(made.events(), expectation));
        return work.with(complete);
    }

    /** Goods that a partner keeps for us and ships to others were ours before, so their lots should be known. */
    private static boolean leavesUs(SetInHand work, LotEvent event) {
        Profiles profiles = work.rules().profiles();
        return event.shipTo() != null
                && profiles.self()
                        .map(Profile::identity)
                        .filter(us -> us.isThatOf(event.shipTo()))
                        .isEmpty()
                && profiles.byName(work.inbox().partner())
                        .flatMap(partner -> partner.receives(work.row().document()))
                        .flatMap(agreed ->
                                work.rules().mappings().named(agreed.mapping(), agreed.override(), wrong -> {}))
                        .filter(translator -> translator.mapping().ownGoods())
                        .isPresent();
    }
}
