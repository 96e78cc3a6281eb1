package io.lotwire.journey;

import static org.awaitility.Awaitility.await;

import io.lotwire.embedded.DatabaseAddress;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/** A trigger in the gateway's real database: certain rows are refused when they are written, or wait while it holds. */
final class RowTrap implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** The key of the advisory lock before which rows wait; those of the gateway have two numbers. */
    private static final long LOCK = 856;

    private final Connection connection;
    private final String table;

    private RowTrap(Connection connection, String table) {
        this.connection = connection;
        this.table = table;
    }

    /**
     * Who writes a row waits, until the trap lets it pass.
     *
     * @param when {@code insert} or {@code update}
     * @param which a condition on {@code new}, and for an update on {@code old}
     */
    static RowTrap holding(DatabaseAddress database, String when, String table, String which) throws SQLException {
        RowTrap trap = set(database, when, table, which, "perform pg_advisory_xact_lock_shared(" + LOCK + ");");
        trap.hold();
        return trap;
    }

    /** A row that is written makes its transaction fail, for a reason that lies in the row. */
    static RowTrap refusing(DatabaseAddress database, String when, String table, String which) throws SQLException {
        return set(database, when, table, which, "raise exception 'this row is refused';");
    }

    private static RowTrap set(DatabaseAddress database, String when, String table, String which, String what)
            throws SQLException {
        RowTrap trap = new RowTrap(database.unpooled().getConnection(), table);
        trap.execute(
                "create function trap() returns trigger language plpgsql as $$ begin " + what + " return new; end $$");
        trap.execute("create trigger trap before " + when + " on " + table + " for each row when (" + which
                + ") execute function trap()");
        return trap;
    }

    /** Waits until the gateway stands before it. */
    void awaitSomeoneWaiting() {
        await("the gateway stands before the trap on " + table).atMost(PATIENCE).until(this::isWaitedFor);
    }

    /** What waited goes on; what comes passes. */
    void letPass() throws SQLException {
        execute("select pg_advisory_unlock(" + LOCK + ")");
    }

    /** From now on rows wait; returns when those are through that were let pass. */
    void hold() throws SQLException {
        execute("select pg_advisory_lock(" + LOCK + ")");
    }

    private boolean isWaitedFor() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select count(*) from pg_locks"
                        + " where locktype = 'advisory' and not granted and objsubid = 1 and objid = " + LOCK)) {
            return row.next() && row.getInt(1) > 0;
        }
    }

    /** Takes the trap away. */
    @Override
    public void close() throws SQLException {
        try (connection) {
            execute("select pg_advisory_unlock_all()");
            execute("drop function trap cascade");
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
