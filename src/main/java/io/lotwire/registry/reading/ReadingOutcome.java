package io.lotwire.registry.reading;

import io.lotwire.problem.Problem;
import java.util.List;

/**
 * What became of a file of readings.
 *
 * @param readings how many are in it
 * @param fresh how many of them were not there before
 * @param trips what they mean, a report for each logger
 * @param raised of how many lots it was not known before that they were outside of what their products bear
 * @param problems what is wrong with the file; then nothing of it was kept
 */
public record ReadingOutcome(long readings, long fresh, List<TripReport> trips, int raised, List<Problem> problems) {
    public ReadingOutcome {
        trips = List.copyOf(trips);
        problems = List.copyOf(problems);
    }

    /** Whether there was nothing wrong. */
    public boolean isGood() {
        return problems.isEmpty();
    }
}
