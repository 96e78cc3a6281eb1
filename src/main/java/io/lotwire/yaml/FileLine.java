package io.lotwire.yaml;

import io.lotwire.problem.Place;
import io.lotwire.problem.Problem;
import java.util.Comparator;

/**
 * A line of a file.
 *
 * @param file name of the file as its user knows it, such as {@code partners/harbor-3pl.yaml}
 * @param line the line, counted from 1
 */
public record FileLine(String file, int line) {

    /** Orders problems whose places are of {@link #place}: by file, then by line. */
    public static Comparator<Problem> order() {
        return Comparator.comparing((Problem problem) -> problem.place().file().replaceFirst(":[0-9]+$", ""))
                .thenComparingInt(problem -> lineOf(problem.place()));
    }

    /** The line that a place of {@link #place} names; 0 for other places. */
    private static int lineOf(Place place) {
        String digits = place.file().substring(place.file().lastIndexOf(':') + 1);
        return digits.matches("[0-9]{1,9}") ? Integer.parseInt(digits) : 0;
    }

    /** The place for a problem: {@code file:line} in its file name, the form that editors and terminals open. */
    public Place place() {
        return Place.inFile(toString());
    }

    @Override
    public String toString() {
        return file + ":" + line;
    }
}
