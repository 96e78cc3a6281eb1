package io.lotwire.replay;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** The values of a lot event by their paths. */
final class EventFields {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final SortedMap<String, String> values = new TreeMap<>();

    private EventFields() {}

    /** Those of an event in JSON; which edition of the mapping made it is no difference. */
    static EventFields of(String json) {
        EventFields fields = new EventFields();
        try {
            fields.add("", JSON.readTree(json));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a lot event is stored that is no JSON", e);
        }
        fields.values.remove("source.mapping");
        return fields;
    }

    /** The same without where it was said: a document that came again says the same elsewhere. */
    EventFields withoutSource() {
        EventFields fields = new EventFields();
        values.forEach((path, value) -> {
            if (!path.startsWith("source.")) {
                fields.values.put(path, value);
            }
        });
        return fields;
    }

    /** Where its lot, or its item, was said: segment and byte. */
    String place() {
        return values.get("source.segment") + " " + values.get("source.offset");
    }

    /** What would be otherwise; its id is not told, for it follows from the rest. */
    List<FieldChange> changesTo(EventFields now) {
        TreeSet<String> paths = new TreeSet<>(values.keySet());
        paths.addAll(now.values.keySet());
        paths.remove("eventId");
        List<FieldChange> changes = new ArrayList<>();
        for (String path : paths) {
            String before = values.getOrDefault(path, "");
            String after = now.values.getOrDefault(path, "");
            if (!before.equals(after)) {
                changes.add(new FieldChange(path, before, after));
            }
        }
        return changes;
    }

    private void add(String path, JsonNode node) {
        if (node.isObject()) {
            for (Map.Entry<String, JsonNode> field : node.properties()) {
                add(path.isEmpty() ? field.getKey() : path + "." + field.getKey(), field.getValue());
            }
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                add(path + "[" + i + "]", node.get(i));
            }
        } else {
            values.put(path, node.asText());
        }
    }
}
