package io.lotwire.registry.walk;

import io.lotwire.registry.Moment;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Spreads from some lots to all places and lots that have to do with them, as far as the network is known. A bound only ever
 * becomes wider, so that cycles end.
 */
final class Trail {
    private final Network network;
    private final Sense sense;
    private final boolean surely;
    private final Set<Long> roots;

    private final Map<Long, Map<Long, Bound>> bounds = new LinkedHashMap<>();
    private final Map<Long, Bound> runs = new LinkedHashMap<>();
    private final Map<Long, Set<Use>> reached = new HashMap<>();
    private final Set<Long> whole = new HashSet<>();
    private final Set<Long> waitingLots = new LinkedHashSet<>();
    private final Set<Long> waitingRuns = new LinkedHashSet<>();
    private final Deque<Node> queue = new ArrayDeque<>();
    private final Set<Node> queued = new HashSet<>();

    /**
     * A trail that begins with lots as such: with all that ever happened to them.
     *
     * @param surely whether only what is stated without doubt counts, or all that may be
     */
    Trail(Network network, Sense sense, boolean surely, Collection<Long> roots) {
        this.network = network;
        this.sense = sense;
        this.surely = surely;
        this.roots = Set.copyOf(roots);
        for (long root : roots) {
            bounds.put(root, new LinkedHashMap<>());
            waitingLots.add(root);
        }
    }

    /** A lot at a place or on a logistic unit. */
    private record Node(long lot, long holder) {}

    /** Goes on as far as the network is known. */
    void spread() {
        taken(waitingLots).forEach(this::begin);
        taken(waitingRuns).forEach(this::pass);
        while (!queue.isEmpty()) {
            Node node = queue.remove();
            queued.remove(node);
            LotWays ways = network.ways(node.lot);
            if (ways == null) {
                waitingLots.add(node.lot);
            } else {
                follow(node, bounds.get(node.lot).get(node.holder), ways);
            }
        }
    }

    private static List<Long> taken(Set<Long> waiting) {
        List<Long> taken = List.copyOf(waiting);
        waiting.clear();
        return taken;
    }

    private void begin(long lot) {
        LotWays ways = network.ways(lot);
        if (ways == null) {
            waitingLots.add(lot);
            return;
        }
        openWhereWhole(lot, ways);
        bounds.get(lot).keySet().forEach(holder -> enqueue(new Node(lot, holder)));
    }

    /** All that ever happened to a lot has to do with the trail where all of it came out of runs that have. */
    private void openWhereWhole(long lot, LotWays ways) {
        if (whole.contains(lot)) {
            return;
        }
        boolean isRoot = roots.contains(lot);
        boolean isWhole = sense == Sense.FORWARD
                && ways.outputCount() > 0
                && reached.getOrDefault(lot, Set.of()).size() == ways.outputCount();
        if (isRoot || isWhole) {
            whole.add(lot);
            boolean everywhere = isRoot || !surely || ways.unexplained().isEmpty();
            (everywhere ? ways.holders() : ways.origins()).forEach(holder -> widen(lot, holder, Bound.OPEN));
        }
    }

    private void widen(long lot, long holder, Bound bound) {
        Map<Long, Bound> ofLot = bounds.get(lot);
        if (ofLot == null) {
            ofLot = new LinkedHashMap<>();
            bounds.put(lot, ofLot);
            if (network.ways(lot) == null) {
                waitingLots.add(lot);
            }
        }
        if (holder == Holder.NOWHERE) {
            return;
        }
        Bound before = ofLot.get(holder);
        Bound after = before == null ? bound : before.and(bound, sense);
        if (!after.equals(before)) {
            ofLot.put(holder, after);
            enqueue(new Node(lot, holder));
        }
    }

    private void enqueue(Node node) {
        if (queued.add(node)) {
            queue.add(node);
        }
    }

    private void follow(Node node, Bound bound, LotWays ways) {
        for (Edge edge : edges(ways, node.holder)) {
            pass(node.lot, edge, bound);
        }
        for (Use use : entries(ways, node.holder)) {
            if (isOn(use, bound)) {
                enter(use, bound);
            }
        }
        if (!surely) {
            followUntold(node, bound, ways);
        }
    }

    /** Goods that came from nobody knows where may have come from wherever the lot was, and went there likewise. */
    private void followUntold(Node node, Bound bound, LotWays ways) {
        if (sense == Sense.FORWARD) {
            ways.leaving(Holder.NOWHERE).forEach(edge -> pass(node.lot, edge, bound));
            ways.unexplained().forEach(holder -> widen(node.lot, holder, bound));
        } else if (ways.unexplained().contains(node.holder)) {
            for (Edge edge : ways.arriving(Holder.NOWHERE)) {
                if (isOn(edge, bound)) {
                    widen(node.lot, edge.from(), narrowed(bound, edge.leaves()));
                }
            }
        }
    }

