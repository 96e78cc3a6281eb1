package io.lotwire.registry.walk;

import io.lotwire.registry.walk.GenealogyGraph.Arrow;
import io.lotwire.registry.walk.GenealogyGraph.Node;
import java.util.List;

/**
 * Genealogies as a graph in the language of Graphviz: a box for each lot at each place, an ellipse for each run of production; what
 * only may be is dashed.
 */
public final class GenealogyDot {
    private GenealogyDot() {}

    /** One directed graph of all of them; lines end with a line feed. */
    public static String of(List<Genealogy> genealogies) {
        GenealogyGraph graph = GenealogyGraph.of(genealogies);
        StringBuilder text = new StringBuilder("digraph lots {\n  rankdir=LR;\n");
        for (int i = 0; i < graph.nodes().size(); i++) {
            text.append("  n")
                    .append(i)
                    .append(attributes(graph.nodes().get(i)))
                    .append(";\n");
        }
        for (Arrow arrow : graph.arrows()) {
            text.append("  n")
                    .append(arrow.from())
                    .append(" -> n")
                    .append(arrow.to())
                    .append(" [label=")
                    .append(quoted(arrow.words()))
                    .append(arrow.sure() ? "" : ", style=dashed")
                    .append("];\n");
        }
        return text.append("}\n").toString();
    }

    private static String attributes(Node node) {
        String label = "label=" + quoted(String.join("\n", node.lines()));
        return switch (node.kind()) {
            case RUN -> " [shape=ellipse, " + label + "]";
            case LOT -> " [shape=box, " + label + "]";
            case ASKED_LOT -> " [shape=box, " + label + ", style=bold]";
        };
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
