package io.lotwire.ledger;

import io.lotwire.lot.Purpose;
import io.lotwire.problem.Problem;
import java.util.List;
import java.util.Optional;

/**
 * What the translation of a transaction set came to.
 *
 * @param setId which
 * @param progress what became of it
 * @param purpose what it is for, such as a cancellation
 * @param problems those of the translation, which are added to those of the reading
 * @param by the profile and the mapping that it was translated by; empty when there was none
 */
public record SetOutcome(
        long setId, SetProgress progress, Purpose purpose, List<Problem> problems, Optional<TranslatedBy> by) {
    public SetOutcome {
        problems = List.copyOf(problems);
    }

    /**
     * By what a set was translated.
     *
     * @param profile the sender's profile
     * @param mapping the mapping
     */
    public record TranslatedBy(Definition profile, Definition mapping) {}
}
