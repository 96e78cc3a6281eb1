package io.lotwire.recall;

import io.lotwire.registry.PartyStatement;
import io.lotwire.registry.walk.Flow;
import io.lotwire.registry.walk.ReachedLot;
import io.lotwire.registry.walk.Use;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Counts how much of each lot on a trail came to each party and left it. */
final class Stocks {
    private final TrailAmounts amounts;
    private final Map<Integer, Integer> numbers;
    private final Map<Account, Balance> accounts = new HashMap<>();

    /** @param numbers those that parties get, by their places on the trail */
    Stocks(TrailAmounts amounts, Map<Integer, Integer> numbers) {
        this.amounts = amounts;
        this.numbers = numbers;
    }

    private record Account(int party, long lot, String unit) {}

    private static final class Balance {
        private BigDecimal came = BigDecimal.ZERO;
        private BigDecimal surelyCame = BigDecimal.ZERO;
        private BigDecimal left = BigDecimal.ZERO;
        private boolean complete = true;
    }

    private record Way(int from, int to) {}

    /** A lot with its ways and the runs that it went through. */
    void add(ReachedLot lot) {
        Map<Way, List<Flow>> ways =
                new TreeMap<>(Comparator.comparingInt(Way::from).thenComparingInt(Way::to));
        lot.flows().keySet().stream()
                .sorted(Comparator.comparingLong(flow -> flow.step().seq()))
                .forEach(flow -> ways.computeIfAbsent(new Way(flow.from(), flow.to()), key -> new ArrayList<>())
                        .add(flow));
        ways.forEach((way, flows) -> {
            Leg leg = new Leg(flow -> amounts.of(lot.lot(), flow));
            Map<String, BigDecimal> surely =
                    leg.came(flows.stream().filter(lot.flows()::get).toList());
            leg.came(flows).forEach((unit, quantity) -> {
                Balance there = balance(way.to(), lot.lot(), unit);
                there.came = there.came.add(quantity);
                there.surelyCame = there.surelyCame.add(surely.getOrDefault(unit, BigDecimal.ZERO));
                there.complete &= leg.isComplete();
            });
            leg.left(flows).forEach((unit, quantity) -> {
                Balance here = balance(way.from(), lot.lot(), unit);
                here.left = here.left.add(quantity);
                here.complete &= leg.isComplete();
            });
        });
        lot.exits().forEach((use, sure) -> came(use, sure));
        lot.entries().forEach((use, sure) -> left(use));
    }

    private void came(Use use, boolean sure) {
        Balance balance = balance(use.place(), use.lot(), use.step().unit());
        BigDecimal quantity = told(use, balance);
        balance.came = balance.came.add(quantity);
        balance.surelyCame = balance.surelyCame.add(sure ? quantity : BigDecimal.ZERO);
    }

    private void left(Use use) {
        Balance balance = balance(use.place(), use.lot(), use.step().unit());
        balance.left = balance.left.add(told(use, balance));
    }

    private static BigDecimal told(Use use, Balance balance) {
        BigDecimal quantity = use.step().quantity();
        balance.complete &= quantity != null;
        return quantity == null ? BigDecimal.ZERO : quantity;
    }

    /**
     * What else changed how much was where.
     *
     * @param recalled the lots that are recalled themselves: all that was made of them counts; of others, runs on the trail do
     * @param places how documents name the places of the trail
     */
    void add(List<TrailFacts.StockChange> changes, Set<Long> recalled, Map<Integer, Set<PartyStatement>> places) {
        Map<PartyStatement, Integer> byStatement = new HashMap<>();
        places.forEach((place, statements) -> statements.forEach(each -> byStatement.put(each, place)));
        for (TrailFacts.StockChange change : changes) {
            Integer place = byStatement.get(change.place());
            if (place != null && (!change.made() || recalled.contains(change.lot()))) {
                Balance balance = balance(place, change.lot(), change.unit());
                balance.complete &= change.quantity() != null;
                BigDecimal quantity = change.quantity() == null ? BigDecimal.ZERO : change.quantity();
                if (quantity.signum() < 0) {
                    balance.left = balance.left.add(quantity.negate());
                } else {
                    balance.came = balance.came.add(quantity);
                    balance.surelyCame =
                            balance.surelyCame.add(recalled.contains(change.lot()) ? quantity : BigDecimal.ZERO);
                }
            }
        }
    }

    private Balance balance(int place, long lot, String unit) {
        return accounts.computeIfAbsent(
                new Account(numbers.getOrDefault(place, AffectedGoods.NOBODY), lot, unit), key -> new Balance());
    }

    /** All that were counted, by party, lot and unit; what nobody tells the place of is not among them. */
    List<Affected.Stock> all() {
        return accounts.entrySet().stream()
                .filter(each -> each.getKey().party() != AffectedGoods.NOBODY)
                .sorted(Map.Entry.comparingByKey(Comparator.comparingInt(Account::party)
                        .thenComparingLong(Account::lot)
                        .thenComparing(Account::unit)))
                .map(each -> new Affected.Stock(
                        each.getKey().party(),
                        each.getKey().lot(),
                        each.getKey().unit(),
                        each.getValue().came,
                        each.getValue().surelyCame,
                        each.getValue().left,
                        each.getValue().complete))
                .toList();
    }
}
