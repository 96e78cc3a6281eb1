package io.lotwire.recall;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The values of recalls as JSON, in the order of their components: the same value gives the same text. */
public final class RecallJson {
    private static final ObjectMapper JSON = new ObjectMapper()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .configure(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN, true)
            // Else an object would hold 4E+1 for the 40 that the text says.
            .setNodeFactory(JsonNodeFactory.withExactBigDecimals(true));

    private RecallJson() {}

    /** A value as text. */
    public static String text(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException noJson) {
            throw new IllegalArgumentException("it cannot be written as JSON", noJson);
        }
    }

    /** A value as an object, to say more in it. */
    public static ObjectNode object(Object value) {
        return JSON.valueToTree(value);
    }

    /** A value that was written by this. */
    static <T> T read(String text, Class<T> type) {
        try {
            return JSON.readValue(text, type);
        } catch (JsonProcessingException noJson) {
            throw new IllegalArgumentException("what is kept of a recall cannot be read", noJson);
        }
    }
}
