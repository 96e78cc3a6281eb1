package io.lotwire.registry.importing;

import io.lotwire.problem.Place;
import io.lotwire.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** The problems of a file, each with its place; of those beyond the first ones it is told how many they are. */
final class ToldProblems implements Consumer<Problem> {
    /** More than anybody mends before they try again. */
    static final int MOST = 500;

    private final String file;
    private final List<Problem> told = new ArrayList<>();
    private long beyond;

    ToldProblems(String file) {
        this.file = file;
    }

    @Override
    public void accept(Problem problem) {
        if (told.size() < MOST) {
            told.add(problem);
        } else {
            beyond++;
        }
    }

    boolean isEmpty() {
        return told.isEmpty();
    }

    List<Problem> all() {
        List<Problem> all = new ArrayList<>(told);
        if (beyond > 0) {
            all.add(Problem.error(
                    ImportFault.PROBLEMS_TOO_MANY,
                    Place.inFile(file),
                    "There are " + beyond
                            + " more problems, which are not told: mend those above, then see what is left."));
        }
        return all;
    }
}
