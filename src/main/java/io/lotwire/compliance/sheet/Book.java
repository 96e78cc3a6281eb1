package io.lotwire.compliance.sheet;

import java.io.Closeable;
import java.io.IOException;

/** A spreadsheet that is written row by row, its sheets side by side: none of its rows stay in memory. */
interface Book {
    /** Begins the next sheet; several may be open, and whoever asks closes them. */
    Sheet sheet(Tab tab) throws IOException;

    /** Ends it; all of its sheets must be closed. */
    void finish() throws IOException;

    /** So many rows at most fit below the headers of a sheet. */
    long mostRows();

    /** Whether a text can be written to the character. */
    boolean holdsWhole(String text);

    /** A sheet of it. */
    interface Sheet extends Closeable {
        /**
         * Writes the next row.
         *
         * @param cells texts, {@link java.time.LocalDate}s and numbers; null for an empty cell
         */
        void row(Object... cells) throws IOException;
    }
}
