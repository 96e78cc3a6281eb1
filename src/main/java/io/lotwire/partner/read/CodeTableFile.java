package io.lotwire.partner.read;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.csv.CsvFactory;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import io.lotwire.lot.Gln;
import io.lotwire.lot.Gtin;
import io.lotwire.partner.PartnerFault;
import io.lotwire.problem.Place;
import io.lotwire.problem.Problem;
import io.lotwire.yaml.FileLine;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * A CSV file (RFC 4180, UTF-8) with the names of its columns in the first line; lines that start with {@code #} are
 * comments. A column {@code gtin} or {@code gln} must hold good ones.
 */
final class CodeTableFile {
    /** More than any catalogue of a partner, and little enough to be held in memory. */
    static final int MOST_ROWS = 500_000;

    private final String name;
    private final Consumer<Problem> problems;

    /**
     * @param name the file as its user knows it
     * @param problems is told what is wrong
     */
    CodeTableFile(String name, Consumer<Problem> problems) {
        this.name = name;
        this.problems = problems;
    }

    /**
     * Its rows, each the value of a column by the column's name.
     *
     * @param from the column whose values are there once each
     * @param to the column that it leads to
     */
    List<Map<String, String>> rows(String text, String from, String to) {
        List<Map<String, String>> rows = new ArrayList<>();
        CsvFactory csv = CsvFactory.builder()
                .enable(CsvParser.Feature.SKIP_EMPTY_LINES)
                .enable(CsvParser.Feature.ALLOW_COMMENTS)
                .build();
        try (JsonParser parser = csv.createParser(text.startsWith("\uFEFF") ? text.substring(1) : text)) {
            List<String> columns = fields(parser);
            if (!hasColumns(columns, from, to)) {
                return List.of();
            }
            Map<String, Integer> lines = new HashMap<>();
            Map<String, Integer> meanings = new HashMap<>();
            while (parser.nextToken() == JsonToken.START_ARRAY) {
                Line fields = rest(parser);
                int line = fields.number();
                Map<String, String> row = row(columns, fields.fields(), line);
                if (row.isEmpty() || !isGood(row, from, to, line)) {
                    continue;
                }
                Integer before = lines.putIfAbsent(row.get(from), line);
                if (before != null) {
                    report(
                            line,
                            PartnerFault.TABLE_KEY_REPEATED,
                            "'" + row.get(from) + "' stands in column '" + from + "' of line " + before
                                    + " already: keep one of them.");
                    continue;
                }
                Integer same = meanings.putIfAbsent(row.get(to), line);
                if (same != null) {
                    problems.accept(Problem.warning(
                            PartnerFault.TABLE_KEY_REPEATED,
                            new FileLine(name, line).place(),
                            "'" + row.get(to) + "' stands in column '" + to + "' of line " + same
                                    + " too: what is sent to the partner bears the '" + from + "' of that line."));
                }
                rows.add(row);
                if (rows.size() > MOST_ROWS) {
                    report(line, PartnerFault.TABLE_MALFORMED, "The table has more than " + MOST_ROWS + " rows.");
                    return List.of();
                }
            }
        } catch (IOException malformed) {
            problems.accept(Problem.error(
                    PartnerFault.TABLE_MALFORMED,
                    Place.inFile(name),
                    "The file is no CSV: fields are separated by commas, and quoted with \" where they hold one."));
        }
        return rows;
    }

    private boolean hasColumns(List<String> columns, String from, String to) {
        boolean all = true;
        for (String wanted : List.of(from, to)) {
            if (!columns.contains(wanted)) {
                report(
                        1,
                        PartnerFault.TABLE_MALFORMED,
                        "There is no column '" + wanted + "', the first line names " + String.join(", ", columns)
                                + ": add it, or name another in the profile.");
                all = false;
            }
        }
        return all;
    }

    private static List<String> fields(JsonParser parser) throws IOException {
        return parser.nextToken() == JsonToken.START_ARRAY ? rest(parser).fields() : List.of();
    }

    /** A line of the file; of one that a quoted field spreads over several, the one where the first field ends. */
    private record Line(int number, List<String> fields) {}

    private static Line rest(JsonParser parser) throws IOException {
        List<String> fields = new ArrayList<>();
        int number = 0;
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            number = number == 0 ? parser.currentLocation().getLineNr() : number;
            fields.add(parser.getText().strip());
        }
        return new Line(number, fields);
    }

    private Map<String, String> row(List<String> columns, List<String> fields, int line) {
        if (fields.size() != columns.size()) {
            report(
                    line,
                    PartnerFault.TABLE_MALFORMED,
                    "The line has " + fields.size() + " fields, but the first line" + " names " + columns.size()
                            + " columns: quote a field that holds a comma.");
            return Map.of();
        }
        Map<String, String> row = new LinkedHashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            row.put(columns.get(i), fields.get(i));
        }
        return row;
    }

    private boolean isGood(Map<String, String> row, String from, String to, int line) {
        boolean good = true;
        for (String key : List.of(from, to)) {
            if (row.get(key).isEmpty()) {
                report(
                        line,
                        PartnerFault.TABLE_MALFORMED,
                        "Column '" + key + "' is empty: fill it, or take the line out.");
                good = false;
            }
        }
        String gtin = row.getOrDefault("gtin", "");
        if (!gtin.isEmpty() && Gtin.parse(gtin).isEmpty()) {
            report(
                    line,
                    PartnerFault.VALUE_MALFORMED,
                    "'gtin' is '" + gtin
                            + "', but a GTIN has 8, 12, 13 or 14 digits and a check digit: look it up again.");
            good = false;
        }
        String gln = row.getOrDefault("gln", "");
        if (!gln.isEmpty() && Gln.parse(gln).isEmpty()) {
            report(
                    line,
                    PartnerFault.VALUE_MALFORMED,
                    "'gln' is '" + gln + "', but a GLN has 13 digits and a check digit: look it up again.");
            good = false;
        }
        return good;
    }

    private void report(int line, PartnerFault fault, String message) {
        problems.accept(Problem.error(fault, new FileLine(name, line).place(), message));
    }
}
