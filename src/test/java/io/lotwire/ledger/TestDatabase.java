package io.lotwire.ledger;

import io.lotwire.embedded.DataFolder;
import io.lotwire.embedded.DatabaseAddress;
import io.lotwire.embedded.EmbeddedDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.flywaydb.core.Flyway;

/** One real PostgreSQL for all tests of a JVM, and a fresh database on it for whoever asks. */
public final class TestDatabase {
    private static final AtomicInteger COUNTER = new AtomicInteger();
    private static final EmbeddedDatabase SERVER = start();

    private TestDatabase() {}

    /** A new database with the ledger's tables: a copy of one whose tables were made once. */
    public static DatabaseAddress fresh() throws SQLException {
        return created(" template " + Template.NAME);
    }

    /** A new database with the tables of an earlier version. */
    public static DatabaseAddress atVersion(String version) throws SQLException {
        DatabaseAddress address = empty();
        Flyway.configure(Ledger.class.getClassLoader())
                .dataSource(address.unpooled())
                .locations("classpath:db/migration")
                .target(version)
                .load()
                .migrate();
        return address;
    }

    /** A new database without tables. */
    static DatabaseAddress empty() throws SQLException {
        return created("");
    }

    private static DatabaseAddress created(String how) throws SQLException {
        String name = "test_" + COUNTER.incrementAndGet();
        DatabaseAddress server = SERVER.address();
        try (Connection connection = server.unpooled().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name + how);
        }
        return named(name);
    }

    private static DatabaseAddress named(String name) {
        DatabaseAddress server = SERVER.address();
        return new DatabaseAddress(
                server.url().replaceFirst("/postgres$", "/" + name), server.user(), server.password());
    }

    /** The database that others are copies of, made when it is first asked for. */
    private static final class Template {
        private static final String NAME = made();

        private static String made() {
            String name = "template_of_tests";
            DatabaseAddress server = SERVER.address();
            try (Connection connection = server.unpooled().getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("create database " + name);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
            Ledger.migrate(named(name).unpooled());
            return name;
        }
    }

    private static EmbeddedDatabase start() {
        try {
            Path folder = Path.of("target", "test-databases", UUID.randomUUID().toString());
            DataFolder locked = DataFolder.lock(folder, "tests");
            EmbeddedDatabase database = EmbeddedDatabase.start(locked);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(database, locked)));
            return database;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void stop(EmbeddedDatabase database, DataFolder locked) {
        try {
            database.close();
            locked.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
