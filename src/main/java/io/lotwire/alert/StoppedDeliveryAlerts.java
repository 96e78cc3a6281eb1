package io.lotwire.alert;

import io.lotwire.ledger.LedgerTransaction;
import io.lotwire.ledger.ToWrite;
import io.lotwire.lot.LotEvent;
import io.lotwire.lot.rule.DeliveryCause;
import io.lotwire.partner.AlertRule;
import io.lotwire.partner.Profile;
import java.util.List;
import java.util.Optional;

/**
 * Makes an alert of a document that is kept back because of its lots: as the profile of whoever was to get it says, and where that does not
 * name it, as the owner's does.
 */
public final class StoppedDeliveryAlerts {
    private final LedgerTransaction tx;

    /** In the transaction that keeps it back. */
    public StoppedDeliveryAlerts(LedgerTransaction tx) {
        this.tx = tx;
    }

    /**
     * A lot that stops it. Made due again and stopped by the same, it is told once; a lot that is held anew is told anew.
     *
     * @param why in a sentence
     */
    public static Doubt doubt(LotEvent event, String why) {
        String code = DeliveryCause.LOT_STOPPED.name();
        String lot = event.lot() == null ? "" : event.lot().code();
        String gtin = event.item().gtin() == null ? "" : event.item().gtin().digits();
        return new Doubt(String.join("\n", code, lot, gtin, why), code, lot, gtin, why);
    }

    /**
     * Makes it.
     *
     * @param partner who was to get it
     * @param owner we
     * @param doubts the lots that stop it
     * @return its number; empty when nobody is to be told, or nothing is new
     */
    public Optional<Long> raise(ToWrite delivery, Profile partner, Profile owner, List<Doubt> doubts) {
        return rule(partner)
                .map(agreed -> made(delivery, partner, agreed, doubts))
                .orElseGet(() -> rule(owner).flatMap(agreed -> made(delivery, owner, agreed, doubts)));
    }

    private static Optional<AlertRule> rule(Profile profile) {
        return profile.alerts().stream()
                .filter(rule -> rule.of().contains(DeliveryCause.LOT_STOPPED))
                .findFirst();
    }

    private Optional<Long> made(ToWrite delivery, Profile profile, AlertRule rule, List<Doubt> doubts) {
        return new Alerts(tx)
                .raise(profile.name() + "/" + rule.name(), rule.tell(), Subject.ofDelivery(delivery), doubts);
    }
}
