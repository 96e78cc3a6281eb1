package io.lotwire.edi.envelope;

import io.lotwire.edi.fault.Finding;
import io.lotwire.edi.fault.Verdict;
import io.lotwire.problem.Place;
import io.lotwire.problem.Problem;
import java.util.List;

/**
 * What an acknowledgement says of one transaction set.
 *
 * @param id ST01
 * @param controlNumber ST02
 * @param convention ST03, the guide that it says it follows, {@code ""} when it does not
 * @param place where its ST is
 * @param findings what is wrong with it
 */
public record SetSummary(String id, String controlNumber, String convention, Place place, List<Finding> findings) {
    public SetSummary {
        findings = List.copyOf(findings);
    }

    public SetSummary(String id, String controlNumber, Place place, List<Finding> findings) {
        this(id, controlNumber, "", place, findings);
    }

    /** The same set, which says that it follows a guide (ST03). */
    public SetSummary following(String guide) {
        return new SetSummary(id, controlNumber, guide, place, findings);
    }

    /** The same with what was found in place of its findings. */
    public SetSummary with(List<Finding> found) {
        return new SetSummary(id, controlNumber, convention, place, found);
    }

    /** Its problems. */
    public List<Problem> problems() {
        return findings.stream().map(Finding::problem).toList();
    }

    /** What became of it. */
    public Verdict verdict() {
        return Verdict.of(problems());
    }
}
