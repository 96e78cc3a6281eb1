package io.lotwire.registry.walk;

import io.lotwire.registry.walk.GenealogyGraph.Arrow;
import io.lotwire.registry.walk.GenealogyGraph.Kind;
import io.lotwire.registry.walk.GenealogyGraph.Node;
import io.lotwire.registry.walk.Layers.Slot;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Genealogies as a picture in SVG 1.1, which needs nothing beside it: from left to right as the goods went, a box for each lot at each
 * place, a rounded one for each run of production; what only may be is dashed. What is too long for a box is told whole when one points at it.
 */
public final class GenealogySvg {
    private static final int MARGIN = 16;
    private static final int BOX_WIDTH = 190;
    private static final int LINE_HEIGHT = 16;
    private static final int PADDING = 8;
    private static final int COLUMN_GAP = 90;
    private static final int ROW_GAP = 14;
    private static final int WAYPOINT_HEIGHT = 14;
    private static final int RUN_RADIUS = 14;
    private static final int BASELINE = 12;
    private static final int MOST_CHARACTERS = 26;

    /** Of control characters, XML 1.0 can have but three. */
    private static final String NOT_IN_XML = "[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\uFFFE\\uFFFF]";

    private static final String STYLE = """
              <style>
                svg { background: #fff; color: #1b1f24; font: 12px system-ui, sans-serif; }
                .box { fill: #f6f8fa; stroke: #57606a; }
                .asked { fill: #ddf4ff; stroke: #0550ae; stroke-width: 2; }
                .run { fill: #fff8c5; stroke: #7d4e00; }
                .way { fill: none; stroke: #57606a; }
                .may { stroke-dasharray: 5 4; }
                .first { font-weight: 600; }
                text { fill: currentColor; }
                .halo { paint-order: stroke; stroke: #fff; stroke-width: 3px; }
                @media (prefers-color-scheme: dark) {
                  svg { background: #0d1117; color: #e6edf3; }
                  .box { fill: #161b22; stroke: #8b949e; }
                  .asked { fill: #0c2d6b; stroke: #58a6ff; }
                  .run { fill: #341a00; stroke: #d29922; }
                  .way { stroke: #8b949e; }
                  .halo { stroke: #0d1117; }
                }
              </style>
            """;

    /** Its style, {@code ""} where it is that of the page around it. */
    private final String style;

    /** Where a lot is told of; {@code ""} for nowhere. */
    private final Function<LotName, String> addresses;

    private final GenealogyGraph graph;
    private final Layers layers;
    private final Map<Slot, Integer> tops = new HashMap<>();
    private final StringBuilder text = new StringBuilder();
    private int height;

    private GenealogySvg(GenealogyGraph graph, String style, Function<LotName, String> addresses) {
        this.graph = graph;
        this.style = style;
        this.addresses = addresses;
        this.layers = Layers.of(graph);
    }

    /** One picture of all of them; lines end with a line feed. */
    public static String of(List<Genealogy> genealogies) {
        return new GenealogySvg(GenealogyGraph.of(genealogies), STYLE, lot -> "").drawn();
    }

    /**
     * One picture of all of them for a page of HTML, whose style says how its classes look: {@code box}, {@code asked}, {@code run},
     * {@code way}, {@code may}, {@code first} and {@code halo}.
     *
     * @param addresses where a lot is told of: its box leads there
     */
    public static String inPage(List<Genealogy> genealogies, Function<LotName, String> addresses) {
        return new GenealogySvg(GenealogyGraph.of(genealogies), "", addresses).drawn();
    }

    private String drawn() {
        stack();
        int width = Math.max(1, layers.columns().size()) * (BOX_WIDTH + COLUMN_GAP) - COLUMN_GAP + 2 * MARGIN;
        int whole = height + (graph.more() > 0 ? 2 * LINE_HEIGHT : 0);
        text.append(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" viewBox=\"0 0 %d %d\" role=\"%s\">%n"
                        .formatted(width, whole, width, whole, style.isEmpty() ? "group" : "img")
                        .replace("\r", ""));
        text.append("  <title>")
                .append(escaped(title()))
                .append("</title>\n")
                .append(style)
                .append("""
                  <defs>
                    <marker id="arrow" viewBox="0 0 8 8" refX="8" refY="4" markerWidth="8" markerHeight="8" orient="auto">
                      <path d="M0 0 8 4 0 8z" fill="context-stroke"/>
                    </marker>
                  </defs>
                """);
        for (int i = 0; i < graph.arrows().size(); i++) {
            drawWay(graph.arrows().get(i), layers.route(i));
        }
        tops.keySet().stream()
                .filter(slot -> !slot.isWaypoint())
                .sorted((one, other) -> Integer.compare(one.node(), other.node()))
                .forEach(this::drawNode);
        for (int i = 0; i < graph.arrows().size(); i++) {
            drawWords(graph.arrows().get(i), layers.route(i));
        }
        if (graph.more() > 0) {
            text.append("  <text x=\"")
                    .append(MARGIN)
                    .append("\" y=\"")
                    .append(height + LINE_HEIGHT)
                    .append("\">And ")
                    .append(graph.more())
                    .append(" more lots.</text>\n");
        }
        return text.append("</svg>\n").toString();
    }

