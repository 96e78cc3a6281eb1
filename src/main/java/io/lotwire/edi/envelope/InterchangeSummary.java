package io.lotwire.edi.envelope;

import io.lotwire.edi.fault.EnvelopeProblems;
import io.lotwire.edi.fault.Fault;
import io.lotwire.edi.fault.Verdict;
import io.lotwire.edi.segment.Limits;
import io.lotwire.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

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

    /** The same interchange with its transaction sets as a partner's agreement judges them; acknowledgements stay. */
    public InterchangeSummary judged(UnaryOperator<SetSummary> agreement) {
        List<GroupSummary> judged = groups.stream()
                .map(group -> group.header().acknowledges()
                        ? group
                        : new GroupSummary(
                                group.header(),
                                group.stated(),
                                group.sets().stream().map(agreement).toList(),
                                group.problems()))
                .toList();
        return new InterchangeSummary(header, judged, acknowledgements, problems);
    }

    /**
     * The same interchange with a problem that only the caller can know: a sender or receiver without an agreement, an
     * interchange that came before.
     *
     * @param file name of the file
     * @param fault one of the interchange's faults, such as {@link Fault#INTERCHANGE_DUPLICATE}
     * @param element the element of ISA that shows it
     * @param message one sentence that names what was found and says how to mend it
     */
    public InterchangeSummary with(String file, Fault fault, int element, String message) {
        EnvelopeProblems more = new EnvelopeProblems(file, header.controlNumber(), "", Limits.USUAL.problemsPerSet());
        more.add(fault, header.segment(), element, message);
        List<Problem> all = new ArrayList<>(problems);
        all.addAll(more.list());
        return new InterchangeSummary(header, groups, acknowledgements, all);
    }
}
