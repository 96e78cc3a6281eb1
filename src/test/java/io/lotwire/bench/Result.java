package io.lotwire.bench;

import java.util.List;

/**
 * What one benchmark measured.
 *
 * @param name of the benchmark
 * @param about sentences that tell how it was measured
 * @param tables what was measured, side by side
 * @param figures what follows from it, each with its goal
 */
public record Result(String name, List<String> about, List<Table> tables, List<Figure> figures) {
    public Result {
        about = List.copyOf(about);
        tables = List.copyOf(tables);
        figures = List.copyOf(figures);
    }

    /** True when every figure met its goal. */
    public boolean met() {
        return figures.stream().allMatch(Figure::met);
    }

    /**
     * Contestants side by side.
     *
     * @param title what they did
     * @param columns names of the measures
     * @param rows a contestant each
     */
    public record Table(String title, List<String> columns, List<Row> rows) {
        public Table {
            columns = List.copyOf(columns);
            rows = List.copyOf(rows);
        }
    }

    /**
     * A contestant.
     *
     * @param name its name
     * @param values its measures, in the order of the table's columns
     */
    public record Row(String name, List<Double> values) {
        public Row {
            values = List.copyOf(values);
        }
    }
}
