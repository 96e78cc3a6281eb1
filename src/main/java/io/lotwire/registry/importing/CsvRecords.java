package io.lotwire.registry.importing;

import io.lotwire.csv.CsvField;
import io.lotwire.csv.CsvPlace;
import io.lotwire.csv.CsvReader;
import io.lotwire.csv.CsvRow;
import io.lotwire.problem.Problem;
import io.lotwire.problem.Spelling;
import io.lotwire.registry.master.Fact;
import io.lotwire.registry.master.Listed;
import io.lotwire.registry.master.RecordKind;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Records in CSV: the first line names the columns, and thereby says of what kind they are. */
final class CsvRecords {
    private final String file;
    private final Optional<RecordKind> wanted;
    private final Consumer<Problem> problems;

    /**
     * @param file the file as its user knows it
     * @param wanted the kind; empty to see it by the columns
     * @param problems is told what is wrong
     */
    CsvRecords(String file, Optional<RecordKind> wanted, Consumer<Problem> problems) {
        this.file = file;
        this.wanted = wanted;
        this.problems = problems;
    }

    /** A column: of a fact, or of an attribute. */
    private record Column(String name, Optional<Fact> fact) {}

    /** Hands each good record over. */
    void each(InputStream bytes, Consumer<StatedRecord> records) throws IOException {
        CsvReader reader = new CsvReader(file, bytes, problems);
        Optional<CsvRow> header = reader.next();
        if (header.isEmpty()) {
            problems.accept(Problem.error(
                    ImportFault.FILE_EMPTY,
                    CsvPlace.of(file, 1).place(),
                    "There is nothing in the file: the first line names the columns, such as lot,gtin,expires."));
            return;
        }
        List<String> names = header.get().fields().stream()
                .map(field -> CsvField.undefused(field).strip())
                .toList();
        reader.name(names);
        if (!header.get().isWhole()) {
            return;
        }
        Optional<RecordKind> kind = kind(names);
        if (kind.isEmpty()) {
            return;
        }
        List<Column> columns = columns(reader, header.get().line(), names, kind.get());
        if (columns.size() < names.size()) {
            return;
        }
        for (Optional<CsvRow> row = reader.next(); row.isPresent(); row = reader.next()) {
            record(reader, row.get(), columns, kind.get()).ifPresent(records);
        }
    }

    private Optional<RecordKind> kind(List<String> names) {
        Optional<RecordKind> kind = wanted.or(() -> seen(names));
        if (kind.isEmpty()) {
            problems.accept(Problem.error(
                    ImportFault.KIND_UNKNOWN,
                    CsvPlace.of(file, 1).place(),
                    "The columns do not tell whether the rows are lots ('lot'), products ('gtin', 'product_id') or parties"
                            + " ('gln', 'duns', 'name'): name them so, or say it by --kind."));
        }
        return kind;
    }

    private static Optional<RecordKind> seen(List<String> names) {
        if (names.contains("lot")) {
            return Optional.of(RecordKind.LOT);
        }
        if (names.contains("gtin") || names.contains("product_id")) {
            return Optional.of(RecordKind.PRODUCT);
        }
        boolean isParty = names.contains("gln") || names.contains("duns") || names.contains("name");
        return isParty ? Optional.of(RecordKind.PARTY) : Optional.empty();
    }

    private List<Column> columns(CsvReader reader, long line, List<String> names, RecordKind kind) {
        List<String> known = kind.facts().stream().map(Fact::name).toList();
        List<Column> columns = new ArrayList<>();
        Set<String> before = new HashSet<>();
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            CsvPlace at = reader.place(line, i + 1);
            Optional<Fact> fact = kind.facts().stream()
                    .filter(each -> each.name().equals(name))
                    .findFirst();
            boolean isAttribute =
                    name.length() > RecordReading.ATTRIBUTES.length() && name.startsWith(RecordReading.ATTRIBUTES);
            if (fact.isEmpty() && !isAttribute) {
                problems.accept(Problem.error(
                        ImportFault.FACT_UNKNOWN,
                        at.place(),
                        "The column '" + name + "' is none of " + kind.plural() + "." + Spelling.suggestion(name, known)
                                + " Columns are " + String.join(", ", known)
                                + ", and attributes.NAME for what is yours."));
            } else if (!before.add(name)) {
                problems.accept(Problem.error(
                        ImportFault.FACT_REPEATED,
                        at.place(),
                        "The column '" + name + "' is there twice: keep one of them."));
            } else {
                columns.add(new Column(name, fact));
            }
        }
        return columns;
    }

    private Optional<StatedRecord> record(CsvReader reader, CsvRow row, List<Column> columns, RecordKind kind) {
        if (!row.isWhole()) {
            return Optional.empty();
        }
        if (row.fields().size() != columns.size()) {
            problems.accept(Problem.error(
                    ImportFault.FIELD_COUNT_WRONG,
                    CsvPlace.of(file, row.line()).place(),
                    "The row has " + row.fields().size() + " fields, but the first line names " + columns.size()
                            + " columns: quote a field that holds a separator."));
            return Optional.empty();
        }
        RecordReading reading = new RecordReading(kind, row.line(), problems);
        for (int i = 0; i < columns.size(); i++) {
            String value = CsvField.undefused(row.fields().get(i));
            Column column = columns.get(i);
            CsvPlace at = reader.place(row.line(), i + 1);
            if (column.fact().isEmpty()) {
                reading.attribute(column.name().substring(RecordReading.ATTRIBUTES.length()), value, at);
            } else if (column.fact().get().type().isList()) {
                reading.facts(column.fact().get(), Listed.ofField(value), at);
            } else {
                reading.fact(column.fact().get(), value, at);
            }
        }
        return reading.end(file);
    }
}
