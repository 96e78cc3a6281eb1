package io.lotwire.access;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** JSON as the database keeps it: it takes neither U+0000 nor half of a character of two, and what others wrote may have both. */
final class KeptJson {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final int REPLACEMENT = 0xFFFD;

    private KeptJson() {}

    /** The text of a value; U+FFFD stands where something cannot be kept. */
    static String of(JsonNode value) {
        return kept(value).toString();
    }

    private static JsonNode kept(JsonNode value) {
        if (value.isTextual()) {
            return NODES.textNode(kept(value.textValue()));
        }
        if (value.isObject()) {
            ObjectNode object = NODES.objectNode();
            value.properties().forEach(field -> object.set(kept(field.getKey()), kept(field.getValue())));
            return object;
        }
        if (value.isArray()) {
            ArrayNode array = NODES.arrayNode();
            value.forEach(each -> array.add(kept(each)));
            return array;
        }
        return value;
    }

    private static String kept(String text) {
        if (text.codePoints().allMatch(KeptJson::isKept)) {
            return text;
        }
        StringBuilder kept = new StringBuilder(text.length());
        text.codePoints().forEach(c -> kept.appendCodePoint(isKept(c) ? c : REPLACEMENT));
        return kept.toString();
    }

    private static boolean isKept(int c) {
        return c != 0 && Character.getType(c) != Character.SURROGATE;
    }
}
