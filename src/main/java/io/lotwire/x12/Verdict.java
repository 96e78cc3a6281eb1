package io.lotwire.x12;

import io.lotwire.problem.Problem;
import java.util.Collection;

/** What became of a transaction set, group or interchange. */
public enum Verdict {
    ACCEPTED,
    /** Its data passes; the sender is told what to mend. */
    ACCEPTED_WITH_ERRORS,
    /** Some transaction sets of the group passed, others did not (X12 element 715, code P). */
    PARTLY_ACCEPTED,
    /** Its data may not pass. */
    REJECTED;

    /** The verdict that these problems lead to: an error rejects, a warning does not. */
    static Verdict of(Collection<Problem> problems) {
        if (problems.stream().anyMatch(Problem::isError)) {
            return REJECTED;
        }
        return problems.isEmpty() ? ACCEPTED : ACCEPTED_WITH_ERRORS;
    }
}
