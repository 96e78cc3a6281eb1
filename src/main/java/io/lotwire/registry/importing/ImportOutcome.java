package io.lotwire.registry.importing;

import io.lotwire.problem.Problem;
import io.lotwire.registry.master.RecordKind;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What became of a file.
 *
 * @param counts how many records of each kind that is in it
 * @param problems what is wrong with it; with an error among them nothing of it was kept
 */
public record ImportOutcome(Map<RecordKind, Counts> counts, List<Problem> problems) {
    public ImportOutcome {
        Map<RecordKind, Counts> ordered = new EnumMap<>(RecordKind.class);
        ordered.putAll(counts);
        counts = Collections.unmodifiableMap(ordered);
        problems = List.copyOf(problems);
    }

    /**
     * Records.
     *
     * @param fresh those that were not known
     * @param changed those of which a fact was filled or corrected
     * @param unchanged those of which all was known
     */
    public record Counts(long fresh, long changed, long unchanged) {}

    /** Whether there was nothing wrong. */
    public boolean isGood() {
        return problems.isEmpty();
    }
}
