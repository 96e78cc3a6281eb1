package io.lotwire.compliance.sheet;

import io.lotwire.compliance.TrackingEvent;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A sheet of a spreadsheet.
 *
 * @param name its name, to the character
 * @param kind which critical tracking events fill it; empty where none that documents tell
 * @param headerRow the row of its headers, from 1
 * @param columns in order
 */
public record Tab(String name, Optional<TrackingEvent> kind, int headerRow, List<Column> columns) {
    public Tab {
        columns = List.copyOf(columns);
    }

    /** One with headers in its first row, that no events fill by columns. */
    static Tab of(String name, String... headers) {
        return new Tab(
                name,
                Optional.empty(),
                1,
                Arrays.stream(headers).map(Column::of).toList());
    }
}
