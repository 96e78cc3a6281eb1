package io.lotwire.question;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * What is answered to a trace.
 *
 * @param answers an answer for each lot code that was found
 * @param more how many lots there are beside these
 * @param ofLot whether the lots of one code were asked for: then there is one answer, known or not
 */
public record TraceAnswers(List<TraceAnswer> answers, int more, boolean ofLot) {
    public TraceAnswers {
        answers = List.copyOf(answers);
    }

    /** Whether any document names one of the lots. */
    public boolean isKnown() {
        return answers.stream().anyMatch(TraceAnswer::isKnown);
    }

    /** As one JSON object: that of the lot, or {@code traces} and how many there are {@code more}. */
    public ObjectNode json() {
        if (ofLot) {
            return answers.get(0).json();
        }
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("more", more);
        ArrayNode all = json.putArray("traces");
        answers.forEach(answer -> all.add(answer.json()));
        return json;
    }
}
