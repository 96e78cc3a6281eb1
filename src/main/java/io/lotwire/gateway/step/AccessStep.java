package io.lotwire.gateway.step;

import io.lotwire.access.AccessSweep;
import io.lotwire.ledger.Ledger;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import org.jboss.logging.Logger;

/** Takes away what is over of who may what. */
@Named("access")
@ApplicationScoped
public class AccessStep {
    private static final Logger LOG = Logger.getLogger(AccessStep.class);

    private final Ledger ledger;

    AccessStep(Ledger ledger) {
        this.ledger = ledger;
    }

    /** Does it. */
    public void sweep() {
        int gone = ledger.inTransaction(AccessSweep::run);
        LOG.debugf("%d sessions, counts of wrong passwords and answers to repeated requests are over", gone);
    }
}
