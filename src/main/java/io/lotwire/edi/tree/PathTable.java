package io.lotwire.edi.tree;

import io.lotwire.edi.segment.Segment;
import io.lotwire.edi.segment.SegmentId;
import io.lotwire.edi.segment.Syntax;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Paths that are looked for together: a loop's segments are gone through once, whatever the number of paths. A table is
 * made once and serves any number of threads.
 */
public final class PathTable {
    private final Node top;

    private PathTable(Node top) {
        this.top = top;
    }

    /** Collects paths; each gets a number, from 0. */
    public static final class Builder {
        private final Plan plan = new Plan();
        private int count;

        /** Adds a path whose first value is wanted. */
        public int first(X12Path path) {
            return add(path, false);
        }

        /** Adds a path whose values are all wanted. */
        public int all(X12Path path) {
            return add(path, true);
        }

        private int add(X12Path path, boolean all) {
            Plan at = plan;
            for (X12Path.Step step : path.loops()) {
                at = at.inner.computeIfAbsent(step, each -> new Plan());
            }
            at.probes
                    .computeIfAbsent(path.segment().packed(), each -> new ArrayList<>())
                    .add(new Probe(count, all, path));
            return count++;
        }

        /** The table of what was added. */
        public PathTable build() {
            return new PathTable(plan.node());
        }
    }

    /** What the paths find in a loop; values that are {@code ""} are left out. */
    public PathFindings find(Loop loop) {
        return find(loop, 0, Integer.MAX_VALUE);
    }

    /**
     * The same, in a part of a loop.
     *
     * @param from the position in the set of the part's first segment
     * @param to the position of the first segment behind it
     */
    public PathFindings find(Loop loop, int from, int to) {
        PathFindings found = new PathFindings();
        top.find(loop, from, to, found);
        return found.inOrder();
    }

    /** What is looked for in a loop, while it is collected. */
    private static final class Plan {
        private final Map<Integer, List<Probe>> probes = new LinkedHashMap<>();
        private final Map<X12Path.Step, Plan> inner = new LinkedHashMap<>();

        Node node() {
            IntTable<Probes> segments = new IntTable<>(probes.size());
            probes.forEach((id, list) -> segments.put(id, new Probes(id, list)));
            Map<Integer, List<Inner>> byId = new LinkedHashMap<>();
            inner.forEach((step, plan) ->
                    byId.computeIfAbsent(step.packed(), id -> new ArrayList<>()).add(new Inner(step, plan.node())));
            IntTable<List<Inner>> loops = new IntTable<>(byId.size());
            byId.forEach(loops::put);
            return new Node(segments, loops);
        }
    }

    /** One path in the segment that it ends in. */
    private static final class Probe {
        private final int number;
        private final boolean all;
        private final X12Path path;
        private final boolean any;
        private final int first;
        private final int element;
        private final int component;
        private final int otherForm;

        Probe(int number, boolean all, X12Path path) {
            this.number = number;
            this.all = all;
            this.path = path;
            this.any = path.segment().value().isEmpty();
            this.first = path.segment().first();
            this.element = path.element();
            this.component = path.component();
            this.otherForm = path.otherForm();
        }

        int number() {
            return number;
        }

        /**
         * Whether the segment is one that the path ends in.
         *
         * @param itsFirst its first element as {@link SegmentId} packs it, in X12; {@link SegmentId#NONE} in EDIFACT
         */
        boolean wants(Segment segment, int itsFirst, PathFindings found) {
            boolean byNumber = first != SegmentId.NONE && itsFirst != SegmentId.NONE;
            boolean matches =
                    any || (byNumber ? first == itsFirst : path.segment().matches(segment));
            return matches && (all || !found.hasUpTo(number, segment.position()));
        }

        void take(Segment segment, Loop loop, int element, int component, PathFindings found) {
            String text = component == 0 ? segment.element(element) : segment.component(element, component);
            int stating = element;
            if (text.isEmpty() && otherForm > 0 && segment.syntax() == Syntax.X12) {
                stating = otherForm;
                text = segment.element(otherForm);
            }
            if (!text.isEmpty()) {
                found.add(number, new Value(text, segment, loop, stating, component));
            }
        }
    }

    private record Inner(X12Path.Step step, Node node) {}

    /** What is looked for in a loop: by the identifiers of its segments, and of the loops inside it. */
    private record Node(IntTable<Probes> segments, IntTable<List<Inner>> inner) {
        void find(Loop loop, int from, int to, PathFindings found) {
            for (Segment own : loop.own()) {
                Probes probes = segments.get(own.packedId());
                if (probes != null && own.position() >= from && own.position() < to) {
                    probes.apply(own, loop, false, found);
                }
            }
            SetTree tree = loop.tree();
            LoopTable table = tree.loops();
            for (int at = table.firstInner(loop.number()); at != LoopTable.NONE; at = table.beside(at)) {
                int id = tree.packedId(at);
                Probes probes = segments.get(id);
                List<Inner> deeper = inner.get(id);
                boolean sees = probes != null && probes.seesOpening();
                boolean inside = table.position(at) >= from && table.position(at) < to;
                if (inside && (sees || deeper != null)) {
                    Loop innerLoop = new Loop(tree, at, loop);
                    if (sees) {
                        probes.apply(innerLoop.first(), innerLoop, true, found);
                    }
                    findIn(innerLoop, deeper, found);
                }
            }
        }

