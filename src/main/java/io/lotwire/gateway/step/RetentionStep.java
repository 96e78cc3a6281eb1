package io.lotwire.gateway.step;

import io.lotwire.gateway.rule.RulesInForce;
import io.lotwire.ledger.Archive;
import io.lotwire.ledger.Ledger;
import io.lotwire.retention.Purge;
import io.lotwire.retention.Purged;
import io.lotwire.retention.RetentionText;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.io.IOException;
import org.jboss.logging.Logger;

/** Lets bytes go that are past the retention that profiles agree. */
@Named("retention")
@ApplicationScoped
public class RetentionStep {
    private static final Logger LOG = Logger.getLogger(RetentionStep.class);

    private final Ledger ledger;
    private final Archive archive;
    private final RulesInForce rules;

    RetentionStep(Ledger ledger, Archive archive, RulesInForce rules) {
        this.ledger = ledger;
        this.archive = archive;
        this.rules = rules;
    }

    /** Does it, and says in the log what went. */
    public void purge() throws IOException {
        Purged purged = new Purge(ledger, archive, rules.profiles()).run();
        if (!purged.isNothing() || purged.suspended().isPresent()) {
            LOG.info(RetentionText.of(purged));
        }
    }
}
