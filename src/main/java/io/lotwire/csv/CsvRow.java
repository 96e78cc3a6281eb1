package io.lotwire.csv;

import java.util.List;

/**
 * A row.
 *
 * @param line the line on which it begins, counted from 1
 * @param fields its fields, not undefused
 * @param isWhole false when something of it could not be read, which was told
 */
public record CsvRow(long line, List<String> fields, boolean isWhole) {
    public CsvRow {
        fields = List.copyOf(fields);
    }
}
