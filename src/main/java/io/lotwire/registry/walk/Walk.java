package io.lotwire.registry.walk;

import io.lotwire.ledger.LedgerTransaction;
import io.lotwire.registry.TracedParty;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Follows lots from place to place and through runs of production. What was made of a lot is followed, too, and so on; what left a
 * place before the lot came there is not. Costs grow with what is found: each round of questions goes one run of production further.
 */
public final class Walk {
    /** So many steps of a trail have room in memory; a lot with more is not asked for by a person. */
    private static final int MOST_STEPS = 5_000_000;

    private final Network network;
    private final Sense sense;
    private final Collection<Long> roots;
    private final Map<Long, Integer> depths = new LinkedHashMap<>();

    private Walk(Network network, Sense sense, Collection<Long> roots) {
        this.network = network;
        this.sense = sense;
        this.roots = roots;
        roots.forEach(root -> depths.put(root, 0));
    }

    /**
     * Follows lots.
     *
     * @param roots their numbers in the registry
     * @throws TooManySteps when more than memory has room for is on the trail
     */
    public static Reach of(LedgerTransaction transaction, Collection<Long> roots, Sense sense) {
        return new Walk(new Network(new StepTable(transaction.handle())), sense, roots).reach();
    }

    private Reach reach() {
        Trail possible = new Trail(network, sense, false, roots);
        for (int depth = 0;
                !possible.waitingLots().isEmpty() || !possible.waitingRuns().isEmpty(); ) {
            Set<Long> lots = possible.waitingLots();
            for (long lot : lots) {
                depths.putIfAbsent(lot, depth);
            }
            if (network.learn(lots, possible.waitingRuns())) {
                possible = new Trail(network, sense, false, roots);
            }
            if (network.size() > MOST_STEPS) {
                throw new TooManySteps(MOST_STEPS);
            }
            possible.spread();
            depth += lots.isEmpty() ? 0 : 1;
        }
        Trail sure = new Trail(network, sense, true, roots);
        sure.spread();
        return reach(possible, sure);
    }

    private Reach reach(Trail possible, Trail sure) {
        Map<Integer, TracedParty> parties = network.places().all();
        List<ReachedLot> lots = possible.lots().stream()
                .map(lot -> new ReachedLot(
                        lot,
                        depths.getOrDefault(lot, 0),
                        sure.lots().contains(lot),
                        marked(possible.flows(lot), sure.flows(lot)),
                        marked(possible.entries(lot), sure.entries(lot)),
                        marked(possible.exits(lot), sure.exits(lot))))
                .toList();
        return new Reach(sense, lots, parties);
    }

    /** Each that may be, and whether it is sure. */
    private static <T> Map<T, Boolean> marked(Collection<T> possible, Collection<T> sure) {
        Set<T> certain = Set.copyOf(sure);
        Map<T, Boolean> marked = new HashMap<>();
        possible.forEach(each -> marked.put(each, certain.contains(each)));
        return marked;
    }

    /** More than memory has room for is on a trail. */
    public static final class TooManySteps extends RuntimeException {
        private static final long serialVersionUID = 1;

        private TooManySteps(int most) {
            super("More than " + most + " steps are on the trail.");
        }
    }
}
