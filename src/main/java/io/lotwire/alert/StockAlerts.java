package io.lotwire.alert;

import io.lotwire.ledger.LedgerTransaction;
import io.lotwire.lot.rule.ShelfLifeMinimum;
import io.lotwire.lot.rule.StockCause;
import io.lotwire.partner.AlertRule;
import io.lotwire.partner.Profile;
import io.lotwire.partner.Profiles;
import io.lotwire.registry.balance.Expiring;
import io.lotwire.registry.balance.ExpiringStock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Makes alerts of goods on hand that have expired, are below what a customer wants, or expire soon, as the owner's profile says; each
 * once for a lot and its expiry.
 */
public final class StockAlerts {
    /** So many places of a lot are told. */
    private static final int MOST_PLACES = 5;

    private final LedgerTransaction tx;
    private final Map<String, ShelfLifeMinimum> minimums;
    private final Optional<Profile> owner;

    /** In a transaction, as profiles say. */
    public StockAlerts(LedgerTransaction tx, Profiles profiles) {
        this.tx = tx;
        this.minimums = profiles.minimums();
        this.owner = profiles.self();
    }

    /**
     * What a look found.
     *
     * @param lots how many lots there are of each cause that is told of, whether it is new or not
     * @param alerts the numbers of the alerts that were made
     */
    public record Seen(Map<StockCause, Integer> lots, List<Long> alerts) {
        public Seen {
            lots = Map.copyOf(lots);
            alerts = List.copyOf(alerts);
        }
    }

    /** Whether the owner's profile says that somebody is told of goods on hand. */
    public static boolean areAgreed(Profiles profiles) {
        return profiles.self().stream()
                .flatMap(owner -> owner.alerts().stream())
                .anyMatch(StockAlerts::isAboutStock);
    }

    private static boolean isAboutStock(AlertRule rule) {
        return rule.of().stream().anyMatch(StockCause.class::isInstance);
    }

    /** Looks once. */
    public Seen look(LocalDate today) {
        List<AlertRule> rules = owner.map(Profile::alerts).orElse(List.of()).stream()
                .filter(StockAlerts::isAboutStock)
                .toList();
        if (rules.isEmpty()) {
            return new Seen(Map.of(), List.of());
        }
        int days = rules.stream()
                .filter(rule -> rule.of().contains(StockCause.LOT_EXPIRING))
                .mapToInt(AlertRule::days)
                .max()
                .orElse(0);
        int wanted = minimums.values().stream()
                .mapToInt(ShelfLifeMinimum::days)
                .max()
                .orElse(0);
        Map<Long, List<ExpiringStock>> byLot = new Expiring(tx, minimums)
                .within(Math.max(days, wanted), today, Optional.empty(), Optional.empty()).stream()
                        .collect(Collectors.groupingBy(
                                each -> each.lot().id(), LinkedHashMap::new, Collectors.toList()));
        Map<StockCause, Set<Long>> lots = new EnumMap<>(StockCause.class);
        List<Long> alerts = new ArrayList<>();
        for (AlertRule rule : rules) {
            List<Doubt> doubts = new ArrayList<>();
            for (Map.Entry<Long, List<ExpiringStock>> each : byLot.entrySet()) {
                for (Found found : found(rule, each.getValue())) {
                    lots.computeIfAbsent(found.cause(), key -> new HashSet<>()).add(each.getKey());
                    doubts.add(found.doubt());
                }
            }
            new Alerts(tx)
                    .raise(
                            owner.orElseThrow().name() + "/" + rule.name(),
                            rule.tell(),
                            Subject.ofStock("goods on hand (" + today + ")"),
                            doubts)
                    .ifPresent(alerts::add);
        }
        Map<StockCause, Integer> counts = new EnumMap<>(StockCause.class);
        rules.stream()
                .map(AlertRule::of)
                .flatMap(Collection::stream)
                .filter(StockCause.class::isInstance)
                .map(StockCause.class::cast)
                .forEach(cause ->
                        counts.put(cause, lots.getOrDefault(cause, Set.of()).size()));
        return new Seen(counts, alerts);
    }

    private record Found(StockCause cause, Doubt doubt) {}

    /** What is to be told by a rule of one lot, which lies at one or more places. */
    private static List<Found> found(AlertRule rule, List<ExpiringStock> places) {
        ExpiringStock first = places.get(0);
        List<Found> found = new ArrayList<>();
        if (first.daysLeft() < 0) {
            add(
                    rule,
                    StockCause.LOT_EXPIRED,
                    "",
                    places,
                    "expired " + first.expiry().words(),
                    found);
            return found;
        }
        String dates = "expires " + first.expiry().words() + ", " + first.daysLeft() + " days are left";
        Set<String> customers = new TreeSet<>();
        places.forEach(each -> customers.addAll(each.tooOldFor()));
        for (String customer : customers) {
            add(
                    rule,
                    StockCause.LOT_BELOW_MINIMUM,
                    customer,
                    places,
                    dates + ", less than " + customer + " wants",
                    found);
        }
        if (first.daysLeft() <= rule.days()) {
            add(rule, StockCause.LOT_EXPIRING, "", places, dates, found);
        }
        return found;
    }

    private static void add(
            AlertRule rule,
            StockCause cause,
            String customer,
            List<ExpiringStock> places,
            String what,
            List<Found> found) {
        if (!rule.of().contains(cause)) {
            return;
        }
        ExpiringStock first = places.get(0);
        String lot = first.lot().lot().code();
        String where =
                places.stream().limit(MOST_PLACES).map(ExpiringStock::words).collect(Collectors.joining("; "))
                        + (places.size() > MOST_PLACES
                                ? "; and " + (places.size() - MOST_PLACES) + " more places"
                                : "");
        found.add(new Found(
                cause,
                new Doubt(
                        String.join(
                                "\n",
                                cause.name(),
                                Long.toString(first.lot().id()),
                                first.expiry().day().toString(),
                                customer),
                        cause.name(),
                        lot,
                        first.lot().item().gtin() == null
                                ? ""
                                : first.lot().item().gtin().digits(),
                        "Lot " + lot + " " + what + ": " + where + ".")));
    }
}
