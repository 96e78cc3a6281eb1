package io.lotwire.compliance.sheet;

import io.lotwire.compliance.Fact;
import io.lotwire.compliance.KeyDataRules;
import io.lotwire.compliance.MissingElement;
import io.lotwire.compliance.Statement;
import io.lotwire.compliance.Statements;
import io.lotwire.compliance.TrackingEvent;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * FDA's electronic sortable spreadsheet (21 CFR 1.1455(c)(3)(ii)): its sheets, and after them those of ours with the gaps and what was
 * asked. What no document tells stays empty, and is listed as a gap. Sheets are written one after the other, so events are read anew
 * for the gaps.
 */
final class Spreadsheet {
    private final Statements statements;
    private final Book book;
    private final KeyDataRules rules = KeyDataRules.standard();
    private final Map<String, Long> rows = new LinkedHashMap<>();
    private boolean allWhole = true;

    Spreadsheet(Statements statements, Book book) {
        this.statements = statements;
        this.book = book;
    }

    /** Writes all of it; the book is not closed. */
    Summary write(About about) throws IOException {
        List<Tab> tabs = Layout.fda();
        for (Tab tab : tabs) {
            rows.put(tab.name(), tab(tab));
        }
        long gaps = gaps(tabs);
        Summary summary = new Summary(rows, gaps);
        about(about, tabs, summary);
        return summary;
    }

    private long tab(Tab tab) throws IOException {
        Counter counter = new Counter(tab);
        try (Book.Sheet sheet = book.sheet(tab)) {
            if (tab.kind().isPresent()) {
                List<Column> columns = tab.columns();
                statements.forEach(tab.kind().get(), statement -> {
                    counter.next();
                    sheet.row(cells(columns, statement));
                });
            }
        }
        return counter.count;
    }

    private Object[] cells(List<Column> columns, Statement statement) {
        Object[] cells = new Object[columns.size()];
        for (int i = 0; i < cells.length; i++) {
            cells[i] = cell(columns.get(i), statement);
            allWhole = allWhole && !(cells[i] instanceof String text && !book.holdsWhole(text));
        }
        return cells;
    }

    private static Object cell(Column column, Statement statement) {
        Fact fact = column.fact().orElse(null);
        return fact == null ? null : fact.in(statement);
    }

    private long gaps(List<Tab> tabs) throws IOException {
        Map<TrackingEvent, List<Column>> columns = tabs.stream()
                .filter(tab -> tab.kind().isPresent())
                .collect(Collectors.toMap(tab -> tab.kind().get(), Tab::columns));
        try (GapRows gaps = new GapRows(book)) {
            statements.forEach(statement -> {
                for (MissingElement missing : rules.missingIn(statement)) {
                    gaps.missing(statement, missing);
                }
                if (!allWhole) {
                    cutTexts(columns.get(statement.kind()), statement, gaps);
                }
            });
            return gaps.count();
        }
    }

    private void cutTexts(List<Column> columns, Statement statement, GapRows gaps) throws IOException {
        for (Column column : columns) {
            if (cell(column, statement) instanceof String text && !book.holdsWhole(text)) {
                gaps.notWhole(statement, column.header().replace('\n', ' '), text.length());
            }
        }
    }

    private void about(About about, List<Tab> tabs, Summary summary) throws IOException {
        try (Book.Sheet sheet = book.sheet(Tab.of("About", "What", "Value"))) {
            sheet.row("Asked for", about.asked().words());
            sheet.row("Written at", about.at().toString());
            sheet.row("Written by", about.version());
            sheet.row(
                    "Sheets",
                    "The first " + tabs.size() + " are those of FDA's electronic sortable spreadsheet. '" + GapRows.NAME
                            + "' and this one come after them and are ours.");
            sheet.row("Gaps", "What no document tells is left empty, and listed in '" + GapRows.NAME + "'.");
            sheet.row(
                    "Empty sheets",
                    "Nothing that is exchanged tells of: "
                            + tabs.stream()
                                    .filter(tab -> tab.kind().isEmpty())
                                    .map(tab -> tab.name().strip())
                                    .collect(Collectors.joining("; "))
                            + ".");
            for (Map.Entry<String, Long> tab : rows.entrySet()) {
                sheet.row("Rows of " + tab.getKey().strip(), BigDecimal.valueOf(tab.getValue()));
            }
            sheet.row("Rows of " + GapRows.NAME, BigDecimal.valueOf(summary.gaps()));
        }
    }

    private final class Counter {
        private final Tab tab;
        private long count;

        Counter(Tab tab) {
            this.tab = tab;
        }

        void next() throws TooManyRows {
            if (count == book.mostRows()) {
                throw new TooManyRows(tab.name(), book.mostRows());
            }
            count++;
        }
    }
}
