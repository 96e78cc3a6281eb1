package io.lotwire.lot.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.lotwire.lot.Word;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * The fields of a JSON object as it is read; the counterpart of {@link LeanJson}. Only here is JSON read into a tree: who
 * writes alone does not load what reading needs.
 */
final class JsonFields {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final JsonNode json;

    private JsonFields(JsonNode json) {
        this.json = json;
    }

    /**
     * Reads an object.
     *
     * @throws IllegalArgumentException when the text is no JSON
     */
    static JsonFields of(String text) {
        try {
            return new JsonFields(MAPPER.readTree(text));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not JSON: " + e.getOriginalMessage(), e);
        }
    }

    /** A text field, {@code ""} when it is absent. */
    String text(String name) {
        return json.path(name).asText("");
    }

    long number(String name) {
        return json.path(name).longValue();
    }

    /** A text field as what it is the text of, null when it is absent. */
    <T> T key(String name, Function<String, T> read) {
        JsonNode value = json.path(name);
        return value.isMissingNode() ? null : read.apply(value.asText());
    }

    /** The constant of a word, null when it is absent: {@code production-code} is {@code PRODUCTION_CODE}. */
    <E extends Enum<E>> E word(Class<E> type, String name) {
        return key(name, word -> Word.constant(type, word)
                .orElseThrow(() -> new IllegalArgumentException("'" + word + "' is no " + name + " of a lot event")));
    }

    BigDecimal decimal(String name) {
        return key(name, BigDecimal::new);
    }

    /** An object, null when it is absent. */
    <T> T object(String name, Function<JsonFields, T> read) {
        JsonNode value = json.path(name);
        return value.isMissingNode() ? null : read.apply(new JsonFields(value));
    }

    /** An object; one without fields when it is absent. */
    JsonFields fields(String name) {
        return new JsonFields(json.path(name));
    }

    /** The objects of a list, none when it is absent. */
    <T> List<T> list(String name, Function<JsonFields, T> read) {
        List<T> items = new ArrayList<>();
        json.path(name).forEach(each -> items.add(read.apply(new JsonFields(each))));
        return items;
    }

    /** The texts of a field that is one text or a list of them; none when it is absent. */
    List<String> texts(String name) {
        JsonNode value = json.path(name);
        if (value.isMissingNode()) {
            return List.of();
        }
        List<String> texts = new ArrayList<>();
        (value.isArray() ? value : List.of(value)).forEach(each -> texts.add(each.asText("")));
        return texts;
    }

    /** All values by their paths, such as {@code lot.code} or {@code references[1].value}. */
    SortedMap<String, String> byPath() {
        SortedMap<String, String> values = new TreeMap<>();
        add("", json, values);
        return values;
    }

    private static void add(String path, JsonNode node, Map<String, String> values) {
        if (node.isObject()) {
            for (Map.Entry<String, JsonNode> field : node.properties()) {
                add(path.isEmpty() ? field.getKey() : path + "." + field.getKey(), field.getValue(), values);
            }
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                add(path + "[" + i + "]", node.get(i), values);
            }
        } else {
            values.put(path, node.asText());
        }
    }
}
