package io.lotwire.registry.importing;

import io.lotwire.csv.CsvPlace;
import io.lotwire.problem.Problem;
import io.lotwire.problem.ToldProblems;
import java.util.function.Consumer;
import org.jdbi.v3.core.statement.Query;

/** Problems that a question to the database finds, told by their lines. */
final class LineProblems {
    private final String file;
    private final Consumer<Problem> problems;
    private boolean none = true;

    LineProblems(String file, Consumer<Problem> problems) {
        this.file = file;
        this.problems = problems;
    }

    /** Whether none were told of this kind of record. */
    boolean none() {
        return none;
    }

    /** Tells of each row of an answer: the line, and the sentence. */
    void tellAll(ImportFault fault, Query linesAndSentences) {
        linesAndSentences
                .setFetchSize(ToldProblems.MOST)
                .map((row, context) ->
                        Problem.error(fault, CsvPlace.of(file, row.getLong(1)).place(), row.getString(2)))
                .forEach(problem -> {
                    none = false;
                    problems.accept(problem);
                });
    }
}
