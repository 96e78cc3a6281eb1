package io.lotwire.mapping;

import io.lotwire.lot.LotEvent;
import io.lotwire.lot.Purpose;
import io.lotwire.problem.Problem;
import java.util.ArrayList;
import java.util.List;

/**
 * What a mapping made of one transaction set.
 *
 * @param documentNumber the document's own number, such as BSN02; {@code ""} when it has none
 * @param purpose what the document means to do with what was said before
 * @param events its lot events, in document order; none when there is an error among the problems
 * @param problems what is wrong with it
 */
public record Translation(String documentNumber, Purpose purpose, List<LotEvent> events, List<Problem> problems) {
    public Translation {
        events = List.copyOf(events);
        problems = List.copyOf(problems);
    }

    /** The same with these events, and more problems; without any event when one of them is an error. */
    public Translation with(List<LotEvent> others, List<Problem> more) {
        List<Problem> all = new ArrayList<>(problems);
        all.addAll(more);
        boolean good = all.stream().noneMatch(Problem::isError);
        return new Translation(documentNumber, purpose, good ? others : List.of(), all);
    }
}
