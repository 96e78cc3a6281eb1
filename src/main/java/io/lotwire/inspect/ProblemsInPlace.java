package io.lotwire.inspect;

import io.lotwire.ledger.StoredProblem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The problems of a document by the segments that they are in. */
public final class ProblemsInPlace {
    /** Of a document with none, or of one that nobody asks the problems of. */
    public static final ProblemsInPlace NONE = new ProblemsInPlace(List.of());

    private final Map<Integer, List<StoredProblem>> bySegment = new HashMap<>();
    private final List<StoredProblem> elsewhere = new ArrayList<>();

    /** All problems that the ledger keeps of a document: its own, and those of its transaction sets. */
    public ProblemsInPlace(List<StoredProblem> problems) {
        for (StoredProblem problem : problems) {
            int segment = problem.at().segment();
            (segment > 0 ? bySegment.computeIfAbsent(segment, number -> new ArrayList<>()) : elsewhere).add(problem);
        }
    }

    /** Those in a segment. */
    public List<StoredProblem> in(int segment) {
        return List.copyOf(bySegment.getOrDefault(segment, List.of()));
    }

    /** Those of the document as a whole, and those that were stored before segments were kept. */
    public List<StoredProblem> elsewhere() {
        return List.copyOf(elsewhere);
    }
}
