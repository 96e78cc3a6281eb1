package io.lotwire.recall;

import io.lotwire.ledger.LedgerTransaction;
import io.lotwire.partner.Profile;
import io.lotwire.registry.PartyStatement;
import io.lotwire.registry.TracedParty;
import io.lotwire.registry.walk.Flow;
import io.lotwire.registry.walk.LotName;
import io.lotwire.registry.walk.Names;
import io.lotwire.registry.walk.Reach;
import io.lotwire.registry.walk.ReachedLot;
import io.lotwire.registry.walk.Sense;
import io.lotwire.registry.walk.Use;
import io.lotwire.registry.walk.Walk;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Finds all that a recall reaches: the walk says where lots went, and a few statements more what is told of that. */
public final class AffectedGoods {
    /** Where nobody tells who sent or got goods. */
    static final int NOBODY = 0;

    private final LedgerTransaction tx;
    private final Partners partners;
    private final TrailFacts facts;

    /** @param partners who goes by which profile */
    public AffectedGoods(LedgerTransaction tx, Partners partners) {
        this.tx = tx;
        this.partners = partners;
        this.facts = new TrailFacts(tx);
    }

    /** The lots that a scope means, by their numbers in the registry. */
    public Set<Long> lots(Scope scope) {
        return new ScopedLots(tx, partners).of(scope);
    }

    /** The codes of a scope that no lot bears. */
    public Set<String> unknown(Scope scope) {
        return new ScopedLots(tx, partners).unknown(scope);
    }

    /** All that some lots reach. */
    public Affected reachedFrom(Collection<Long> lots) {
        Reach reach = Walk.of(tx, lots, Sense.FORWARD);
        Map<Integer, Set<PartyStatement>> statements = statements(reach);
        Map<Integer, Integer> numbers = numbers(reach);
        TrailAmounts amounts = TrailAmounts.of(facts, reach);
        Stocks stocks = new Stocks(amounts, numbers);
        reach.lots().forEach(stocks::add);
        Set<Long> all = new TreeSet<>();
        reach.lots().forEach(lot -> all.add(lot.lot()));
        stocks.add(facts.changes(all), Set.copyOf(lots), statements);
        return new Affected(
                named(reach),
                new Shipped(facts, amounts, numbers).of(reach),
                stocks.all(),
                parties(reach, numbers, statements));
    }

    /** The numbers of all places on the trail, from 1 in the order of their names. */
    private static Map<Integer, Integer> numbers(Reach reach) {
        Set<Integer> places = new HashSet<>();
        for (ReachedLot lot : reach.lots()) {
            lot.flows().keySet().forEach(flow -> {
                places.add(flow.from());
                places.add(flow.to());
            });
            lot.entries().keySet().forEach(use -> places.add(use.place()));
            lot.exits().keySet().forEach(use -> places.add(use.place()));
        }
        places.retainAll(reach.places().keySet());
        List<Integer> ordered = places.stream()
                .sorted(Comparator.comparing(
                                (Integer place) -> reach.places().get(place).name())
                        .thenComparing(place -> reach.places().get(place).gln())
                        .thenComparing(place -> place))
                .toList();
        Map<Integer, Integer> numbers = new HashMap<>();
        ordered.forEach(place -> numbers.put(place, numbers.size() + 1));
        return numbers;
    }

    /** How documents name each place of the trail. */
    private Map<Integer, Set<PartyStatement>> statements(Reach reach) {
        Map<Integer, Set<Integer>> named = new TreeMap<>();
        for (ReachedLot lot : reach.lots()) {
            for (Flow flow : lot.flows().keySet()) {
                name(named, flow.from(), flow.step().from());
                name(named, flow.to(), flow.step().to());
            }
            for (Set<Use> uses : List.of(lot.entries().keySet(), lot.exits().keySet())) {
                uses.forEach(use -> name(named, use.place(), use.step().from()));
            }
        }
        Set<Integer> all = new TreeSet<>();
        named.values().forEach(all::addAll);
        Map<Integer, PartyStatement> known = new Names(tx.handle()).parties(all);
        Map<Integer, Set<PartyStatement>> statements = new TreeMap<>();
        named.forEach((place, numbers) -> numbers.stream()
                .map(known::get)
                .filter(PartyStatement::isStated)
                .forEach(each -> statements
                        .computeIfAbsent(place, key -> new LinkedHashSet<>())
                        .add(each)));
        return statements;
    }

    private static void name(Map<Integer, Set<Integer>> named, int place, int statement) {
        if (place != NOBODY) {
            named.computeIfAbsent(place, key -> new TreeSet<>()).add(statement);
        }
    }

    private List<Affected.Lot> named(Reach reach) {
        Map<Long, LotName> names = new Names(tx.handle())
                .lots(reach.lots().stream().map(ReachedLot::lot).toList());
        Map<Long, List<String>> ids = facts.numbers(names.values().stream()
                .filter(name -> name.gtin().isEmpty())
                .map(LotName::id)
                .toList());
        return reach.lots().stream()
                .sorted(Comparator.comparingInt(ReachedLot::depth).thenComparingLong(ReachedLot::lot))
                .map(lot -> {
                    LotName name = names.get(lot.lot());
                    return new Affected.Lot(
                            lot.lot(),
                            name.code(),
                            name.gtin(),
                            ids.getOrDefault(lot.lot(), List.of()),
                            name.description(),
                            lot.depth(),
                            lot.sure());
                })
                .toList();
    }

    private List<Affected.Party> parties(
            Reach reach, Map<Integer, Integer> numbers, Map<Integer, Set<PartyStatement>> statements) {
        Map<Integer, Profile> profiles = partners.of(tx, statements);
        Map<Integer, Boolean> got = new HashMap<>();
        Map<Integer, Boolean> had = new HashMap<>();
        for (ReachedLot lot : reach.lots()) {
            lot.flows().forEach((flow, sure) -> {
                got.merge(flow.to(), sure, Boolean::logicalOr);
                had.merge(flow.from(), sure, Boolean::logicalOr);
            });
            lot.entries().forEach((use, sure) -> got.merge(use.place(), sure, Boolean::logicalOr));
            lot.exits().forEach((use, sure) -> got.merge(use.place(), sure, Boolean::logicalOr));
        }
        return numbers.entrySet().stream()
                .sorted(Map.Entry.comparingByValue())
                .map(each -> {
                    TracedParty place = reach.places().get(each.getKey());
                    Profile profile = profiles.get(each.getKey());
                    boolean sure = got.getOrDefault(each.getKey(), false) || had.getOrDefault(each.getKey(), false);
                    return new Affected.Party(
                            each.getValue(),
                            place.name(),
                            place.gln(),
                            profile == null ? "" : profile.name(),
                            profile != null && profile.self(),
                            got.containsKey(each.getKey()),
                            sure);
                })
                .toList();
    }
}
