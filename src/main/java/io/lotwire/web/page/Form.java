package io.lotwire.web.page;

import io.lotwire.ledger.Keyset;
import io.lotwire.question.AskedParameters;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The filters of a list, as they stand in its address; what is wrong with them is told above the list, which is shown all the same. */
final class Form {
    private static final String AFTER = "after";

    private final String path;
    private final Map<String, String> values = new TreeMap<>();
    private final AskedParameters asked;

    /**
     * @param path the address of the list
     * @param given the parameters that came
     * @param names those that the list has, beside {@code after}
     */
    Form(String path, Map<String, List<String>> given, Set<String> names) {
        this.path = path;
        Set<String> known = new TreeSet<>(names);
        known.add(AFTER);
        this.asked = new AskedParameters(given, known, Set.of());
        names.forEach(name -> asked.text(name).ifPresent(value -> values.put(name, value)));
    }

    /** Reads its values. */
    AskedParameters asked() {
        return asked;
    }

    /** After which row the list begins. */
    Optional<Keyset> after(Keyset.Order order) {
        Optional<String> cursor = asked.text(AFTER);
        if (cursor.isEmpty()) {
            return Optional.empty();
        }
        Keyset.Reading reading = Keyset.read(cursor.get(), question(), order);
        if (reading instanceof Keyset.Reading.Good good) {
            return Optional.of(good.keyset());
        }
        asked.wrong("The address is of a list with other filters: this one is shown from its beginning.");
        return Optional.empty();
    }

    private String question() {
        return path + values;
    }

    /** What a filter says; {@code ""} for nothing. */
    public String value(String name) {
        return values.getOrDefault(name, "");
    }

    /** Whether any filter says something. */
    public boolean isFiltered() {
        return !values.isEmpty();
    }

    /** All that is wrong. */
    public List<String> getProblems() {
        return asked.problems();
    }

    /** The address of the rest of the list; {@code ""} at its end. */
    public String rest(Optional<Keyset> next) {
        return next.map(keyset -> path + "?" + query() + AFTER + "=" + keyset.cursor(question()))
                .orElse("");
    }

    /** The address of the whole list as CSV, with the same filters. */
    public String getCsv() {
        return path + "/list.csv" + (values.isEmpty() ? "" : "?" + query());
    }

    private String query() {
        return values.entrySet().stream()
                .map(value -> value.getKey() + "=" + URLEncoder.encode(value.getValue(), StandardCharsets.UTF_8) + "&")
                .collect(Collectors.joining());
    }
}