        private static void findIn(Loop loop, List<Inner> deeper, PathFindings found) {
            if (deeper != null) {
                for (Inner each : deeper) {
                    if (each.step.matches(loop.first())) {
                        each.node.find(loop, 0, Integer.MAX_VALUE, found);
                    }
                }
            }
        }
    }

    /** What is looked for in segments with one identifier. */
    private static final class Probes {
        private static final Probe[] NO_PROBES = {};

        private final Probe[] elements;
        private final Probe[] qualified;
        private final Probe[] others;
        private final IntTable<Probe[]> byQualifier;
        private final long pairs;
        private final boolean[] closed;
        private final boolean seesOpening;

        Probes(int id, List<Probe> probes) {
            elements = probes.stream()
                    .filter(probe -> probe.path.qualifier().isEmpty())
                    .toArray(Probe[]::new);
            qualified = probes.stream()
                    .filter(probe -> !probe.path.qualifier().isEmpty() && !probe.path.isOfOthers())
                    .toArray(Probe[]::new);
            others = probes.stream().filter(probe -> probe.path.isOfOthers()).toArray(Probe[]::new);
            pairs = probes.stream().mapToLong(probe -> probe.path.pairs()).max().orElse(0);
            Map<Integer, List<Probe>> grouped = new LinkedHashMap<>();
            for (Probe probe : qualified) {
                grouped.computeIfAbsent(SegmentId.of(probe.path.qualifier()), each -> new ArrayList<>())
                        .add(probe);
            }
            byQualifier = new IntTable<>(grouped.size());
            grouped.forEach((qualifier, same) -> byQualifier.put(qualifier, same.toArray(Probe[]::new)));
            int most = probes.stream().mapToInt(Probe::number).max().orElse(0);
            closed = new boolean[most + 1];
            probes.forEach(probe -> closed[probe.number] = probe.path.isClosedTo(id));
            seesOpening = probes.stream().anyMatch(probe -> !closed[probe.number]);
        }

        /** False when the first segments of inner loops are none of any path's business. */
        boolean seesOpening() {
            return seesOpening;
        }

        void apply(Segment segment, Loop loop, boolean opening, PathFindings found) {
            boolean x12 = segment.syntax() == Syntax.X12;
            int first = x12 ? segment.packed(1) : SegmentId.NONE;
            for (Probe probe : elements) {
                if (!(opening && closed[probe.number]) && probe.wants(segment, first, found)) {
                    probe.take(segment, loop, probe.element, probe.component, found);
                }
            }
            if (pairs != 0 && x12) {
                pairs(segment, first, loop, opening, found);
            } else if (qualified.length + others.length > 0) {
                composites(segment, loop, opening, found);
            }
        }

        private void pairs(Segment segment, int first, Loop loop, boolean opening, PathFindings found) {
            int count = segment.elementCount();
            for (long left = pairs; left != 0; left &= left - 1) {
                int element = Long.numberOfTrailingZeros(left);
                if (element >= count) {
                    return;
                }
                Probe[] probes = byQualifier.get(segment.packed(element));
                for (Probe probe : probes == null ? others : probes) {
                    if (!(opening && closed[probe.number]) && probe.wants(segment, first, found)) {
                        probe.take(segment, loop, element + 1, 0, found);
                    }
                }
            }
        }

        private void composites(Segment segment, Loop loop, boolean opening, PathFindings found) {
            List<Integer> composites = (qualified.length == 0 ? others : qualified)[0].path.composites();
            for (int composite : composites) {
                boolean taken = false;
                for (Probe probe : qualified) {
                    if (segment.is(composite, 2, probe.path.qualifier())
                            && probe.path.segment().matches(segment)) {
                        taken = true;
                        if (!(opening && closed[probe.number]) && probe.wants(segment, SegmentId.NONE, found)) {
                            probe.take(segment, loop, composite, 1, found);
                        }
                    }
                }
                for (Probe probe : taken ? NO_PROBES : others) {
                    if (!(opening && closed[probe.number]) && probe.wants(segment, SegmentId.NONE, found)) {
                        probe.take(segment, loop, composite, 1, found);
                    }
                }
            }
        }
    }

    /** Objects by numbers that are not 0. */
    private static final class IntTable<T> {
        private static final int SPREAD = 0x9E3779B9;

        private final int[] keys;
        private final Object[] values;
        private final int shift;

        IntTable(int count) {
            int bits = Math.max(2, 33 - Integer.numberOfLeadingZeros(count));
            keys = new int[1 << bits];
            values = new Object[1 << bits];
            shift = 32 - bits;
        }

        void put(int key, T value) {
            int at = place(key);
            keys[at] = key;
            values[at] = value;
        }

        @SuppressWarnings("unchecked") // Only put fills it.
        T get(int key) {
            return (T) values[place(key)];
        }

        private int place(int key) {
            int at = (key * SPREAD) >>> shift;
            while (keys[at] != 0 && keys[at] != key) {
                at = (at + 1) & (keys.length - 1);
            }
            return at;
        }
    }
}
