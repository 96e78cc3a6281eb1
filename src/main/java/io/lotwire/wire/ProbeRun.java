package io.lotwire.wire;

import java.util.ArrayList;
import java.util.List;

/** The steps of one probe, in order. After a step that all others need has failed, those are not tried. */
public final class ProbeRun {
    private final List<ProbeStep> steps = new ArrayList<>();
    private String broken = "";

    /** Tries something. */
    @FunctionalInterface
    public interface Attempt {
        /**
         * Tries it.
         *
         * @return what was seen
         * @throws ProbeFailed when it does not work
         */
        String run() throws ProbeFailed;
    }

    /** A step that needs nothing of the others, and that none of them needs. */
    public void apart(String name, Attempt attempt) {
        steps.add(outcome(name, attempt));
    }

    /** A step that needs those that {@link #first} were tried. */
    public void then(String name, Attempt attempt) {
        steps.add(broken.isEmpty() ? outcome(name, attempt) : new ProbeStep.NotTried(name, broken));
    }

    /** A step that needs those before it, and without which those after it cannot be. */
    public void first(String name, Attempt attempt) {
        then(name, attempt);
        if (steps.get(steps.size() - 1) instanceof ProbeStep.Failed) {
            broken = name;
        }
    }

    /** What came of them so far. */
    public List<ProbeStep> steps() {
        return List.copyOf(steps);
    }

    private static ProbeStep outcome(String name, Attempt attempt) {
        try {
            return new ProbeStep.Passed(name, attempt.run());
        } catch (ProbeFailed failed) {
            return new ProbeStep.Failed(name, failed.getMessage(), failed.mend());
        }
    }
}
