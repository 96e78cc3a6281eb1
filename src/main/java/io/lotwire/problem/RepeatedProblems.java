package io.lotwire.problem;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Problems that say the same of many places of a document: each is told once, at the first, with how often it is there. */
public final class RepeatedProblems {
    private final int most;
    private final Map<Said, Sighting> sightings = new LinkedHashMap<>();
    private Problem firstBeyond;
    private int beyond;

    /** All of them, however many are different. */
    public RepeatedProblems() {
        this(Integer.MAX_VALUE);
    }

    /** @param most how many different ones are told; of those beyond is told how many they are */
    public RepeatedProblems(int most) {
        this.most = most;
    }

    /** Takes a problem. */
    public void add(Problem problem) {
        Said said = new Said(problem.code(), problem.severity(), problem.message());
        Sighting known = sightings.get(said);
        if (known != null) {
            sightings.put(said, new Sighting(known.first, known.times + 1));
        } else if (sightings.size() < most) {
            sightings.put(said, new Sighting(problem, 1));
        } else {
            beyond++;
            // An error among them must be seen, so that nobody takes the rest for warnings.
            firstBeyond = firstBeyond == null || (problem.isError() && !firstBeyond.isError()) ? problem : firstBeyond;
        }
    }

    /** Those that were taken, in the order of their first places. */
    public List<Problem> once() {
        return Stream.concat(sightings.values().stream().map(Sighting::told), Stream.ofNullable(rest()))
                .toList();
    }

    private Problem rest() {
        return firstBeyond == null
                ? null
                : new Problem(
                        firstBeyond.code(),
                        firstBeyond.severity(),
                        firstBeyond.place(),
                        firstBeyond.message() + " (It is the first of " + beyond
                                + " that are not told here: mend those above, then see what is left.)");
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
