package io.lotwire.alert;

import io.lotwire.ledger.LedgerTransaction;
import io.lotwire.lot.Gtin;
import io.lotwire.lot.IssueCode;
import io.lotwire.partner.AlertRule;
import io.lotwire.partner.Profile;
import io.lotwire.partner.Profiles;
import io.lotwire.registry.balance.DocumentName;
import io.lotwire.registry.balance.FefoCheck;
import io.lotwire.registry.balance.FefoViolation;
import io.lotwire.registry.balance.Line;
import io.lotwire.registry.balance.StockLots;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Makes alerts of lots that were shipped while older ones of their product lay there, as the owner's profile says; each once for two lots
 * and a document. It is looked for afterwards, product by product: each compares the books of all lots of a product.
 */
public final class FefoAlerts {
    /** What was shipped in so many days is looked at: documents of it may be as late. */
    private static final int DAYS = 7;

    /** So many lots of a product are compared at most: their books are in memory together. */
    private static final int MOST_LOTS = 20_000;

    private static final String CODE = IssueCode.FEFO_VIOLATION.name();

    private final LedgerTransaction tx;
    private final Optional<Profile> owner;
    private final LocalDateTime since;

    /**
     * In a transaction, as profiles say.
     *
     * @param today looks at what was shipped up to today
     */
    public FefoAlerts(LedgerTransaction tx, Profiles profiles, LocalDate today) {
        this.tx = tx;
        this.owner = profiles.self();
        this.since = today.minusDays(DAYS).atStartOfDay();
    }

    /**
     * What became of a look.
     *
     * @param alert the number of the alert that was made; empty where there is nothing new to tell
     * @param tooMany whether there are too many lots to compare them
     */
    public record Looked(Optional<Long> alert, boolean tooMany) {}

    /** Whether the owner's profile says that somebody is told of it. */
    public static boolean areAgreed(Profiles profiles) {
        return profiles.self().flatMap(FefoAlerts::rule).isPresent();
    }

    private static Optional<AlertRule> rule(Profile owner) {
        return owner.alerts().stream()
                .filter(rule -> rule.of().contains(IssueCode.FEFO_VIOLATION))
                .findFirst();
    }

    /** The products that were shipped lately. */
    public List<Gtin> products() {
        return new StockLots(tx).shippedSince(since);
    }

    /** Looks at one of them. */
    public Looked look(Gtin product) {
        Optional<AlertRule> rule = owner.flatMap(FefoAlerts::rule);
        if (rule.isEmpty()) {
            return new Looked(Optional.empty(), false);
        }
        return FefoCheck.since(tx, product, since, MOST_LOTS)
                .map(violations -> new Looked(raise(rule.get(), product, violations), false))
                .orElseGet(() -> new Looked(Optional.empty(), true));
    }

    private Optional<Long> raise(AlertRule rule, Gtin product, List<FefoViolation> violations) {
        return new Alerts(tx)
                .raise(
                        owner.orElseThrow().name() + "/" + rule.name(),
                        rule.tell(),
                        Subject.ofStock("what was shipped of GTIN " + product.digits()),
                        violations.stream().map(FefoAlerts::doubt).toList());
    }

    private static Doubt doubt(FefoViolation violation) {
        Line shipped = violation.shipped();
        DocumentName document = shipped.document();
        String place = shipped.place().gln().isEmpty()
                ? shipped.place().name().toLowerCase(Locale.ROOT)
                : shipped.place().gln();
        String identity = String.join(
                "\n",
                CODE,
                Long.toString(violation.lot().id()),
                Long.toString(violation.older().id()),
                place,
                document.partner(),
                document.document(),
                // A document without a number is told apart by where it is kept.
                document.number().isEmpty() ? "set " + document.setId() : document.number());
        return new Doubt(
                identity,
                CODE,
                violation.lot().lot().code(),
                violation.lot().item().gtin() == null
                        ? ""
                        : violation.lot().item().gtin().digits(),
                "Shipped out of turn " + violation.words() + " (" + document.words() + ").");
    }
}
