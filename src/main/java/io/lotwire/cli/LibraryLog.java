package io.lotwire.cli;

import java.util.logging.Level;
import java.util.logging.Logger;

/** What libraries log in a process without the gateway, which would set up the log. */
public final class LibraryLog {
    private static final Logger ROOT = Logger.getLogger("");

    private LibraryLog() {}

    /**
     * Libraries log each value that they read from the database. Without a level all of it would be recorded, and kept for a log that is
     * never set up: a tenth of the time of a large question.
     */
    public static void leaveOutDetails() {
        ROOT.setLevel(Level.INFO);
    }
}
