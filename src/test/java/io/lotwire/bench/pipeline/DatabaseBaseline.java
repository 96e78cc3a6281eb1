package io.lotwire.bench.pipeline;

import io.lotwire.embedded.DatabaseAddress;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.util.ArrayList;
import java.util.List;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/** What the gateway's own database can do over one connection, with rows that the gateway stored, while it is idle. */
final class DatabaseBaseline {
    /** Rows of a commit: what a usual ship notice gives. */
    static final int BATCH = 18;

    private static final int ROWS = 1000;
    private static final int COPIES = 3;

    private final DatabaseAddress address;
    private final int millis;

    DatabaseBaseline(Scene scene) throws Exception {
        this.address = scene.gateway().database();
        this.millis = scene.sizes().baselineMillis();
    }

    /** A row of the inbox, and a commit. */
    Times commits() throws Exception {
        try (Connection connection = connection();
                TableCopy copy = new TableCopy(connection, "inbox")) {
            StoredRows rows = StoredRows.last(connection, "inbox", "id", ROWS);
            try (PreparedStatement insert = connection.prepareStatement(copy.insert(rows.columns()))) {
                return Repeated.during(millis, number -> {
                    rows.set(insert, number, List.of("id", "message_id"));
                    insert.executeUpdate();
                });
            }
        }
    }

    /** Rows of lot events in batches, a commit for each batch. */
    double batchedRowsPerSecond() throws Exception {
        try (Connection connection = connection();
                TableCopy copy = new TableCopy(connection, "lot_event")) {
            StoredRows rows = StoredRows.last(connection, "lot_event", "seq", ROWS);
            connection.setAutoCommit(false);
            try (PreparedStatement insert = connection.prepareStatement(copy.insert(rows.columns()))) {
                return BATCH
                        * Repeated.during(millis, number -> {
                                    for (int i = 0; i < BATCH; i++) {
                                        rows.set(insert, number * BATCH + i, List.of("event_id", "seq"));
                                        insert.addBatch();
                                    }
                                    insert.executeBatch();
                                    connection.commit();
                                })
                                .perSecond();
            } finally {
                connection.setAutoCommit(true);
            }
        }
    }

    /** Lot events a second when all that a file has left in the database is copied (COPY) in one transaction. */
    double copiedEventsPerSecond(long inbox) throws Exception {
        try (Connection connection = connection()) {
            CopyManager manager = connection.unwrap(PGConnection.class).getCopyAPI();
            List<Copied> all = new ArrayList<>();
            for (String[] part : parts(inbox)) {
                ByteArrayOutputStream rows = new ByteArrayOutputStream();
                long count = manager.copyOut("copy (" + part[1] + ") to stdout", rows);
                all.add(new Copied(new TableCopy(connection, part[0]), rows, count));
            }
            try {
                long nanos = 0;
                for (int i = 0; i < COPIES; i++) {
                    for (Copied each : all) {
                        each.table().truncate();
                    }
                    long start = System.nanoTime();
                    connection.setAutoCommit(false);
                    for (Copied each : all) {
                        manager.copyIn(
                                "copy " + each.table().name() + " from stdin",
                                new ByteArrayInputStream(each.rows().toByteArray()));
                    }
                    connection.commit();
                    nanos += System.nanoTime() - start;
                    connection.setAutoCommit(true);
                }
                return COPIES * all.get(0).count() / (nanos / 1e9);
            } finally {
                for (Copied each : all) {
                    each.table().close();
                }
            }
        }
    }

    private record Copied(TableCopy table, ByteArrayOutputStream rows, long count) {}

    /** Tables and the rows that a file has left in them, the lot events first. */
    private static List<String[]> parts(long inbox) {
        String events = "select event_id from lot_event where inbox_id = " + inbox;
        String lots = "select id from lot where first_event_id in (" + events + ")";
        return List.of(
                part("lot_event", "inbox_id = " + inbox),
                part("transaction_set", "inbox_id = " + inbox),
                part("lot", "first_event_id in (" + events + ")"),
                part("lot_item", "lot_id in (" + lots + ")"),
                part("delivery", "inbox_id = " + inbox),
                part("delivery_event", "event_id in (" + events + ")"));
    }

    private static String[] part(String table, String condition) {
        return new String[] {table, "select * from " + table + " where " + condition};
    }

    private Connection connection() throws Exception {
        return DriverManager.getConnection(address.url(), address.user(), address.password());
    }
}
