package io.lotwire.x12;

import io.lotwire.problem.Problem;
import java.util.List;

/**
 * An interchange after its last segment: what a TA1 says of it.
 *
 * @param header its ISA
 * @param groups its functional groups in order
 * @param acknowledgements the TA1 segments that it carries
 * @param problems problems of the interchange's envelope; those of groups and sets are with them
 */
public record InterchangeSummary(
        InterchangeHeader header,
        List<GroupSummary> groups,
        List<InterchangeAcknowledgement> acknowledgements,
        List<Problem> problems) {
    public InterchangeSummary {
        groups = List.copyOf(groups);
        acknowledgements = List.copyOf(acknowledgements);
        problems = List.copyOf(problems);
    }

    /** What became of its envelope; groups have verdicts of their own. */
    public Verdict verdict() {
        return Verdict.of(problems);
    }
}
