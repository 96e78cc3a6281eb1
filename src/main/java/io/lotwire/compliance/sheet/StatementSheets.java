package io.lotwire.compliance.sheet;

import io.lotwire.compliance.Fact;
import io.lotwire.compliance.Statement;
import io.lotwire.compliance.TrackingEvent;
import java.io.Closeable;
import java.io.IOException;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The sheets of a book that critical tracking events fill, a row each in the sheet of their kind; all are open side by side. */
final class StatementSheets implements Closeable {
    private final Book book;
    private final Map<Tab, Book.Sheet> sheets = new LinkedHashMap<>();
    private final Map<TrackingEvent, Filled> byKind = new EnumMap<>(TrackingEvent.class);

    /** Begins the sheets of tabs, those that nothing fills, too. */
    StatementSheets(Book book, List<Tab> tabs) throws IOException {
        this.book = book;
        for (Tab tab : tabs) {
            Book.Sheet sheet = book.sheet(tab);
            sheets.put(tab, sheet);
            tab.kind().ifPresent(kind -> byKind.put(kind, new Filled(tab, sheet)));
        }
    }

    /**
     * Writes the row of a statement, whose kind must have a sheet.
     *
     * @return the lengths of those of its texts that a cell does not hold to the character, by their headers
     */
    Map<String, Integer> row(Statement statement) throws IOException {
        return byKind.get(statement.kind()).row(statement);
    }

    /** So many rows are below the headers of a sheet. */
    long rows(Tab tab) {
        return tab.kind().map(kind -> byKind.get(kind).count).orElse(0L);
    }

    /** The sheet of a tab, for what is no statement. */
    Book.Sheet sheet(Tab tab) {
        return sheets.get(tab);
    }

    @Override
    public void close() throws IOException {
        for (Book.Sheet sheet : sheets.values()) {
            sheet.close();
        }
    }

    private final class Filled {
        private final Tab tab;
        private final Book.Sheet sheet;
        private final Fact[] facts;
        private final long most;
        private long count;

        Filled(Tab tab, Book.Sheet sheet) {
            this.tab = tab;
            this.sheet = sheet;
            this.facts = tab.columns().stream()
                    .map(column -> column.fact().orElse(null))
                    .toArray(Fact[]::new);
            this.most = book.mostRows() - (tab.headerRow() - 1);
        }

        Map<String, Integer> row(Statement statement) throws IOException {
            if (count == most) {
                throw new TooManyRows(tab.name(), most);
            }
            count++;
            Object[] cells = new Object[facts.length];
            Map<String, Integer> notWhole = Map.of();
            for (int i = 0; i < cells.length; i++) {
                cells[i] = facts[i] == null ? null : facts[i].in(statement);
                if (cells[i] instanceof String text && !book.holdsWhole(text)) {
                    notWhole = notWhole.isEmpty() ? new LinkedHashMap<>() : notWhole;
                    notWhole.put(tab.columns().get(i).header().replace('\n', ' '), text.length());
                }
            }
            sheet.row(cells);
            return notWhole;
        }
    }
}
