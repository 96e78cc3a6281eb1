package io.lotwire.compliance.sheet;

import io.lotwire.compliance.Fact;
import io.lotwire.compliance.Location;
import io.lotwire.compliance.Statement;
import io.lotwire.compliance.Statements;
import io.lotwire.compliance.TrackingEvent;
import java.io.IOException;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A workbook of the Produce Traceability Initiative, as trade partners send each other: rows name locations by a text or a GLN, and
 * the sheet of locations says where they are.
 */
final class PtiSpreadsheet {
    private static final String LOCATIONS = "Locations";

    /** So many locations are listed at most; they are held in memory. */
    private static final int MOST_LOCATIONS = 50_000;

    private static final int GLN_COLUMN = 9;
    private static final List<String> PLACES = List.of("recipient", "from", "at", "source");

    private final Statements statements;
    private final Book book;
    private final Set<Location> locations = new LinkedHashSet<>();

    PtiSpreadsheet(Statements statements, Book book) {
        this.statements = statements;
        this.book = book;
    }

    /** Writes all of it; the book is not finished. */
    Summary write(List<Tab> tabs) throws IOException {
        Map<String, Long> rows = new LinkedHashMap<>();
        Set<TrackingEvent> kinds = EnumSet.noneOf(TrackingEvent.class);
        tabs.forEach(tab -> tab.kind().ifPresent(kinds::add));
        try (StatementSheets sheets = new StatementSheets(book, tabs)) {
            statements.forEach(kinds, statement -> {
                sheets.row(statement);
                learn(statement);
            });
            for (Tab tab : tabs) {
                boolean isOfLocations = tab.kind().isEmpty() && tab.name().equals(LOCATIONS);
                rows.put(
                        tab.name(),
                        isOfLocations
                                ? locations(sheets.sheet(tab), tab.columns().size())
                                : sheets.rows(tab));
            }
        }
        return new Summary(rows, 0);
    }

    private void learn(Statement statement) throws IOException {
        for (String place : PLACES) {
            Location location = new Location(
                    text(place, "gln", statement),
                    text(place, "name", statement),
                    text(place, "phone", statement),
                    text(place, "street", statement),
                    text(place, "city", statement),
                    text(place, "region", statement),
                    text(place, "postalCode", statement),
                    text(place, "country", statement));
            if (!location.equals(Location.UNKNOWN) && locations.add(location) && locations.size() > MOST_LOCATIONS) {
                throw new TooManyRows(LOCATIONS, MOST_LOCATIONS);
            }
        }
    }

    private static String text(String place, String part, Statement statement) {
        Object value = Fact.of(place + "." + part).in(statement);
        return value == null ? "" : value.toString();
    }

    private long locations(Book.Sheet sheet, int columns) throws IOException {
        for (Location each : locations) {
            Object[] cells = new Object[columns];
            Object[] told = {
                each.name(), each.phone(), each.street(), each.city(), each.region(), each.postalCode(), each.country()
            };
            System.arraycopy(told, 0, cells, 0, told.length);
            cells[GLN_COLUMN] = each.gln();
            for (int i = 0; i < cells.length; i++) {
                cells[i] = "".equals(cells[i]) ? null : cells[i];
            }
            sheet.row(cells);
        }
        return locations.size();
    }
}
