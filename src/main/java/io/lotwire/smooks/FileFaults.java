package io.lotwire.smooks;

import io.lotwire.problem.Problem;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** What is found wrong while one file is read. */
final class FileFaults {
    /** Problems of one file: whoever has so many need not hear of more. */
    private static final int MOST_PROBLEMS = 1000;

    private final List<Problem> problems = new ArrayList<>();
    private boolean error;
    private IOException unreadable;
    private RuntimeException refused;

    void add(Problem problem) {
        error |= problem.isError();
        if (problems.size() < MOST_PROBLEMS) {
            problems.add(problem);
        }
    }

    /** The bytes cannot be read: that is no fault of the file. */
    void unreadable(IOException why) {
        unreadable = why;
    }

    /** Whoever gets the events does not take one. */
    void refused(RuntimeException why) {
        refused = why;
    }

    boolean haveError() {
        return error;
    }

    List<Problem> problems() {
        return problems;
    }

    /** Reading the bytes and taking events is not Smooks's affair: whoever called hears of it. */
    void rethrow() throws IOException {
        if (refused != null) {
            throw refused;
        }
        if (unreadable != null) {
            throw unreadable;
        }
    }
}
