package io.lotwire.registry.walk;

import io.lotwire.ledger.LedgerTransaction;
import io.lotwire.registry.TracedParty;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What was made of a lot, or what it was made of, over any number of runs of production.
 *
 * @param sense which way: forwards, what was made of it
 * @param root the lot that was asked for
 * @param ways its own ways between places, and whether each is sure
 * @param lots the other lots, nearest first, each once
 * @param runs the runs between them, in the order in which the trail comes to them
 * @param parties the parties by the numbers of places
 * @param more how many lots there are beside these
 */
public record Genealogy(
        Sense sense,
        LotName root,
        Map<Flow, Boolean> ways,
        List<Relative> lots,
        List<RunOnTrail> runs,
        Map<Integer, TracedParty> parties,
        int more) {
    public Genealogy {
        ways = Map.copyOf(ways);
        lots = List.copyOf(lots);
        runs = List.copyOf(runs);
        parties = Map.copyOf(parties);
    }

    /**
     * A lot that the one asked for was made into, or of.
     *
     * @param depth over how many runs, at least
     * @param sure whether it is sure, or only may be
     * @param ways what of it went between places, as far as it has to do with the lot asked for
     */
    public record Relative(LotName lot, int depth, boolean sure, Map<Flow, Boolean> ways) {
        public Relative {
            ways = Map.copyOf(ways);
        }
    }

    /**
     * A run that goods on the trail went through.
     *
     * @param place where, by the number of the party
     * @param inputs what went in, and whether that is sure to be on the trail
     * @param outputs what came out likewise
     */
    public record RunOnTrail(Run run, int place, Map<Use, Boolean> inputs, Map<Use, Boolean> outputs) {
        public RunOnTrail {
            inputs = Map.copyOf(inputs);
            outputs = Map.copyOf(outputs);
        }
    }

    /**
     * That of a lot.
     *
     * @param lot its number in the registry
     * @param most how many lots are named at most; of more there is the count
     */
    public static Genealogy of(LedgerTransaction transaction, long lot, Sense sense, int most) {
        Reach reach = Walk.of(transaction, List.of(lot), sense);
        List<ReachedLot> nearest = reach.lots().stream()
                .sorted(Comparator.comparingInt(ReachedLot::depth).thenComparingLong(ReachedLot::lot))
                .limit(most + 1L)
                .toList();
        Names names = new Names(transaction.handle());
        Map<Long, LotName> lots =
                names.lots(nearest.stream().map(ReachedLot::lot).toList());
        List<Relative> relatives = nearest.stream()
                .filter(each -> each.lot() != lot)
                .map(each -> new Relative(lots.get(each.lot()), each.depth(), each.sure(), each.flows()))
                .toList();
        return new Genealogy(
                sense,
                lots.get(lot),
                nearest.stream()
                        .filter(each -> each.lot() == lot)
                        .findFirst()
                        .map(ReachedLot::flows)
                        .orElse(Map.of()),
                relatives,
                runs(names, nearest, sense),
                reach.places(),
                reach.lots().size() - nearest.size());
    }

    private static List<RunOnTrail> runs(Names names, Collection<ReachedLot> lots, Sense sense) {
        Map<Long, Map<Use, Boolean>> entries = new LinkedHashMap<>();
        Map<Long, Map<Use, Boolean>> exits = new HashMap<>();
        for (ReachedLot lot : lots) {
            lot.entries().forEach((use, sure) -> put(entries, use, sure));
            lot.exits().forEach((use, sure) -> put(exits, use, sure));
        }
        Map<Long, Run> named = names.runs(entries.keySet());
        List<RunOnTrail> runs = new ArrayList<>();
        entries.forEach((run, entered) -> {
            Map<Use, Boolean> left = exits.getOrDefault(run, Map.of());
            int place = entered.keySet().iterator().next().place();
            runs.add(new RunOnTrail(
                    named.get(run),
                    place,
                    sense == Sense.FORWARD ? entered : left,
                    sense == Sense.FORWARD ? left : entered));
        });
        return runs;
    }

    private static void put(Map<Long, Map<Use, Boolean>> uses, Use use, boolean sure) {
        uses.computeIfAbsent(use.run(), key -> new LinkedHashMap<>()).put(use, sure);
    }

    /** True where the lot is not known to have been made into anything, or of anything. */
    public boolean isEmpty() {
        return lots.isEmpty() && runs.isEmpty();
    }

    /** The runs that the trail enters from a lot. */
    List<RunOnTrail> enteredFrom(LotName lot) {
        return runs.stream()
                .filter(run -> entered(run).keySet().stream().anyMatch(use -> use.lot() == lot.id()))
                .toList();
    }

    /** What the trail enters a run by: forwards, its inputs. */
    Map<Use, Boolean> entered(RunOnTrail run) {
        return sense == Sense.FORWARD ? run.inputs() : run.outputs();
    }

    /** What the trail leaves a run by: forwards, its outputs. */
    Map<Use, Boolean> left(RunOnTrail run) {
        return sense == Sense.FORWARD ? run.outputs() : run.inputs();
    }

    /** The lots by which the trail leaves a run. */
    Set<Long> lotsLeftBy(RunOnTrail run) {
        Set<Long> numbers = new TreeSet<>();
        left(run).keySet().forEach(use -> numbers.add(use.lot()));
        return numbers;
    }
}