    private void pass(long lot, Edge edge, Bound bound) {
        if (isOn(edge, bound)) {
            Moment there = sense == Sense.FORWARD ? edge.arrives() : edge.leaves();
            Moment here = sense == Sense.FORWARD ? edge.leaves() : edge.arrives();
            widen(lot, sense == Sense.FORWARD ? edge.to() : edge.from(), narrowed(bound, there == null ? here : there));
        }
    }

    private void enter(Use use, Bound bound) {
        Bound entered = narrowed(bound, use.when());
        Bound before = runs.get(use.run());
        Bound after = before == null ? entered : before.and(entered, sense);
        if (!after.equals(before)) {
            runs.put(use.run(), after);
            pass(use.run());
        }
    }

    private void pass(long run) {
        List<Use> uses = network.uses(run);
        if (uses == null) {
            waitingRuns.add(run);
            return;
        }
        Bound bound = runs.get(run);
        for (Use use : uses) {
            if (isExit(use) && isOn(use, bound)) {
                boolean isNew = reached.computeIfAbsent(use.lot(), key -> new LinkedHashSet<>())
                        .add(use);
                widen(use.lot(), use.holder(), narrowed(bound, use.when()));
                LotWays ways = network.ways(use.lot());
                if (isNew && ways != null) {
                    openWhereWhole(use.lot(), ways);
                }
            }
        }
    }

    /** Where the moment is surely within the bound, what follows from it begins there, else with the bound. */
    private Bound narrowed(Bound bound, Moment moment) {
        return moment != null && bound.allows(moment, sense, true) ? Bound.at(moment) : bound;
    }

    private boolean isOn(Edge edge, Bound bound) {
        Moment here = sense == Sense.FORWARD || edge.arrives() == null ? edge.leaves() : edge.arrives();
        return (edge.sure() || !surely) && bound.allows(here, sense, surely);
    }

    private boolean isOn(Use use, Bound bound) {
        return (use.sure() || !surely) && bound.allows(use.when(), sense, surely);
    }

    private List<Edge> edges(LotWays ways, long holder) {
        return sense == Sense.FORWARD ? ways.leaving(holder) : ways.arriving(holder);
    }

    private List<Use> entries(LotWays ways, long holder) {
        return sense == Sense.FORWARD ? ways.inputs(holder) : ways.outputs(holder);
    }

    private boolean isExit(Use use) {
        return use.step().output() == (sense == Sense.FORWARD);
    }

    /** The lots that it has come to. */
    Set<Long> lots() {
        return bounds.keySet();
    }

    /** The lots that it has come to and that must be known to go on. */
    Set<Long> waitingLots() {
        return Set.copyOf(waitingLots);
    }

    /** The runs of production likewise. */
    Set<Long> waitingRuns() {
        return Set.copyOf(waitingRuns);
    }

    /** The ways of a lot that are on the trail; what is on a unit goes where that goes. */
    Set<Flow> flows(long lot) {
        LotWays ways = network.ways(lot);
        Set<Flow> on = new LinkedHashSet<>();
        bounds.getOrDefault(lot, Map.of()).forEach((holder, bound) -> {
            List<Edge> edges = Holder.isPlace(holder) ? edges(ways, holder) : ways.leaving(holder);
            addFlows(edges, bound, on);
            if (!surely && sense == Sense.FORWARD) {
                addFlows(ways.leaving(Holder.NOWHERE), bound, on);
            }
        });
        return on;
    }

    private void addFlows(List<Edge> edges, Bound bound, Set<Flow> on) {
        for (Edge edge : edges) {
            if (edge.flow() != null && isOn(edge, bound)) {
                on.add(edge.flow());
            }
        }
    }

    /** Where the trail goes from a lot into runs of production. */
    Set<Use> entries(long lot) {
        LotWays ways = network.ways(lot);
        Set<Use> on = new LinkedHashSet<>();
        bounds.getOrDefault(lot, Map.of()).forEach((holder, bound) -> entries(ways, holder).stream()
                .filter(use -> isOn(use, bound))
                .forEach(on::add));
        return on;
    }

    /** Where the trail comes to a lot from runs of production. */
    Set<Use> exits(long lot) {
        return reached.getOrDefault(lot, Set.of());
    }
}
