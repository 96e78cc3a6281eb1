package io.lotwire.edi.envelope;

import io.lotwire.edi.fault.Verdict;
import io.lotwire.problem.Problem;
import java.util.List;

/**
 * A functional group after its last segment: what a 997 says of it.
 *
 * @param header its GS
 * @param stated how many transaction sets its trailer states (GE01); how many came where the trailer is missing
 * @param sets its transaction sets in order
 * @param problems problems of the group's envelope; those of the sets are with the sets
 */
public record GroupSummary(GroupHeader header, int stated, List<SetSummary> sets, List<Problem> problems) {
    public GroupSummary {
        sets = List.copyOf(sets);
        problems = List.copyOf(problems);
    }

    /** How many transaction sets passed, with or without warnings. */
    public int accepted() {
        if (Verdict.of(problems) == Verdict.REJECTED) {
            return 0;
        }
        return (int)
                sets.stream().filter(set -> set.verdict() != Verdict.REJECTED).count();
    }

    /**
     * What became of the group (X12 element 715): rejected when its envelope is broken or none of its sets passed, partly
     * accepted when some did not pass.
     */
    public Verdict verdict() {
        Verdict envelope = Verdict.of(problems);
        if (envelope == Verdict.REJECTED || (accepted() == 0 && !sets.isEmpty())) {
            return Verdict.REJECTED;
        }
        if (accepted() < sets.size()) {
            return Verdict.PARTLY_ACCEPTED;
        }
        boolean clean =
                envelope == Verdict.ACCEPTED && sets.stream().allMatch(set -> set.verdict() == Verdict.ACCEPTED);
        return clean ? Verdict.ACCEPTED : Verdict.ACCEPTED_WITH_ERRORS;
    }
}
