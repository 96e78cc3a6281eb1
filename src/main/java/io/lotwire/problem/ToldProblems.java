package io.lotwire.problem;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** The problems of a file, each with its place; of those beyond the first ones it is told how many they are. */
public final class ToldProblems implements Consumer<Problem> {
    /** More than anybody mends before they try again. */
    public static final int MOST = 500;

    private final String file;
    private final ProblemCode tooMany;
    private final List<Problem> told = new ArrayList<>();
    private long beyond;

    /**
     * @param file the file as its user knows it
     * @param tooMany the code of the problem that there are more
     */
    public ToldProblems(String file, ProblemCode tooMany) {
        this.file = file;
        this.tooMany = tooMany;
    }

    @Override
    public void accept(Problem problem) {
        if (told.size() < MOST) {
            told.add(problem);
        } else {
            beyond++;
        }
    }

    /** Whether nothing is wrong. */
    public boolean isEmpty() {
        return told.isEmpty();
    }

    /** Those that are told. */
    public List<Problem> all() {
        List<Problem> all = new ArrayList<>(told);
        if (beyond > 0) {
            all.add(Problem.error(
                    tooMany,
                    Place.inFile(file),
                    "There are " + beyond
                            + " more problems, which are not told: mend those above, then see what is left."));
        }
        return all;
    }
}
