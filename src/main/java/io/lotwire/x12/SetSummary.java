package io.lotwire.x12;

import io.lotwire.problem.Problem;
import java.util.List;

/**
 * What an acknowledgement says of one transaction set.
 *
 * @param id ST01
 * @param controlNumber ST02
 * @param findings what is wrong with it
 */
public record SetSummary(String id, String controlNumber, List<Finding> findings) {
    public SetSummary {
        findings = List.copyOf(findings);
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
