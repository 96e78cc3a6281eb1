package io.lotwire.alert;

import io.lotwire.ledger.LedgerTransaction;
import io.lotwire.lot.IssueCode;
import io.lotwire.partner.AlertRule;
import io.lotwire.partner.Profile;
import io.lotwire.partner.Profiles;
import io.lotwire.registry.reading.LotOnTrip;
import io.lotwire.registry.reading.TripReport;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Makes alerts of lots that turn out to have been warmer or colder than their products bear, as the owner's profile says. */
public final class ExcursionAlerts {
    private static final String CODE = IssueCode.TEMPERATURE_EXCURSION.name();

    private final LedgerTransaction tx;
    private final Profiles profiles;

    /** In a transaction, as profiles say. */
    public ExcursionAlerts(LedgerTransaction tx, Profiles profiles) {
        this.tx = tx;
        this.profiles = profiles;
    }

    /**
     * Tells of lots, all of one finding together.
     *
     * @param reports what was measured
     * @param lots the numbers of those of the lots there of which it was not known before
     * @return how many alerts were made
     */
    public int raise(Collection<TripReport> reports, Set<Long> lots) {
        List<Doubt> doubts = new ArrayList<>();
        Set<String> loggers = new TreeSet<>();
        for (TripReport report : reports) {
            for (LotOnTrip lot : report.lots()) {
                if (lots.contains(lot.lot().id()) && !lot.excursions().isEmpty()) {
                    loggers.add(report.trip().logger());
                    doubts.add(doubt(report, lot));
                }
            }
        }
        int made = 0;
        for (Profile owner : profiles.self().stream().toList()) {
            for (AlertRule rule : owner.alerts()) {
                if (rule.of().contains(IssueCode.TEMPERATURE_EXCURSION)
                        && new Alerts(tx)
                                .raise(
                                        owner.name() + "/" + rule.name(),
                                        rule.tell(),
                                        Subject.ofStock("what was measured by " + String.join(", ", loggers)),
                                        doubts)
                                .isPresent()) {
                    made++;
                }
            }
        }
        return made;
    }

    private static Doubt doubt(TripReport report, LotOnTrip lot) {
        return new Doubt(
                String.join(
                        "\n",
                        CODE,
                        Long.toString(lot.lot().id()),
                        report.trip().logger(),
                        report.trip().changedAt().toString()),
                CODE,
                lot.lot().code(),
                lot.lot().gtin().orElse(""),
                lot.lot().words() + ", was outside of " + lot.lot().range().words() + ": "
                        + lot.excursions().get(0).words()
                        + (lot.excursions().size() == 1
                                ? ""
                                : " (and " + (lot.excursions().size() - 1) + " more)")
                        + "; release it (lotwire registry release --excursion), or hold it.");
    }
}
