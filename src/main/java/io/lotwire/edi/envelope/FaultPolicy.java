package io.lotwire.edi.envelope;

import io.lotwire.edi.fault.Fault;
import io.lotwire.edi.fault.FaultClass;
import io.lotwire.edi.fault.Finding;
import io.lotwire.problem.Problem;
import io.lotwire.problem.Severity;
import java.util.Optional;
import java.util.Set;

/**
 * Which faults of a transaction set reject it. Classes that are in neither set are as severe as {@link Fault#severity}
 * says.
 *
 * @param rejected classes that reject the set
 * @param accepted classes that it is accepted with, with errors
 */
public record FaultPolicy(Set<FaultClass> rejected, Set<FaultClass> accepted) {
    /** Each fault as severe as it is by itself. */
    public static final FaultPolicy USUAL = new FaultPolicy(Set.of(), Set.of());

    public FaultPolicy {
        rejected = Set.copyOf(rejected);
        accepted = Set.copyOf(accepted);
    }

    /** The set with its problems as severe as was agreed. */
    public SetSummary judge(SetSummary set) {
        return set.with(set.findings().stream().map(this::judge).toList());
    }

    private Finding judge(Finding finding) {
        Optional<FaultClass> of = FaultClass.of(finding.fault());
        if (of.filter(rejected::contains).isPresent()) {
            return with(finding, Severity.ERROR);
        }
        return of.filter(accepted::contains).isPresent() ? with(finding, Severity.WARNING) : finding;
    }

    private static Finding with(Finding finding, Severity severity) {
        Problem problem = finding.problem();
        return new Finding(
                finding.fault(),
                new Problem(problem.code(), severity, problem.place(), problem.message()),
                finding.position(),
                finding.loop(),
                finding.elementReference(),
                finding.copy());
    }
}
