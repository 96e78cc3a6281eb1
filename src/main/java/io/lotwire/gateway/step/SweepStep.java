package io.lotwire.gateway.step;

import io.lotwire.ledger.Holder;
import io.lotwire.ledger.Ledger;
import io.lotwire.ledger.Outbox;
import io.lotwire.recall.RecallWatch;
import io.lotwire.wire.Intake;
import io.lotwire.wire.Wakes;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.jboss.logging.Logger;

/**
 * Finds what nobody was told of: what a crash or a broker outage left, deliveries whose next attempt has come, and what
 * gateways held that are gone.
 */
@Named("sweep")
@ApplicationScoped
public class SweepStep {
    private static final Logger LOG = Logger.getLogger(SweepStep.class);

    private final Ledger ledger;
    private final Holder holder;
    private final PartnerRoutes routes;
    private final Wakes wakes;
    private final Intake intake;

    SweepStep(Ledger ledger, Holder holder, PartnerRoutes routes, Wakes wakes, Intake intake) {
        this.ledger = ledger;
        this.holder = holder;
        this.routes = routes;
        this.wakes = wakes;
        this.intake = intake;
    }

    /** Frees what gateways held that are gone; what was theirs is found by the other sweeps. */
    public void holders() throws SQLException {
        holder.stay();
        int gone = holder.freeWhatTheDeadHeld();
        if (gone > 0) {
            LOG.infof("What %d gateways held that are gone is taken over", gone);
        }
    }

    /** Looks whether more can be taken in. */
    public void intake() throws IOException {
        intake.look();
    }

    /** Wakes who reads files, when some wait. */
    public void files() {
        ledger.useTransaction(tx -> {
            Set<String> inOrder = wakes.inOrder();
            if (tx.waitingFiles().waits(true, inOrder)) {
                wakes.sendAnyway(Wakes.SMALL_FILES);
            }
            if (tx.waitingFiles().waits(false, inOrder)) {
                wakes.sendAnyway(Wakes.LARGE_FILES);
            }
            inOrder.stream()
                    .filter(tx.waitingFiles()::waitsInOrder)
                    .forEach(partner -> wakes.sendAnyway(Wakes.filesInOrder(partner)));
        });
    }

    /** Looks after open recalls: what became of notices, who is to be reminded, who is late. */
    public void recalls() {
        RecallWatch.Found found = ledger.inTransaction(tx -> new RecallWatch(tx).look());
        if (found.reminded() > 0) {
            LOG.infof("%d reminders of recalls are due", found.reminded());
        }
        if (found.overdue() > 0) {
            LOG.warnf(
                    "%d did not answer the notice of a recall in time: ask them (lotwire recall list)",
                    found.overdue());
        }
    }

    /** Wakes who sends deliveries, where some are due; parks those whose deadline is past. */
    public void deliveries() {
        List<Long> expired = ledger.inTransaction(tx -> tx.attempts().expire());
        expired.forEach(id -> LOG.warnf("Delivery %d is parked: its deadline is past", id));
        Set<Outbox.Way> due = ledger.inTransaction(tx -> tx.outbox().due(routes.open()));
        due.forEach(way -> wakes.sendAnyway(Wakes.queueOf(way)));
    }
}
