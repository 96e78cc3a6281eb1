package io.lotwire.bench;

import io.lotwire.bench.Result.Row;
import io.lotwire.bench.Result.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/** Results as tables that a person can read. */
final class ReportText {
    private static final int LEFT = -1;

    private ReportText() {}

    static String of(List<Result> results) {
        StringBuilder text = new StringBuilder();
        for (Result result : results) {
            text.append(result.name()).append('\n');
            result.about().forEach(line -> text.append("  ").append(line).append('\n'));
            for (Table table : result.tables()) {
                text.append('\n').append(table.title()).append('\n');
                table(text, rows(table));
            }
            text.append("\nFigures\n");
            table(text, rows(result.figures()));
            result.figures().stream().filter(figure -> !figure.note().isEmpty()).forEach(figure -> text.append("  ")
                    .append(figure.what())
                    .append(": ")
                    .append(figure.note())
                    .append('\n'));
            text.append('\n').append(verdict(result)).append('\n');
        }
        return text.toString();
    }

    private static String verdict(Result result) {
        long missed = result.figures().stream().filter(figure -> !figure.met()).count();
        return missed == 0
                ? result.name() + ": every goal is met."
                : result.name() + ": " + missed + " of " + result.figures().size() + " goals are not met.";
    }

    private static List<List<String>> rows(Table table) {
        List<List<String>> rows = new ArrayList<>();
        List<String> head = new ArrayList<>(List.of(""));
        head.addAll(table.columns());
        rows.add(head);
        for (Row row : table.rows()) {
            List<String> cells = new ArrayList<>(List.of(row.name()));
            row.values().forEach(value -> cells.add(number(value)));
            rows.add(cells);
        }
        return rows;
    }

    private static List<List<String>> rows(List<Figure> figures) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("", "measured", "goal", "stretch", "met"));
        for (Figure figure : figures) {
            rows.add(List.of(
                    figure.what(),
                    amount(figure.measured(), figure.unit()),
                    goal(figure),
                    amount(figure.stretch(), figure.unit()),
                    figure.stretched() ? "yes, stretch" : figure.met() ? "yes" : "NO"));
        }
        return rows;
    }

    private static String goal(Figure figure) {
        return Double.isNaN(figure.goal())
                ? "-"
                : (figure.better() == Figure.Better.HIGHER ? ">= " : "<= ")
                        + amount(OptionalDouble.of(figure.goal()), figure.unit());
    }

    private static String amount(OptionalDouble value, String unit) {
        if (value.isEmpty()) {
            return "-";
        }
        return number(value.getAsDouble()) + (unit.equals("x") ? "x" : " " + unit);
    }

    static String number(double value) {
        int decimals = Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 2;
        return String.format(Locale.ROOT, "%." + decimals + "f", value);
    }

    private static void table(StringBuilder text, List<List<String>> rows) {
        int[] widths = IntStream.range(0, rows.get(0).size())
                .map(column -> rows.stream()
                        .mapToInt(row -> row.get(column).length())
                        .max()
                        .orElse(0))
                .toArray();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder("  ");
            for (int column = 0; column < widths.length; column++) {
                int width = column == 0 ? LEFT * widths[0] : widths[column];
                line.append(String.format(Locale.ROOT, "%" + (width == 0 ? "" : width) + "s  ", row.get(column)));
            }
            text.append(line.toString().stripTrailing()).append('\n');
        }
    }
}
