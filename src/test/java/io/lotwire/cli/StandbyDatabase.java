package io.lotwire.cli;

import io.lotwire.embedded.DataFolder;
import io.lotwire.embedded.DatabaseAddress;
import io.lotwire.embedded.EmbeddedDatabase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import org.awaitility.Awaitility;

/** A second PostgreSQL that follows the first one's log (hot standby), and takes questions only. */
final class StandbyDatabase implements AutoCloseable {
    private static final Set<String> NOT_COPIED =
            Set.of("pg_wal", "pg_replslot", "pg_stat_tmp", "pg_dynshmem", "pg_notify");

    private final DatabaseAddress primary;
    private final EmbeddedDatabase standby;
    private final DataFolder locked;

    private StandbyDatabase(DatabaseAddress primary, EmbeddedDatabase standby, DataFolder locked) {
        this.primary = primary;
        this.standby = standby;
        this.locked = locked;
    }

    /**
     * Copies a running server's data and starts a server on the copy.
     *
     * @param primaryFolder the data folder of the first
     * @param folder a new data folder for the second
     */
    static StandbyDatabase of(DatabaseAddress primary, Path primaryFolder, Path folder)
            throws IOException, SQLException {
        Path from = primaryFolder.resolve("postgresql");
        Path to = Files.createDirectories(
                folder.resolve("postgresql"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Files.copy(from.resolve("password"), to.resolve("password"), StandardCopyOption.COPY_ATTRIBUTES);
        Path data = to.resolve("data");
        try (Connection connection = primary.unpooled().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("select pg_backup_start('standby', true)");
            copy(from.resolve("data"), data);
            try (ResultSet label = statement.executeQuery("select labelfile from pg_backup_stop(false)")) {
                label.next();
                Files.writeString(data.resolve("backup_label"), label.getString(1));
            }
        }
        Files.createFile(data.resolve("standby.signal"));
        String address = primary.url().replaceFirst(".*//", "");
        Files.writeString(
                data.resolve("postgresql.auto.conf"),
                "primary_conninfo = 'host=127.0.0.1 port=%s user=%s password=%s'%n"
                        .formatted(address.replaceAll(".*:|/.*", ""), primary.user(), primary.password()),
                StandardCharsets.UTF_8,
                StandardOpenOption.APPEND);
        DataFolder locked = DataFolder.lock(folder, "standby");
        return new StandbyDatabase(primary, EmbeddedDatabase.start(locked), locked);
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.walkFileTree(from, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
                Files.copy(folder, to.resolve(from.relativize(folder)), StandardCopyOption.COPY_ATTRIBUTES);
                return NOT_COPIED.contains(folder.getFileName().toString())
                        ? FileVisitResult.SKIP_SUBTREE
                        : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                if (!file.getFileName().toString().equals("postmaster.pid")) {
                    try {
                        Files.copy(file, to.resolve(from.relativize(file)), StandardCopyOption.COPY_ATTRIBUTES);
                    } catch (NoSuchFileException goneMeanwhile) {
                        // The log, which is followed, says so, too.
                    }
                }
                return FileVisitResult.CONTINUE;
            }
        });
    }

    DatabaseAddress address() {
        return standby.address();
    }

    /** Waits until it has all that the first one has committed by now. */
    void awaitAll() throws SQLException {
        String written = asked(primary, "select pg_current_wal_lsn()");
        Awaitility.await()
                .until(() -> asked(address(), "select pg_last_wal_replay_lsn() >= cast('" + written + "' as pg_lsn)")
                        .equals("t"));
    }

    private static String asked(DatabaseAddress database, String question) throws SQLException {
        try (Connection connection = database.unpooled().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(question)) {
            row.next();
            return row.getString(1);
        }
    }

    @Override
    public void close() throws IOException {
        standby.close();
        locked.close();
    }
}
