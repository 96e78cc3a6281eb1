package io.lotwire.ledger;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.lotwire.problem.Problem;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The jsonb columns: maps of text, and problems with their place in words. */
final class Json {
    private static final ObjectMapper MAPPER =
            new ObjectMapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

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

    static String writeProblems(List<Problem> problems) {
        return write(problems.stream().map(Json::problem).toList());
    }

    /** Those of a translation, which a release takes away, as the set is translated anew. */
    static String writeTranslated(List<Problem> problems) {
        return write(
                problems.stream().map(each -> new Translated(problem(each))).toList());
    }

    private record Translated(@JsonUnwrapped StoredProblem problem, String stage) {
        Translated(StoredProblem problem) {
            this(problem, "translation");
        }
    }

    static List<StoredProblem> readProblems(String json) {
        try {
            return MAPPER.readValue(json, new TypeReference<List<StoredProblem>>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not a list of problems: " + json, e);
        }
    }

    private static StoredProblem problem(Problem problem) {
        return new StoredProblem(
                problem.code().name(),
                problem.severity().name().toLowerCase(Locale.ROOT),
                problem.place().toString(),
                problem.message());
    }
}
