package io.lotwire.csv;

import io.lotwire.problem.Place;

/**
 * A place in a file of rows.
 *
 * @param file the file as its user knows it
 * @param line the line, counted from 1
 * @param column the column, counted from 1; 0 where there are none
 * @param name the name of the column or key, {@code ""} for the line as a whole
 */
public record CsvPlace(String file, long line, int column, String name) {
    /** A line as a whole. */
    public static CsvPlace of(String file, long line) {
        return new CsvPlace(file, line, 0, "");
    }

    /** The place for a problem: {@code lots.csv:7, column 3 (expires)} in its file name; editors and terminals open it. */
    public Place place() {
        String inLine = column == 0 ? "" : ", column " + column;
        inLine += name.isEmpty() ? "" : column == 0 ? ", " + name : " (" + name + ")";
        return Place.inFile(file + ":" + line + inLine);
    }
}
