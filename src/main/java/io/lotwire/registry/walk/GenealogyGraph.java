package io.lotwire.registry.walk;

import io.lotwire.registry.TracedParty;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Genealogies as a graph: a node for each lot at each place, and one for each run of production. Arrows go the way of the goods.
 *
 * @param nodes in the order in which they are told of
 * @param arrows between them, each pair once
 * @param more how many lots there are beside those that the genealogies name
 */
record GenealogyGraph(List<Node> nodes, List<Arrow> arrows, int more) {
    GenealogyGraph {
        nodes = List.copyOf(nodes);
        arrows = List.copyOf(arrows);
    }

    /** What a node stands for. */
    enum Kind {
        LOT,
        ASKED_LOT,
        RUN
    }

    /**
     * A lot at a place, or a run.
     *
     * @param lot the lot; empty for a run
     * @param lines what it is called, most important first
     */
    record Node(Kind kind, Optional<LotName> lot, List<String> lines) {
        Node {
            lines = List.copyOf(lines);
        }
    }

    /**
     * Goods on their way.
     *
     * @param from place of its node
     * @param to likewise
     * @param words how much, by unit
     * @param sure whether any of it is sure
     */
    record Arrow(int from, int to, String words, boolean sure) {}

    /** That of all of them. */
    static GenealogyGraph of(List<Genealogy> genealogies) {
        Builder builder = new Builder();
        genealogies.forEach(builder::add);
        return new GenealogyGraph(
                List.copyOf(builder.nodes.values()),
                builder.arrows(),
                genealogies.stream().mapToInt(Genealogy::more).sum());
    }

    /** Gathers it. */
    private static final class Builder {
        private final Map<String, Node> nodes = new LinkedHashMap<>();
        private final Map<Ends, Label> arrows = new LinkedHashMap<>();

        private record Ends(String from, String to) {}

        private List<Arrow> arrows() {
            Map<String, Integer> places = new LinkedHashMap<>();
            nodes.keySet().forEach(node -> places.put(node, places.size()));
            return arrows.entrySet().stream()
                    .map(each -> new Arrow(
                            places.get(each.getKey().from()),
                            places.get(each.getKey().to()),
                            each.getValue().words(),
                            each.getValue().sure))
                    .toList();
        }

        private void add(Genealogy genealogy) {
            Map<Long, LotName> lots = new LinkedHashMap<>();
            lots.put(genealogy.root().id(), genealogy.root());
            genealogy.lots().forEach(each -> lots.put(each.lot().id(), each.lot()));
            addWays(genealogy, genealogy.root(), genealogy.ways());
            genealogy.lots().forEach(each -> addWays(genealogy, each.lot(), each.ways()));
            for (Genealogy.RunOnTrail run : genealogy.runs()) {
                String node = "run" + run.run().id();
                nodes.put(
                        node,
                        new Node(
                                Kind.RUN,
                                Optional.empty(),
                                List.of("run " + run.run().number())));
                for (Use use : inOrder(run.inputs().keySet(), Use::step)) {
                    if (lots.containsKey(use.lot())) {
                        String lot = lot(genealogy, lots.get(use.lot()), use.place());
                        arrow(lot, node, use.step(), run.inputs().get(use));
                    }
                }
                for (Use use : inOrder(run.outputs().keySet(), Use::step)) {
                    if (lots.containsKey(use.lot())) {
                        String lot = lot(genealogy, lots.get(use.lot()), use.place());
                        arrow(node, lot, use.step(), run.outputs().get(use));
                    }
                }
            }
        }

        /** The same trail gives the same graph each time. */
        private static <T> List<T> inOrder(Collection<T> told, Function<T, Step> step) {
            return told.stream()
                    .sorted(Comparator.comparingLong(each -> step.apply(each).seq()))
                    .toList();
        }

        private void addWays(Genealogy genealogy, LotName lot, Map<Flow, Boolean> ways) {
            // A shipment and its receipt are one arrow: what was received counts, where anything was.
            Map<List<Integer>, List<Flow>> byWay = new LinkedHashMap<>();
            for (Flow flow : inOrder(ways.keySet(), Flow::step)) {
                byWay.computeIfAbsent(List.of(flow.from(), flow.to()), key -> new ArrayList<>())
                        .add(flow);
            }
            byWay.forEach((way, flows) -> {
                Collection<Flow> told = flows.stream()
                        .filter(flow -> flow.arrives() == null
                                || flow.arrives().equals(flow.step().when()))
                        .toList();
                for (Flow flow : told.isEmpty() ? flows : told) {
                    arrow(
                            lot(genealogy, lot, way.get(0)),
                            lot(genealogy, lot, way.get(1)),
                            flow.step(),
                            ways.get(flow));
                }
            });
        }

        private String lot(Genealogy genealogy, LotName lot, int place) {
            TracedParty party = genealogy.parties().get(place);
            String where = party == null ? "(not stated)" : party.name();
            String node = "lot" + lot.id() + "at" + where;
            Set<String> lines = new LinkedHashSet<>(List.of(lot.code(), lot.description(), where));
            lines.remove("");
            Kind kind = lot.id() == genealogy.root().id() ? Kind.ASKED_LOT : Kind.LOT;
            nodes.merge(
                    node,
                    new Node(kind, Optional.of(lot), List.copyOf(lines)),
                    (before, now) -> kind == Kind.ASKED_LOT ? now : before);
            return node;
        }

        private void arrow(String from, String to, Step step, boolean sure) {
            arrows.computeIfAbsent(new Ends(from, to), key -> new Label()).add(step, sure);
        }

        /** What goes along an arrow, by unit, and whether any of it is sure. */
        private static final class Label {
            private final Map<String, BigDecimal> sums = new TreeMap<>();
            /** A trail forwards and one backwards tell of the same steps. */
            private final Set<Step> counted = new HashSet<>();

            private boolean sure;

            void add(Step step, boolean isSure) {
                sure |= isSure;
                if (counted.add(step) && step.quantity() != null) {
                    sums.merge(step.unit(), step.quantity(), BigDecimal::add);
                }
            }

            String words() {
                return sums.entrySet().stream()
                        .map(each -> (each.getValue().toPlainString() + " " + each.getKey()).strip())
                        .collect(Collectors.joining(" + "));
            }
        }
    }
}
