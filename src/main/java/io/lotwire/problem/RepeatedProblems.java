package io.lotwire.problem;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Problems that say the same of many places of a document: each is told once, at the first, with how often it is there. */
public final class RepeatedProblems {
    private final Map<Said, Sighting> sightings = new LinkedHashMap<>();

    /** Takes a problem. */
    public void add(Problem problem) {
        Said said = new Said(problem.code(), problem.severity(), problem.message());
        sightings.merge(
                said, new Sighting(problem, 1), (before, now) -> new Sighting(before.first, before.times + now.times));
    }

    /** Those that were taken, in the order of their first places. */
    public List<Problem> once() {
        return sightings.values().stream().map(Sighting::told).toList();
    }

    private record Said(ProblemCode code, Severity severity, String message) {}

    private record Sighting(Problem first, int times) {
        Problem told() {
            return times == 1
                    ? first
                    : new Problem(
                            first.code(),
                            first.severity(),
                            first.place(),
                            first.message() + " (" + times + " times in this document, here first.)");
        }
    }
}
