package io.lotwire.journey;

import static org.awaitility.Awaitility.await;

import io.lotwire.embedded.DatabaseAddress;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/** A real lock on a table of the gateway's database: who wants to write there waits until it is closed;
 * reading goes on. */
final class TableLock implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Connection connection;
    private final DatabaseAddress database;
    private final String table;

    private TableLock(Connection connection, DatabaseAddress database, String table) {
        this.connection = connection;
        this.database = database;
        this.table = table;
    }

    /** Takes the lock. */
    static TableLock on(String table, DatabaseAddress database) throws SQLException {
        Connection connection = database.unpooled().getConnection();
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute("lock table " + table + " in exclusive mode");
        }
        return new TableLock(connection, database, table);
    }

    /** Waits until the gateway stands before the lock. */
    void awaitSomeoneWaiting() {
        await("the gateway wants the table " + table).atMost(PATIENCE).until(this::isWanted);
    }

    private boolean isWanted() throws SQLException {
        try (Connection other = database.unpooled().getConnection();
                Statement statement = other.createStatement();
                ResultSet row = statement.executeQuery(
                        "select count(*) from pg_locks where not granted and relation = '" + table + "'::regclass")) {
            return row.next() && row.getInt(1) > 0;
        }
    }

    /** Gives the table free. */
    @Override
    public void close() throws SQLException {
        connection.rollback();
        connection.close();
    }
}
