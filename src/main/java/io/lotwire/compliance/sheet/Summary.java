package io.lotwire.compliance.sheet;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a spreadsheet holds.
 *
 * @param rows below the headers of each sheet, by its name, in order
 * @param gaps key data elements that documents do not tell, and texts that no cell can hold
 */
public record Summary(Map<String, Long> rows, long gaps) {
    public Summary {
        rows = Collections.unmodifiableMap(new LinkedHashMap<>(rows));
    }

    /** All rows of critical tracking events. */
    public long events() {
        return rows.values().stream().mapToLong(Long::longValue).sum();
    }
}
