package io.lotwire.partner.table;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A table of what a partner calls something and what we call it, from a CSV file.
 *
 * @param name what it is of, such as {@code items}
 * @param from the column with their word
 * @param to the column with ours
 * @param onMiss what is done with a word that it does not have
 * @param theirs the rows by their word, each the value of a column by the column's name; {@code ""} for an empty field
 * @param ours the rows by our word; the first, where several of theirs mean the same
 */
public record CodeTable(
        String name,
        String from,
        String to,
        OnMiss onMiss,
        Map<String, Map<String, String>> theirs,
        Map<String, Map<String, String>> ours) {

    /** What is done with a word that a table does not have. */
    public enum OnMiss {
        /** It is kept as it is, with an issue on the event. */
        KEEP,
        /** The same, and a warning. */
        WARN,
        /** The document is not used, or not sent. */
        REJECT
    }

    public CodeTable {
        theirs = Collections.unmodifiableMap(theirs);
        ours = Collections.unmodifiableMap(ours);
    }

    /** The table with these rows, in their order. */
    public static CodeTable of(String name, String from, String to, OnMiss onMiss, List<Map<String, String>> rows) {
        Map<String, Map<String, String>> theirs = new LinkedHashMap<>();
        Map<String, Map<String, String>> ours = new LinkedHashMap<>();
        for (Map<String, String> row : rows) {
            theirs.put(row.get(from), row);
            ours.putIfAbsent(row.get(to), row);
        }
        return new CodeTable(name, from, to, onMiss, theirs, ours);
    }

    /** The row of their word. */
    Optional<Map<String, String>> ofTheirs(String word) {
        return Optional.ofNullable(theirs.get(word));
    }

    /** The row of our word. */
    Optional<Map<String, String>> ofOurs(String word) {
        return Optional.ofNullable(ours.get(word));
    }
}
