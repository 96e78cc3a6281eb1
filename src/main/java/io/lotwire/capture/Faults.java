package io.lotwire.capture;

import io.lotwire.problem.Place;
import io.lotwire.problem.Problem;
import io.lotwire.problem.ProblemCode;
import io.lotwire.problem.RepeatedProblems;
import java.util.List;

/** What is wrong with a file, told with the entry and the field. */
final class Faults {
    /** So many are told of one file: nobody mends more at once. */
    private static final int MOST = 500;

    private final String file;
    private final RepeatedProblems problems = new RepeatedProblems(MOST);
    private int errors;

    Faults(String file) {
        this.file = file;
    }

    /** An error at a field of an entry. */
    void error(Entry entry, String path, ProblemCode code, String sentence) {
        errors++;
        String where = entry.title() + (path.isEmpty() ? "" : ", " + path) + ": ";
        problems.add(Problem.error(code, place(entry), where + sentence));
    }

    /** What should be known, and rejects nothing: of all entries that it is said of the first is told, with how many they are. */
    void warning(Entry entry, String path, ProblemCode code, String sentence) {
        problems.add(Problem.warning(code, place(entry), path + ": " + sentence));
    }

    /** What should be known of the file, and rejects nothing. */
    void warning(ProblemCode code, String sentence) {
        problems.add(Problem.warning(code, Place.inFile(file), sentence));
    }

    private Place place(Entry entry) {
        return new Place(file, "", "", "", entry.number(), "", 0, 0, 0, entry.offset());
    }

    /** How many errors there are so far. */
    int errors() {
        return errors;
    }

    List<Problem> problems() {
        return problems.once();
    }
}
