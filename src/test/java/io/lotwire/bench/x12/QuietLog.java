package io.lotwire.bench.x12;

import java.util.logging.Level;
import java.util.logging.Logger;

/** Keeps parsers from logging each element that they read: JBoss's log manager takes all levels until it is told. */
final class QuietLog {
    static final String MANAGER = "org.jboss.logmanager.LogManager";

    private static final Logger ROOT = Logger.getLogger("");

    private QuietLog() {}

    static void set() {
        ROOT.setLevel(Level.SEVERE);
    }
}
