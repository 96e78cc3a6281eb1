package io.lotwire.desk;

import io.lotwire.lot.Purpose;
import io.lotwire.mapping.Translator;
import io.lotwire.problem.Problem;
import java.util.List;

/**
 * What a document said beside its lot events.
 *
 * @param documentNumber its own number, such as BSN02; {@code ""} when it has none
 * @param purpose what it means to do with what was said before
 * @param problems what is wrong with it; with an error among them it gives no events
 */
public record Outcome(String documentNumber, Purpose purpose, List<Problem> problems) {
    public Outcome {
        problems = List.copyOf(problems);
    }

    static Outcome of(Translator.Outcome made) {
        return new Outcome(made.documentNumber(), made.purpose(), made.problems());
    }
}
