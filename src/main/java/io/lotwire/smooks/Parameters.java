package io.lotwire.smooks;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What a configuration tells of itself, in {@code params} of its {@code smooks.xml}.
 *
 * @param event {@code lotwire.event}: the type of its events where a field does not say it, {@code ""} when none
 * @param units {@code lotwire.units}: the list that codes of units are of, {@code ""} where the documents decide
 * @param records {@code lotwire.records}: the elements that are records of the file, one after the other; may be none
 * @param recordEnd {@code lotwire.recordEnd}: the byte that ends a record, a character or {@code LF}; -1 when not said
 * @param quote {@code lotwire.quote}: the byte between two of which no record ends; -1 when not said
 */
record Parameters(String event, String units, Set<String> records, int recordEnd, int quote) {
    static final String PREFIX = "lotwire.";

    Parameters {
        records = Set.copyOf(records);
    }

    /** Of parameters by their names. */
    static Parameters of(Map<String, String> parameters) {
        String records = parameters.getOrDefault(PREFIX + "records", "").strip();
        return new Parameters(
                parameters.getOrDefault(PREFIX + "event", "").toLowerCase(Locale.ROOT),
                parameters.getOrDefault(PREFIX + "units", "").strip(),
                records.isEmpty() ? Set.of() : Set.of(records.split("\\s+")),
                character(parameters.getOrDefault(PREFIX + "recordEnd", "")),
                character(parameters.getOrDefault(PREFIX + "quote", "")));
    }

    private static int character(String text) {
        return text.isEmpty() ? -1 : text.equals("LF") ? '\n' : text.charAt(0);
    }

    /** True when the place of a record in the file can be told. */
    boolean tellsPlaces() {
        return !records.isEmpty() && recordEnd >= 0;
    }
}