    private String title() {
        return graph.nodes().stream()
                .filter(node -> node.kind() == Kind.ASKED_LOT)
                .findFirst()
                .map(node -> "Where lot " + node.lines().get(0) + " came from, and where it went")
                .orElse("No lot is told of");
    }

    /** Puts each column's slots one below the other, all columns around one middle. */
    private void stack() {
        int tallest = layers.columns().stream().mapToInt(this::heightOf).max().orElse(0);
        for (List<Slot> column : layers.columns()) {
            int top = MARGIN + (tallest - heightOf(column)) / 2;
            for (Slot slot : column) {
                tops.put(slot, top);
                top += heightOf(slot) + ROW_GAP;
            }
        }
        height = tallest + 2 * MARGIN;
    }

    private int heightOf(List<Slot> column) {
        return column.stream().mapToInt(this::heightOf).sum() + ROW_GAP * Math.max(0, column.size() - 1);
    }

    private int heightOf(Slot slot) {
        return slot.isWaypoint()
                ? WAYPOINT_HEIGHT
                : graph.nodes().get(slot.node()).lines().size() * LINE_HEIGHT + 2 * PADDING;
    }

    private static int left(Slot slot) {
        return MARGIN + slot.column() * (BOX_WIDTH + COLUMN_GAP);
    }

    private static int right(Slot slot) {
        return left(slot) + BOX_WIDTH;
    }

    private int middle(Slot slot) {
        return tops.get(slot) + heightOf(slot) / 2;
    }

    private void drawWay(Arrow arrow, List<Slot> route) {
        StringBuilder path = new StringBuilder("M" + right(route.get(0)) + " " + middle(route.get(0)));
        for (int i = 1; i < route.size(); i++) {
            Slot from = route.get(i - 1);
            Slot to = route.get(i);
            int bend = COLUMN_GAP / 2;
            path.append(" C")
                    .append(right(from) + bend)
                    .append(' ')
                    .append(middle(from))
                    .append(' ')
                    .append(left(to) - bend)
                    .append(' ')
                    .append(middle(to))
                    .append(' ')
                    .append(left(to))
                    .append(' ')
                    .append(middle(to));
            if (to.isWaypoint()) {
                path.append(" H").append(right(to));
            }
        }
        text.append("  <path class=\"way")
                .append(arrow.sure() ? "" : " may")
                .append("\" marker-end=\"url(#arrow)\" d=\"")
                .append(path)
                .append("\"/>\n");
    }

    private void drawWords(Arrow arrow, List<Slot> route) {
        if (!arrow.words().isEmpty()) {
            text.append("  <text class=\"halo\" text-anchor=\"middle\" x=\"")
                    .append((right(route.get(0)) + left(route.get(1))) / 2)
                    .append("\" y=\"")
                    .append((middle(route.get(0)) + middle(route.get(1))) / 2 - 2)
                    .append("\">")
                    .append(escaped(arrow.words()))
                    .append("</text>\n");
        }
    }

    private void drawNode(Slot slot) {
        Node node = graph.nodes().get(slot.node());
        String shape =
                switch (node.kind()) {
                    case RUN -> "run\" rx=\"" + RUN_RADIUS;
                    case LOT -> "box\" rx=\"3";
                    case ASKED_LOT -> "asked\" rx=\"3";
                };
        String address = node.lot().map(addresses).orElse("");
        text.append("  ")
                .append(address.isEmpty() ? "<g>" : "<a href=\"" + escaped(address) + "\">")
                .append("<title>")
                .append(escaped(String.join(", ", node.lines())))
                .append("</title><rect class=\"")
                .append(shape)
                .append("\" x=\"")
                .append(left(slot))
                .append("\" y=\"")
                .append(tops.get(slot))
                .append("\" width=\"")
                .append(BOX_WIDTH)
                .append("\" height=\"")
                .append(heightOf(slot))
                .append("\"/>");
        int y = tops.get(slot) + PADDING + BASELINE;
        for (String line : node.lines()) {
            text.append("<text")
                    .append(line.equals(node.lines().get(0)) ? " class=\"first\"" : "")
                    .append(" x=\"")
                    .append(left(slot) + PADDING)
                    .append("\" y=\"")
                    .append(y)
                    .append("\">")
                    .append(escaped(shortened(line)))
                    .append("</text>");
            y += LINE_HEIGHT;
        }
        text.append(address.isEmpty() ? "</g>\n" : "</a>\n");
    }

    private static String shortened(String line) {
        int characters = line.codePointCount(0, line.length());
        return characters <= MOST_CHARACTERS
                ? line
                : line.substring(0, line.offsetByCodePoints(0, MOST_CHARACTERS - 1)) + "\u2026";
    }

    /** A text as XML 1.0 has it. */
    private static String escaped(String text) {
        return text.replaceAll(NOT_IN_XML, "\uFFFD")
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
