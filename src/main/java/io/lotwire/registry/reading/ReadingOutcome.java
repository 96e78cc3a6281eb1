package io.lotwire.registry.reading;

import io.lotwire.problem.Problem;
import java.util.List;
import java.util.Set;

/**
 * What became of a file of readings.
 *
 * @param readings how many are in it
 * @param fresh how many of them were not there before
 * @param trips what they mean, a report for each logger
 * @param raised the numbers of the lots of which it was not known before that they were outside of what their products bear
 * @param problems what is wrong with the file; then nothing of it was kept
 */
public record ReadingOutcome(
        long readings, long fresh, List<TripReport> trips, Set<Long> raised, List<Problem> problems) {
    public ReadingOutcome {
        trips = List.copyOf(trips);
        raised = Set.copyOf(raised);
        problems = List.copyOf(problems);
    }

    /** Whether there was nothing wrong. */
    public boolean isGood() {
        return problems.isEmpty();
    }
}
