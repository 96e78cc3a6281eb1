package io.lotwire.registry.master;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The entries of a fact that has several: in the database a JSON array, in a field of CSV with blanks between them. A blank or
 * percent sign within an entry is written {@code %20} or {@code %25} there.
 */
public final class Listed {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Listed() {}

    /** The entries in a field of CSV. */
    public static List<String> ofField(String field) {
        return Stream.of(field.split(" "))
                .filter(entry -> !entry.isEmpty())
                .map(entry -> entry.replace("%20", " ").replace("%25", "%"))
                .toList();
    }

    /** Entries as a field of CSV. */
    public static String field(List<String> entries) {
        return entries.stream()
                .map(entry -> entry.replace("%", "%25").replace(" ", "%20"))
                .collect(Collectors.joining(" "));
    }

    /** Entries as a JSON array. */
    public static String json(List<String> entries) {
        try {
            return MAPPER.writeValueAsString(entries);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not to be written as JSON: " + entries, e);
        }
    }

    /** The entries of a JSON array. */
    public static List<String> ofJson(String json) {
        try {
            return MAPPER.readValue(json, new TypeReference<List<String>>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not a JSON array of texts: " + json, e);
        }
    }
}
