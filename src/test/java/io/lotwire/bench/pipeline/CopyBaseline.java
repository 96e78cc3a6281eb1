package io.lotwire.bench.pipeline;

import io.lotwire.embedded.DatabaseAddress;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/**
 * How fast the gateway's own database takes (COPY), in one transaction over one connection, all rows that a file has left
 * there, while the gateway is idle: into empty tables with the same indexes and foreign keys.
 */
final class CopyBaseline {
    private static final String EVENTS = "lot_event";

    /** Repeated while that takes less in all: a checkpoint may fall into a short one. */
    private static final double LONG_ENOUGH_SECONDS = 20;

    private static final int MOST_OFTEN = 3;
    private static final int BUFFER_BYTES = 1 << 20;

    private final DatabaseAddress address;
    private final Path folder;
    private final Consumer<String> progress;

    /** @param folder for the rows meanwhile */
    CopyBaseline(Scene scene, Path folder) throws IOException {
        this.address = scene.gateway().database();
        this.folder = folder;
        this.progress = scene.progress();
    }

    /** A table with rows, which lie in a file. */
    private record Rows(TableCopy into, Path file, long count) {}

    /** Lot events a second. */
    double eventsPerSecond(long inbox) throws SQLException, IOException {
        try (Connection connection = DriverManager.getConnection(address.url(), address.user(), address.password())) {
            CopyManager manager = connection.unwrap(PGConnection.class).getCopyAPI();
            List<Rows> all = new ArrayList<>();
            long events = 0;
            try {
                for (LedgerTable table : LedgerTable.all(connection)) {
                    Rows rows = out(connection, manager, table, inbox);
                    all.add(rows);
                    progress.accept(String.format(
                            Locale.ROOT,
                            "    to copy: %d rows of %s, %.1f MB",
                            rows.count(),
                            table.name(),
                            Files.size(rows.file()) / 1e6));
                    events += table.name().equals(EVENTS) ? rows.count() : 0;
                }
                double seconds = 0;
                int times = 0;
                while (times < MOST_OFTEN && seconds < LONG_ENOUGH_SECONDS) {
                    seconds += seconds(connection, manager, all);
                    times++;
                }
                return times * events / seconds;
            } finally {
                for (Rows rows : all) {
                    rows.into().close();
                    Files.delete(rows.file());
                }
            }
        }
    }

    private Rows out(Connection connection, CopyManager manager, LedgerTable table, long inbox)
            throws SQLException, IOException {
        Path file = Files.createTempFile(folder, table.name(), ".copy");
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), BUFFER_BYTES)) {
            long count =
                    manager.copyOut("copy (" + table.rowsOf(Long.toString(inbox)) + ") to stdout (format binary)", out);
            return new Rows(new TableCopy(connection, table), file, count);
        }
    }

    private static double seconds(Connection connection, CopyManager manager, List<Rows> all)
            throws SQLException, IOException {
        for (Rows rows : all) {
            rows.into().truncate();
        }
        long start = System.nanoTime();
        connection.setAutoCommit(false);
        for (Rows rows : all) {
            try (InputStream in = new BufferedInputStream(Files.newInputStream(rows.file()), BUFFER_BYTES)) {
                manager.copyIn(
                        "copy " + rows.into().name() + " (" + rows.into().columnNames()
                                + ") from stdin (format binary)",
                        in);
            }
        }
        connection.commit();
        double seconds = (System.nanoTime() - start) / 1e9;
        connection.setAutoCommit(true);
        return seconds;
    }
}
