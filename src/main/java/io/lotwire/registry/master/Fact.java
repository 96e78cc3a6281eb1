package io.lotwire.registry.master;

import java.util.Locale;

/**
 * A fact of a record.
 *
 * @param name its name in CSV, as in {@code lot-csv}: words joined by underscores
 * @param column its column in the table of its kind, {@code ""} when it is kept elsewhere
 * @param type what it may say
 */
public record Fact(String name, String column, FactType type) {
    static Fact of(String name, FactType type) {
        return new Fact(name, name, type);
    }

    /** Its name in JSON: {@code bestBefore}. */
    public String jsonName() {
        StringBuilder json = new StringBuilder();
        for (String word : name.split("_")) {
            json.append(json.length() == 0 ? word : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1));
        }
        return json.toString();
    }

    /** Whether it is a column of its table. */
    public boolean isColumn() {
        return !column.isEmpty();
    }
}
