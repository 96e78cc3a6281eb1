package io.lotwire.bench.x12;

import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Keeps parsers from logging all that they read: JBoss's log manager takes every level until it is told. */
final class QuietLog {
    static final String MANAGER = "org.jboss.logmanager.LogManager";

    private static final List<Logger> PARSERS = List.of(
            Logger.getLogger("com.berryworks"),
            Logger.getLogger("com.imsweb"),
            Logger.getLogger("com.walmartlabs"),
            Logger.getLogger("io.xlate"),
            Logger.getLogger("org.apache.daffodil"),
            Logger.getLogger("org.smooks"));

    private QuietLog() {}

    static void set() {
        PARSERS.forEach(logger -> logger.setLevel(Level.OFF));
    }
}
