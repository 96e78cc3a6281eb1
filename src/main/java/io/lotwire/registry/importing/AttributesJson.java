package io.lotwire.registry.importing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;

/** Further facts by their names, as a JSON object of texts. */
final class AttributesJson {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String NONE = "{}";

    private AttributesJson() {}

    static String of(Map<String, String> attributes) {
        if (attributes.isEmpty()) {
            return NONE;
        }
        try {
            return MAPPER.writeValueAsString(attributes);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not to be written as JSON: " + attributes, e);
        }
    }
}
