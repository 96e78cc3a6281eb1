package io.lotwire.bench.pipeline;

import io.lotwire.embedded.DatabaseAddress;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;

/** What the gateway's own database takes over one connection, with rows that the gateway stored, while it is idle. */
final class DatabaseBaseline {
    /** Rows of a commit: what a usual ship notice gives. */
    static final int BATCH = 18;

    private final DatabaseAddress address;
    private final int millis;

    DatabaseBaseline(Scene scene) throws Exception {
        this.address = scene.gateway().database();
        this.millis = scene.sizes().of(Size.BASELINE_MILLIS);
    }

    /** A row of the inbox, and a commit. */
    Times commits() throws Exception {
        try (Connection connection = connection()) {
            LedgerTable inbox = LedgerTable.named(connection, "inbox");
            StoredRows rows = StoredRows.last(connection, inbox);
            try (TableCopy copy = new TableCopy(connection, inbox);
                    PreparedStatement insert = connection.prepareStatement(copy.insert())) {
                return Repeated.during(millis, number -> {
                    rows.set(insert, number);
                    insert.executeUpdate();
                });
            }
        }
    }

    /** Rows of lot events in batches, a commit for each batch. */
    double batchedRowsPerSecond() throws Exception {
        try (Connection connection = connection()) {
            LedgerTable events = LedgerTable.named(connection, "lot_event");
            StoredRows rows = StoredRows.last(connection, events);
            try (TableCopy copy = new TableCopy(connection, events);
                    PreparedStatement insert = connection.prepareStatement(copy.insert())) {
                connection.setAutoCommit(false);
                double commits = Repeated.during(millis, number -> {
                            for (int i = 0; i < BATCH; i++) {
                                rows.set(insert, number * BATCH + i);
                                insert.addBatch();
                            }
                            insert.executeBatch();
                            connection.commit();
                        })
                        .perSecond();
                connection.setAutoCommit(true);
                return BATCH * commits;
            }
        }
    }

    /** The rows of a batch travel as one statement, which is the fastest that plain inserts can be. */
    private Connection connection() throws Exception {
        return DriverManager.getConnection(
                address.url() + "?reWriteBatchedInserts=true", address.user(), address.password());
    }
}
