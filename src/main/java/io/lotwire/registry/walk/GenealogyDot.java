package io.lotwire.registry.walk;

import io.lotwire.registry.TracedParty;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Genealogies as a graph in the language of Graphviz: a box for each lot at each place, an ellipse for each run of production; what
 * only may be is dashed. Arrows go the way of the goods.
 */
public final class GenealogyDot {
    private final Map<String, String> nodes = new LinkedHashMap<>();
    private final Map<Arrow, Label> arrows = new LinkedHashMap<>();

    private GenealogyDot() {}

    private record Arrow(String from, String to) {}

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

    /** One directed graph of all of them; lines end with a line feed. */
    public static String of(List<Genealogy> genealogies) {
        GenealogyDot dot = new GenealogyDot();
        genealogies.forEach(dot::add);
        return dot.written();
    }

    private void add(Genealogy genealogy) {
        Map<Long, LotName> lots = new LinkedHashMap<>();
        lots.put(genealogy.root().id(), genealogy.root());
        genealogy.lots().forEach(each -> lots.put(each.lot().id(), each.lot()));
        addWays(genealogy, genealogy.root(), genealogy.ways());
        genealogy.lots().forEach(each -> addWays(genealogy, each.lot(), each.ways()));
        for (Genealogy.RunOnTrail run : genealogy.runs()) {
            String node = "run" + run.run().id();
            nodes.put(node, "shape=ellipse, label=" + quoted("run " + run.run().number()));
            run.inputs().forEach((use, sure) -> {
                if (lots.containsKey(use.lot())) {
                    arrow(lot(genealogy, lots.get(use.lot()), use.place()), node, use.step(), sure);
                }
            });
            run.outputs().forEach((use, sure) -> {
                if (lots.containsKey(use.lot())) {
                    arrow(node, lot(genealogy, lots.get(use.lot()), use.place()), use.step(), sure);
                }
            });
        }
    }

    private void addWays(Genealogy genealogy, LotName lot, Map<Flow, Boolean> ways) {
        // A shipment and its receipt are one arrow: what was received counts, where anything was.
        Map<List<Integer>, List<Flow>> byWay = new LinkedHashMap<>();
        for (Flow flow : ways.keySet()) {
            byWay.computeIfAbsent(List.of(flow.from(), flow.to()), key -> new ArrayList<>())
                    .add(flow);
        }
        byWay.forEach((way, flows) -> {
            Collection<Flow> told = flows.stream()
                    .filter(flow -> flow.arrives() == null
                            || flow.arrives().equals(flow.step().when()))
                    .toList();
            for (Flow flow : told.isEmpty() ? flows : told) {
                arrow(lot(genealogy, lot, way.get(0)), lot(genealogy, lot, way.get(1)), flow.step(), ways.get(flow));
            }
        });
    }

    private String lot(Genealogy genealogy, LotName lot, int place) {
        TracedParty party = genealogy.parties().get(place);
        String where = party == null ? "(not stated)" : party.name();
        String node = "lot" + lot.id() + "at" + quoted(where);
        Set<String> lines = new LinkedHashSet<>(List.of(lot.code(), lot.description(), where));
        lines.remove("");
        nodes.put(
                node,
                "shape=box, label=" + quoted(String.join("\n", lines))
                        + (lot.id() == genealogy.root().id() ? ", style=bold" : ""));
        return node;
    }

    private void arrow(String from, String to, Step step, boolean sure) {
        arrows.computeIfAbsent(new Arrow(from, to), key -> new Label()).add(step, sure);
    }

    private String written() {
        StringBuilder text = new StringBuilder("digraph lots {\n  rankdir=LR;\n");
        Map<String, String> ids = new LinkedHashMap<>();
        nodes.forEach((node, attributes) -> {
            ids.put(node, "n" + ids.size());
            text.append("  ")
                    .append(ids.get(node))
                    .append(" [")
                    .append(attributes)
                    .append("];\n");
        });
        arrows.forEach((arrow, label) -> text.append("  ")
                .append(ids.get(arrow.from()))
                .append(" -> ")
                .append(ids.get(arrow.to()))
                .append(" [label=")
                .append(quoted(label.words()))
                .append(label.sure ? "" : ", style=dashed")
                .append("];\n"));
        return text.append("}\n").toString();
    }

    /** A text in the quotes of Graphviz, in which nothing but the text is said. */
    private static String quoted(String text) {
        return '"'
                + text.replace("\\", "\\\\")
                        .replace("\"", "\\\"")
                        .replace("\r", "")
                        .replace("\n", "\\n")
                + '"';
    }
}
