package io.lotwire.yaml;

import io.lotwire.problem.Place;

/**
 * A line of a file.
 *
 * @param file name of the file as its user knows it, such as {@code partners/harbor-3pl.yaml}
 * @param line the line, counted from 1
 */
public record FileLine(String file, int line) {

    /** The place for a problem: {@code file:line} in its file name, the form that editors and terminals open. */
    public Place place() {
        return Place.inFile(toString());
    }

    @Override
    public String toString() {
        return file + ":" + line;
    }
}
