package io.lotwire.registry.balance;

import io.lotwire.ledger.LedgerTransaction;
import io.lotwire.registry.walk.Telling;
import io.lotwire.registry.walk.Tellings;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The books of lots, inside one transaction of the ledger. */
public final class Balances {
    /** So many lots are read together: few statements for many lots, and memory for those of a large item. */
    private static final int TOGETHER = 500;

    private final LedgerTransaction transaction;

    /** Those in this transaction. */
    public Balances(LedgerTransaction transaction) {
        this.transaction = transaction;
    }

    /**
     * The books of some lots.
     *
     * @param lots their numbers in the registry
     * @return a book for each, in the same order
     */
    public List<LotBalance> of(Collection<Long> lots) {
        List<Long> all = List.copyOf(lots);
        List<LotBalance> balances = new ArrayList<>();
        for (int first = 0; first < all.size(); first += TOGETHER) {
            balances.addAll(together(all.subList(first, Math.min(all.size(), first + TOGETHER))));
        }
        return balances;
    }

    private List<LotBalance> together(List<Long> lots) {
        Tellings tellings = Tellings.of(transaction, lots);
        Facts facts = new Facts(transaction.handle());
        Set<Long> sets = new HashSet<>();
        tellings.ofLots().values().forEach(each -> addSets(each, sets));
        Map<Long, DocumentName> documents = facts.documents(sets);
        Map<Long, List<String>> packs = facts.packs(lots);
        Map<Long, Origin> origins = facts.origins(lots);
        return lots.stream()
                .map(lot -> Book.of(
                        tellings.lots().get(lot),
                        tellings.ofLots().get(lot),
                        tellings.parties(),
                        documents,
                        packs.getOrDefault(lot, List.of()),
                        Optional.ofNullable(origins.get(lot))))
                .toList();
    }

    private static void addSets(List<Telling> tellings, Set<Long> sets) {
        tellings.forEach(telling -> sets.add(telling.step().setId()));
    }
}
