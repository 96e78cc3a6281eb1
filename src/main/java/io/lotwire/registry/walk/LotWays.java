package io.lotwire.registry.walk;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Where one lot was, the ways that it went, and which runs of production it went into and came out of; by what held it, a place or a logistic
 * unit ({@link Holder}).
 */
final class LotWays {
    private final Set<Long> holders = new HashSet<>();
    private final Map<Long, List<Edge>> leaving = new HashMap<>();
    private final Map<Long, List<Edge>> arriving = new HashMap<>();
    private final Map<Long, List<Use>> inputs = new HashMap<>();
    private final Map<Long, List<Use>> outputs = new HashMap<>();
    private final Set<Long> unexplained = new HashSet<>();
    private final int outputCount;

    LotWays(Collection<Long> where, Collection<Edge> edges, Collection<Use> uses) {
        holders.addAll(where);
        for (Edge edge : edges) {
            leaving.computeIfAbsent(edge.from(), key -> new ArrayList<>()).add(edge);
            arriving.computeIfAbsent(edge.to(), key -> new ArrayList<>()).add(edge);
            holders.add(edge.from());
            holders.add(edge.to());
        }
        for (Use use : uses) {
            (use.step().output() ? outputs : inputs)
                    .computeIfAbsent(use.holder(), key -> new ArrayList<>())
                    .add(use);
            holders.add(use.holder());
        }
        outputCount = (int) uses.stream().filter(use -> use.step().output()).count();
        holders.remove(Holder.NOWHERE);
        for (long holder : holders) {
            if (!arriving.containsKey(holder) && !outputs.containsKey(holder)) {
                unexplained.add(holder);
            }
        }
    }

    /** All that ever held it. */
    Set<Long> holders() {
        return holders;
    }

    /** Holders of which no step tells how it came there: what was made there came out of a run. */
    Set<Long> unexplained() {
        return unexplained;
    }

    /** Its ways from a holder. */
    List<Edge> leaving(long holder) {
        return leaving.getOrDefault(holder, List.of());
    }

    /** Its ways to a holder. */
    List<Edge> arriving(long holder) {
        return arriving.getOrDefault(holder, List.of());
    }

    /** What of it went into runs from a holder. */
    List<Use> inputs(long holder) {
        return inputs.getOrDefault(holder, List.of());
    }

    /** What of it came out of runs, to a holder. */
    List<Use> outputs(long holder) {
        return outputs.getOrDefault(holder, List.of());
    }

    /** Holders to which some of it came out of runs. */
    Set<Long> origins() {
        return outputs.keySet();
    }

    /** How many steps tell that it came out of runs. */
    int outputCount() {
        return outputCount;
    }
}
