package io.lotwire.registry.walk;

import io.lotwire.ledger.LedgerTransaction;
import io.lotwire.registry.TracedParty;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Follows lots from place to place and through runs of production. What was made of a lot is followed, too, and so on; what left a
 * place before the lot came there is not. Costs grow with what is found: what may be on the trail is asked for at once, and what it comes
 * to beyond that as it goes.
 */
public final class Walk {
    /** So many steps of a trail have room in memory; a lot with more is not asked for by a person. */
    private static final int MOST_STEPS = 5_000_000;

    private final Network network;
    private final Sense sense;
    private final Collection<Long> roots;

    private Walk(Network network, Sense sense, Collection<Long> roots) {
        this.network = network;
        this.sense = sense;
        this.roots = roots;
    }

    /**
     * Follows lots.
     *
     * @param roots their numbers in the registry
     * @throws TooManySteps when more than memory has room for is on the trail
     */
    public static Reach of(LedgerTransaction transaction, Collection<Long> roots, Sense sense) {
        return new Walk(new Network(StepTable.in(transaction)), sense, roots).reach();
    }

    private Reach reach() {
        network.learnAhead(roots, sense);
        Trail possible = new Trail(network, sense, false, roots);
        possible.spread();
        while (!possible.waitingLots().isEmpty() || !possible.waitingRuns().isEmpty()) {
            if (network.learn(possible.waitingLots(), possible.waitingRuns())) {
                possible = new Trail(network, sense, false, roots);
            }
            if (network.size() > MOST_STEPS) {
                throw new TooManySteps(MOST_STEPS);
            }
            possible.spread();
        }
        Trail sure = new Trail(network, sense, true, roots);
        sure.spread();
        return reach(possible, sure);
    }

    private Reach reach(Trail possible, Trail sure) {
        Map<Integer, TracedParty> parties = network.places().all();
        Map<Long, Integer> depths = depths(possible);
        List<ReachedLot> lots = possible.lots().stream()
                .map(lot -> new ReachedLot(
                        lot,
                        depths.get(lot),
                        sure.lots().contains(lot),
                        marked(possible.flows(lot), sure.flows(lot)),
                        marked(possible.entries(lot), sure.entries(lot)),
                        marked(possible.exits(lot), sure.exits(lot))))
                .toList();
        return new Reach(sense, lots, parties);
    }

    /** Over how many runs at least the trail comes to each lot. */
    private Map<Long, Integer> depths(Trail trail) {
        Map<Long, Set<Long>> lotsByRun = new HashMap<>();
        for (long lot : trail.lots()) {
            trail.exits(lot).forEach(use -> lotsByRun
                    .computeIfAbsent(use.run(), run -> new HashSet<>())
                    .add(lot));
        }
        Map<Long, Integer> depths = new HashMap<>();
        Deque<Long> next = new ArrayDeque<>(roots);
        roots.forEach(root -> depths.put(root, 0));
        while (!next.isEmpty()) {
            long lot = next.remove();
            for (Use use : trail.entries(lot)) {
                // Each run is gone through once, by the lot that is nearest.
                Set<Long> left = lotsByRun.remove(use.run());
                for (long following : left == null ? Set.<Long>of() : left) {
                    if (depths.putIfAbsent(following, depths.get(lot) + 1) == null) {
                        next.add(following);
                    }
                }
            }
        }
        return depths;
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
