package io.lotwire.registry.balance;

import io.lotwire.ledger.LedgerTransaction;
import io.lotwire.lot.Gtin;
import io.lotwire.registry.Moment;
import io.lotwire.registry.TracedParty;
import io.lotwire.registry.master.LotStatuses;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds where lots of a product were shipped out of turn, by their books. While events are stored nobody looks for it: the stock of all
 * lots of the product at the place would have to be known, which costs more the more lots there are.
 */
public final class FefoCheck {
    private final List<Stay> stays = new ArrayList<>();
    private final List<FefoViolation> violations = new ArrayList<>();

    private FefoCheck() {}

    /** A lot at the place, in one unit. */
    private record Stay(StockLot lot, LocalDateTime first, Moment last, boolean empty, Account account) {
        boolean isOver(Moment when) {
            return empty && last != null && !last.mayFollow(when);
        }
    }

    private record Shipped(StockLot lot, Line line) {}

    /**
     * Those of a product that was shipped since a moment. Lots that had expired by then are left out: they need not have gone first.
     *
     * @param most so many lots are compared at most
     * @return in the order of time; empty when there are more lots
     */
    public static Optional<List<FefoViolation>> since(
            LedgerTransaction transaction, Gtin product, LocalDateTime since, int most) {
        List<StockLot> lots = new StockLots(transaction).ofProduct(product, Optional.of(since.toLocalDate()));
        if (lots.size() > most) {
            return Optional.empty();
        }
        List<LotBalance> balances =
                new Balances(transaction).of(lots.stream().map(StockLot::id).toList());
        return Optional.of(since(transaction, lots, balances, Optional.empty(), since));
    }

    /**
     * The same of lots whose books are there, by which of them may not go now.
     *
     * @param at the place; empty for all
     * @param since the moment; null for all that was ever shipped
     */
    public static List<FefoViolation> since(
            LedgerTransaction transaction,
            List<StockLot> lots,
            List<LotBalance> balances,
            Optional<PlaceAsked> at,
            LocalDateTime since) {
        Set<Long> stopped = new LotStatuses(transaction)
                .standing(lots.stream().map(StockLot::id).toList())
                .keySet();
        return of(lots, balances, stopped, at).stream()
                .filter(each -> since == null || each.shipped().when().ends().isAfter(since))
                .toList();
    }

    /**
     * The violations among lots of one product, in the order of time.
     *
     * @param lots the lots
     * @param balances the book of each
     * @param stopped the numbers of lots that may not go
     * @param at the place; empty for all
     */
    public static List<FefoViolation> of(
            List<StockLot> lots, List<LotBalance> balances, Set<Long> stopped, Optional<PlaceAsked> at) {
        Map<String, FefoCheck> byPlace = new HashMap<>();
        Map<String, List<Shipped>> shipped = new HashMap<>();
        for (int i = 0; i < lots.size(); i++) {
            StockLot lot = lots.get(i);
            if (lot.expiry().isEmpty()) {
                continue;
            }
            Map<String, List<Line>> linesByPlace = new HashMap<>();
            for (Line line : balances.get(i).lines()) {
                if (at.map(asked -> asked.is(line.place())).orElse(true)) {
                    linesByPlace
                            .computeIfAbsent(key(line), key -> new ArrayList<>())
                            .add(line);
                }
            }
            linesByPlace.forEach((key, lines) -> {
                if (!stopped.contains(lot.id())) {
                    byPlace.computeIfAbsent(key, each -> new FefoCheck()).add(lot, lines);
                }
                lines.stream()
                        .filter(line -> line.kind() == Posting.SHIPPED && line.sure() && line.when() != null)
                        .forEach(line -> shipped.computeIfAbsent(key, each -> new ArrayList<>())
                                .add(new Shipped(lot, line)));
            });
        }
        List<FefoViolation> all = new ArrayList<>();
        shipped.forEach((key, lines) -> {
            if (byPlace.containsKey(key)) {
                all.addAll(byPlace.get(key).find(lines));
            }
        });
        all.sort(Comparator.comparing(each -> each.shipped().when().begins()));
        return all;
    }

    /** The lots of a product may be read in portions, each with its own numbers of places. */
    private static String key(Line line) {
        TracedParty place = line.place();
        String who = place.gln().isEmpty() ? place.name().toLowerCase(Locale.ROOT) : place.gln();
        return who + "\n" + line.unit();
    }

    private void add(StockLot lot, List<Line> lines) {
        Account account = new Account();
        lines.forEach(account::add);
        boolean timed = lines.stream().allMatch(line -> line.when() != null);
        Moment last = timed
                ? lines.stream()
                        .map(Line::when)
                        .max(Comparator.comparing(Moment::ends))
                        .orElse(null)
                : null;
        LocalDateTime first = timed ? lines.get(0).when().begins() : LocalDateTime.MIN;
        stays.add(new Stay(lot, first, last, account.isEmpty(), account));
    }

    /** Goes through time, with the lots that lie there. */
    private List<FefoViolation> find(List<Shipped> shipped) {
        stays.sort(Comparator.comparing(Stay::first));
        shipped.sort(Comparator.comparing(each -> each.line().when().begins()));
        List<Stay> there = new ArrayList<>();
        int next = 0;
        for (Shipped each : shipped) {
            Moment when = each.line().when();
            while (next < stays.size() && stays.get(next).first().isBefore(when.ends())) {
                there.add(stays.get(next++));
            }
            there.removeIf(stay -> stay.isOver(when));
            there.stream()
                    .filter(stay -> isOlder(stay.lot(), each.lot(), when))
                    .map(stay -> violation(each, stay, stay.account().at(when).certain()))
                    .filter(found -> found.there().signum() > 0)
                    .min(Comparator.comparing(found -> found.olderExpiry().day()))
                    .ifPresent(violations::add);
        }
        return violations;
    }

    private static boolean isOlder(StockLot one, StockLot shipped, Moment when) {
        return one.expiry()
                        .orElseThrow()
                        .day()
                        .isBefore(shipped.expiry().orElseThrow().day())
                && one.expiry().orElseThrow().daysLeft(when.begins().toLocalDate()) >= 0;
    }

    private static FefoViolation violation(Shipped shipped, Stay older, BigDecimal there) {
        return new FefoViolation(
                shipped.lot(),
                shipped.lot().expiry().orElseThrow(),
                older.lot(),
                older.lot().expiry().orElseThrow(),
                there,
                shipped.line());
    }
}
