package io.lotwire.ledger;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lotwire.ledger.StoredProblem.Stage;
import io.lotwire.problem.Place;
import io.lotwire.problem.Problem;
import java.util.Locale;

/** Problems in jsonb: their place in words, and its parts, those that are not known left out. */
final class ProblemJson {
    private static final String STAGE = "stage";

    private ProblemJson() {}

    static ObjectNode write(Problem problem, Stage stage) {
        ObjectNode node = JsonNodeFactory.instance
                .objectNode()
                .put("code", problem.code().name())
                .put("severity", problem.severity().name().toLowerCase(Locale.ROOT))
                .put("place", problem.place().toString())
                .put("message", problem.message());
        ObjectNode at = at(problem.place());
        if (!at.isEmpty()) {
            node.set("at", at);
        }
        if (stage != Stage.READING) {
            node.put(STAGE, stage.name().toLowerCase(Locale.ROOT));
        }
        return node;
    }

    private static ObjectNode at(Place place) {
        ObjectNode at = JsonNodeFactory.instance.objectNode();
        put(at, "interchange", place.interchange());
        put(at, "group", place.group());
        put(at, "transaction", place.transaction());
        put(at, "segment", place.segment());
        put(at, "segmentId", place.segmentId());
        put(at, "element", place.element());
        put(at, "component", place.component());
        put(at, "repetition", place.repetition());
        if (place.offset() >= 0) {
            at.put("offset", place.offset());
        }
        return at;
    }

    private static void put(ObjectNode at, String name, String text) {
        if (!text.isEmpty()) {
            at.put(name, text);
        }
    }

    private static void put(ObjectNode at, String name, int number) {
        if (number > 0) {
            at.put(name, number);
        }
    }

    static StoredProblem read(JsonNode node) {
        return new StoredProblem(
                node.path("code").asText(),
                node.path("severity").asText(),
                node.path("place").asText(),
                node.path("message").asText(),
                place(node.path("at")),
                Stage.valueOf(node.path(STAGE).asText(Stage.READING.name()).toUpperCase(Locale.ROOT)));
    }

    private static Place place(JsonNode at) {
        return new Place(
                "",
                at.path("interchange").asText(),
                at.path("group").asText(),
                at.path("transaction").asText(),
                at.path("segment").asInt(),
                at.path("segmentId").asText(),
                at.path("element").asInt(),
                at.path("component").asInt(),
                at.path("repetition").asInt(),
                at.path("offset").asLong(-1));
    }
}
