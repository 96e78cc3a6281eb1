package io.lotwire.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 3, unit = TimeUnit.MINUTES)
class EmbeddedDatabaseTest {
    private final Path path =
            Path.of("target", "test-databases", UUID.randomUUID().toString());

    @Test
    void keepsItsDataAndItsPortAndIsGoneAfterClose() throws Exception {
        DatabaseAddress first;
        try (DataFolder folder = DataFolder.lock(path, "gateway")) {
            try (EmbeddedDatabase database = EmbeddedDatabase.start(folder)) {
                first = database.address();
                execute(first, "create table kept (n int)");
                assertThat(show(first, "show fsync")).isEqualTo("on");
                assertThat(show(first, "show synchronous_commit")).isEqualTo("on");
                assertThat(show(first, "show listen_addresses")).isEqualTo("127.0.0.1");
            }
            assertThat(EmbeddedDatabase.running(path)).isEmpty();
            assertThatThrownBy(() -> execute(first, "select 1")).isInstanceOf(SQLException.class);
            try (EmbeddedDatabase database = EmbeddedDatabase.start(folder)) {
                assertThat(database.address()).isEqualTo(first);
                execute(first, "insert into kept values (1)");
            }
        }
    }

    @Test
    void letsNobodyInWithoutItsPassword() throws Exception {
        try (DataFolder folder = DataFolder.lock(path, "gateway");
                EmbeddedDatabase database = EmbeddedDatabase.start(folder)) {
            DatabaseAddress good = database.address();
            DatabaseAddress guessed = new DatabaseAddress(good.url(), good.user(), "postgres");
            assertThatThrownBy(() -> execute(guessed, "select 1")).hasMessageContaining("password");
            assertThat(good.toString()).doesNotContain(good.password());
            assertThat(PosixFilePermissions.toString(
                            Files.getPosixFilePermissions(path.resolve("postgresql/password"))))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void theServerOfAKilledGatewayIsAdoptedAndStoppedByTheNext() throws Exception {
        Process killed = keeper();
        long server = serverProcess();
        DatabaseAddress address = EmbeddedDatabase.running(path).orElseThrow();
        execute(address, "create table kept (n int)");
        killed.destroyForcibly().waitFor();
        assertThat(ProcessHandle.of(server)).isPresent();

        try (DataFolder folder = DataFolder.lock(path, "gateway")) {
            try (EmbeddedDatabase adopted = EmbeddedDatabase.start(folder)) {
                assertThat(adopted.address()).isEqualTo(address);
                assertThat(serverProcess()).isEqualTo(server);
                execute(adopted.address(), "insert into kept values (1)");
                // A session that nobody ends must not keep the server from stopping.
                Connection forgotten = adopted.address().unpooled().getConnection();
                assertThat(forgotten.isValid(1)).isTrue();
            }
            assertThat(EmbeddedDatabase.running(path)).isEmpty();
            // Whoever inherited it from the killed process may take notice of its end a little later.
            await().until(() -> ProcessHandle.of(server).isEmpty());
        }
    }

    @Test
    void aServerThatIsNotWhereItShouldBeIsStoppedAndStartedAnew() throws Exception {
        Process killed = keeper();
        long server = serverProcess();
        killed.destroyForcibly().waitFor();
        Files.delete(path.resolve("postgresql/port"));

        try (DataFolder folder = DataFolder.lock(path, "gateway");
                EmbeddedDatabase database = EmbeddedDatabase.start(folder)) {
            assertThat(serverProcess()).isNotEqualTo(server);
            assertThat(show(database.address(), "select 1")).isEqualTo("1");
        }
    }

    @Test
    void aFirstStartThatWasCutShortIsPutAsideAndBegunAgain() throws Exception {
        Files.createDirectories(path.resolve("postgresql/data/base"));
        Files.writeString(path.resolve("postgresql/data/postgresql.conf"), "");
        Files.writeString(path.resolve("postgresql/data/PG_VERSION"), "17");
        try (DataFolder folder = DataFolder.lock(path, "gateway");
                EmbeddedDatabase database = EmbeddedDatabase.start(folder)) {
            assertThat(show(database.address(), "select 1")).isEqualTo("1");
        }
        try (Stream<Path> kept = Files.list(path.resolve("postgresql"))) {
            assertThat(kept).anyMatch(file -> file.getFileName().toString().startsWith("data-unfinished-"));
        }
    }

    @Test
    void twoGatewaysCannotShareADataFolder() throws Exception {
        Process gateway = keeper();
        try {
            assertThatThrownBy(() -> DataFolder.lock(path, "gateway"))
                    .isInstanceOf(DataFolderInUse.class)
                    .hasMessageContaining("gateway, process " + gateway.pid())
                    .hasMessageContaining("LOTWIRE_DATA");
        } finally {
            gateway.destroyForcibly().waitFor();
            stopLeftover();
        }
    }

    @Test
    void aCommandBorrowsTheDatabaseOfARunningGatewayAndLeavesItRunning() throws Exception {
        Process gateway = keeper();
        try {
            try (BorrowedDatabase borrowed = BorrowedDatabase.of(path, "trace")) {
                assertThat(show(borrowed.address(), "select 1")).isEqualTo("1");
            }
            assertThat(EmbeddedDatabase.running(path)).isPresent();
        } finally {
            gateway.destroyForcibly().waitFor();
            stopLeftover();
        }
    }

    @Test
    void aCommandWithoutAGatewayStartsTheDatabaseAndStopsItAgain() throws Exception {
        try (BorrowedDatabase borrowed = BorrowedDatabase.of(path, "trace")) {
            assertThat(show(borrowed.address(), "select 1")).isEqualTo("1");
        }
        assertThat(EmbeddedDatabase.running(path)).isEmpty();
        DataFolder.lock(path, "gateway").close();
    }

    private void stopLeftover() throws IOException {
        BorrowedDatabase.of(path, "clean up").close();
    }

    private long serverProcess() throws IOException {
        return Long.parseLong(Files.readAllLines(path.resolve("postgresql/data/postmaster.pid"))
                .get(0)
                .strip());
    }

    private Process keeper() throws IOException {
        return OtherProcess.start(OtherProcess.WithDatabase.class, path);
    }

    private static void execute(DatabaseAddress address, String sql) throws SQLException {
        try (Connection connection = address.unpooled().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String show(DatabaseAddress address, String sql) throws SQLException {
        try (Connection connection = address.unpooled().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }
}
