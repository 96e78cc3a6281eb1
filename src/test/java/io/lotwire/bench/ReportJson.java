package io.lotwire.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lotwire.bench.Result.Row;
import io.lotwire.bench.Result.Table;
import java.util.List;
import java.util.Locale;

/** Results as JSON, for scripts. */
final class ReportJson {
    private static final ObjectMapper JSON = new ObjectMapper();

    private ReportJson() {}

    static String of(List<Result> results) throws JsonProcessingException {
        ArrayNode all = JSON.createArrayNode();
        for (Result result : results) {
            ObjectNode node = all.addObject().put("name", result.name()).put("met", result.met());
            ArrayNode about = node.putArray("about");
            result.about().forEach(about::add);
            ArrayNode tables = node.putArray("tables");
            result.tables().forEach(table -> add(tables.addObject(), table));
            ArrayNode figures = node.putArray("figures");
            result.figures().forEach(figure -> add(figures.addObject(), figure));
        }
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(all) + "\n";
    }

    private static void add(ObjectNode node, Table table) {
        node.put("title", table.title());
        ArrayNode rows = node.putArray("rows");
        for (Row row : table.rows()) {
            ObjectNode values = rows.addObject().put("name", row.name());
            for (int i = 0; i < table.columns().size(); i++) {
                values.put(table.columns().get(i), row.values().get(i));
            }
        }
    }

    private static void add(ObjectNode node, Figure figure) {
        node.put("what", figure.what()).put("unit", figure.unit());
        figure.measured().ifPresent(value -> node.put("measured", value));
        node.put("better", figure.better().name().toLowerCase(Locale.ROOT));
        if (!Double.isNaN(figure.goal())) {
            node.put("goal", figure.goal());
        }
        figure.stretch().ifPresent(value -> node.put("stretch", value));
        node.put("met", figure.met());
        if (!figure.note().isEmpty()) {
            node.put("note", figure.note());
        }
    }
}
