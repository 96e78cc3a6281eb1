package io.lotwire.gateway.question;

import io.lotwire.question.AskedParameters;
import io.lotwire.wire.api.ApiQuestions.Reply;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * A question that programs may ask.
 *
 * @param once its parameters that are there once at most
 * @param repeated those that may be there several times
 * @param answering answers it
 */
record Question(Set<String> once, Set<String> repeated, Function<AskedParameters, Reply> answering) {
    Question {
        once = Set.copyOf(once);
        repeated = Set.copyOf(repeated);
    }

    Question(Set<String> once, Function<AskedParameters, Reply> answering) {
        this(once, Set.of(), answering);
    }

    /** Answers it. */
    Reply ask(Map<String, List<String>> parameters) {
        return answering.apply(new AskedParameters(parameters, once, repeated));
    }
}
