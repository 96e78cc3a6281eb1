package io.lotwire.x12;

import io.lotwire.problem.Place;
import io.lotwire.problem.Problem;
import java.util.List;

/**
 * What an acknowledgement says of one transaction set.
 *
 * @param id ST01
 * @param controlNumber ST02
 * @param place where its ST is
 * @param findings what is wrong with it
 */
public record SetSummary(String id, String controlNumber, Place place, List<Finding> findings) {
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
