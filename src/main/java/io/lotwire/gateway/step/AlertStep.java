package io.lotwire.gateway.step;

import io.lotwire.alert.AlertWatch;
import io.lotwire.alert.FefoAlerts;
import io.lotwire.alert.StockAlerts;
import io.lotwire.gateway.rule.RulesInForce;
import io.lotwire.ledger.Archive;
import io.lotwire.ledger.Ledger;
import io.lotwire.lot.Gtin;
import io.lotwire.lot.rule.StockCause;
import io.lotwire.partner.Profiles;
import io.lotwire.wire.MessageIds;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;

/** Looks whom alerts are to be told to now, and for goods on hand, or shipped out of turn, that somebody is to be told of. */
@Named("alerts")
@ApplicationScoped
public class AlertStep {
    private static final Logger LOG = Logger.getLogger(AlertStep.class);

    private final Ledger ledger;
    private final Archive archive;
    private final RulesInForce rules;
    private final Clock clock;
    private volatile Map<StockCause, Integer> seen = Map.of();

    AlertStep(Ledger ledger, Archive archive, RulesInForce rules, Clock clock) {
        this.ledger = ledger;
        this.archive = archive;
        this.rules = rules;
        this.clock = clock;
    }

    /** Makes due what open alerts have to tell now. */
    public void tell() throws IOException {
        int told =
                ledger.<Integer, IOException>inTransaction(tx -> new AlertWatch(tx, archive, MessageIds::next).look());
        if (told > 0) {
            LOG.infof("%d are told of alerts (lotwire alerts list)", told);
        }
    }

    /** Makes alerts of goods on hand, and of what was shipped out of turn, as the owner's profile says. */
    public void stock() {
        Profiles profiles = rules.profiles();
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneId.systemDefault());
        onHand(profiles, today);
        if (FefoAlerts.areAgreed(profiles)) {
            shippedOutOfTurn(profiles, today);
        }
    }

    private void onHand(Profiles profiles, LocalDate today) {
        if (!StockAlerts.areAgreed(profiles)) {
            seen = Map.of();
            return;
        }
        StockAlerts.Seen found = ledger.inTransaction(tx -> new StockAlerts(tx, profiles).look(today));
        seen = found.lots();
        found.alerts().forEach(id -> LOG.infof("Alert %d tells of goods on hand (lotwire alerts show %d)", id, id));
    }

    /** Each product in a transaction of its own: no connection is held for long. */
    private void shippedOutOfTurn(Profiles profiles, LocalDate today) {
        List<Gtin> products = ledger.inTransaction(tx -> new FefoAlerts(tx, profiles, today).products());
        for (Gtin product : products) {
            FefoAlerts.Looked looked = ledger.inTransaction(tx -> new FefoAlerts(tx, profiles, today).look(product));
            looked.alert()
                    .ifPresent(id ->
                            LOG.infof("Alert %d tells of lots shipped out of turn (lotwire alerts show %d)", id, id));
            if (looked.tooMany()) {
                LOG.warnf(
                        "GTIN %s has too many lots to look for those that were shipped out of turn: ask by"
                                + " 'lotwire reconcile --gtin', at one place",
                        product.digits());
            }
        }
    }

    /** How many lots there were of each cause that is told of, when it was looked last. */
    public Map<StockCause, Integer> seen() {
        return seen;
    }
}
