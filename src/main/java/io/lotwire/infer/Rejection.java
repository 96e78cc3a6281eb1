package io.lotwire.infer;

import io.lotwire.problem.Problem;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A transaction set of a sample that is rejected, and so only looked into: nothing of it counts as read.
 *
 * @param document such as {@code 945}
 * @param errors why, at least one
 */
record Rejection(String document, List<Problem> errors) {
    Rejection {
        errors = List.copyOf(errors);
    }

    /** The codes of its errors, each once. */
    List<String> codes() {
        return errors.stream().map(error -> error.code().name()).distinct().toList();
    }

    /** The first error with its place, and the codes of the others. */
    @Override
    public String toString() {
        String others = codes().stream().skip(1).collect(Collectors.joining(", "));
        return Words.line(errors.get(0)) + (others.isEmpty() ? "" : " (Also " + others + ".)");
    }
}
