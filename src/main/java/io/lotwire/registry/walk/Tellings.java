package io.lotwire.registry.walk;

import io.lotwire.ledger.LedgerTransaction;
import io.lotwire.registry.TracedParty;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is told of goods of some lots: of just that which a walk follows, so that books and traces never disagree.
 *
 * @param lots what the lots are called, by their numbers in the registry
 * @param ofLots what is told of each; also what of it was missed where it should have come (its condition is short)
 * @param parties the parties by the numbers of places
 */
public record Tellings(Map<Long, LotName> lots, Map<Long, List<Telling>> ofLots, Map<Integer, TracedParty> parties) {
    /** All that is told of some lots; however many they are, it takes the same few statements. */
    public static Tellings of(LedgerTransaction transaction, Collection<Long> lots) {
        Network network = new Network(StepTable.in(transaction));
        network.learn(lots, List.of());
        Map<Long, List<Step>> missed = network.learnMissed(lots);
        Map<Long, List<Telling>> ofLots = new LinkedHashMap<>();
        for (long lot : lots) {
            ofLots.put(lot, network.tellings(lot, missed.getOrDefault(lot, List.of())));
        }
        return new Tellings(
                new Names(transaction.handle()).lots(lots),
                ofLots,
                network.places().all());
    }
}
