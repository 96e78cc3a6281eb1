package io.lotwire.ledger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.lotwire.ledger.StoredProblem.Stage;
import io.lotwire.problem.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The jsonb columns: maps of text, and problems. */
final class Json {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Json() {}

    static String write(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not to be written as JSON: " + value, e);
        }
    }

    static Map<String, String> readMap(String json) {
        try {
            return MAPPER.readValue(json, new TypeReference<LinkedHashMap<String, String>>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not a JSON object of texts: " + json, e);
        }
    }

    /** Problems that were found by reading. */
    static String writeProblems(List<Problem> problems) {
        return write(problems, Stage.READING);
    }

    /** Those of a translation, which a release takes away, as the set is translated anew. */
    static String writeTranslated(List<Problem> problems) {
        return write(problems, Stage.TRANSLATION);
    }

    private static String write(List<Problem> problems, Stage stage) {
        return write(problems.stream()
                .map(problem -> ProblemJson.write(problem, stage))
                .toList());
    }

    static List<StoredProblem> readProblems(String json) {
        try {
            List<StoredProblem> problems = new ArrayList<>();
            MAPPER.readTree(json).forEach(node -> problems.add(ProblemJson.read(node)));
            return problems;
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not a list of problems: " + json, e);
        }
    }
}
