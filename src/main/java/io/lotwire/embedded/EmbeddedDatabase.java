package io.lotwire.embedded;

import com.sun.management.OperatingSystemMXBean;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.lang.System.Logger.Level;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A real PostgreSQL that keeps its data under a data folder: on 127.0.0.1 only, with a generated password
 * (SCRAM-SHA-256), on a port that stays the same for the folder. Its server process outlives a killed gateway; the next
 * start adopts it.
 */
public final class EmbeddedDatabase implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(EmbeddedDatabase.class.getName());
    private static final String USER = "postgres";
    /** The library makes this folder, though we tell it where all that it keeps is to go; else in the system's temporary one. */
    private static final String LIBRARY_FOLDER = "ot.epg.working-dir";

    private static final Duration START_LIMIT = Duration.ofSeconds(60);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(60);
    private static final Duration PAUSE = Duration.ofMillis(20);
    private static final int MAX_CONNECTIONS = 100;

    /** Of the machine's memory, what PostgreSQL keeps pages in: the indexes of millions of events are written all over. */
    private static final int BUFFERS_SHARE = 8;

    private static final long LEAST_BUFFERS_MEGABYTES = 128;
    private static final long MOST_BUFFERS_MEGABYTES = 2048;

    /** After a checkpoint each page goes whole into the log once more, so checkpoints are rare; so much disk the log may take. */
    private static final String MAX_WAL = "4GB";

    private static final String CHECKPOINT_EVERY = "15min";

    private final Layout layout;
    private final DatabaseAddress address;
    /** Null when the server was adopted from a process that is gone. */
    private final EmbeddedPostgres started;

    private EmbeddedDatabase(Layout layout, DatabaseAddress address, EmbeddedPostgres started) {
        this.layout = layout;
        this.address = address;
        this.started = started;
    }

    /**
     * Starts the folder's database, or adopts its server when it still runs. The first start takes some seconds: it
     * unpacks PostgreSQL and makes the database.
     *
     * @param folder the locked data folder
     * @throws IOException when it does not start; the message names the server's log
     */
    public static EmbeddedDatabase start(DataFolder folder) throws IOException {
        Layout layout = Layout.in(folder.path());
        SecretFile.privateFolder(layout.home());
        String password = SecretFile.readOrMake(layout.password());
        Optional<DatabaseAddress> running = running(folder.path());
        if (running.isPresent()) {
            return new EmbeddedDatabase(layout, running.get(), null);
        }
        stopUnreachable(layout);
        putAsideUnfinished(layout);
        int port = LoopbackPort.keptIn(layout.port());
        System.setProperty(LIBRARY_FOLDER, layout.library().toString());
        try {
            EmbeddedPostgres server = EmbeddedPostgres.builder()
                    .setDataDirectory(layout.data())
                    .setCleanDataDirectory(false)
                    .setRegisterShutdownHook(false)
                    .setOverrideWorkingDirectory(layout.binaries().toFile())
                    .setPort(port)
                    .setPGStartupWait(START_LIMIT)
                    // These two reach initdb as --auth and --pwfile: there is no moment without a password.
                    .setLocaleConfig("auth", "scram-sha-256")
                    .setLocaleConfig("pwfile", layout.password().toString())
                    .setLocaleConfig("locale", "C")
                    .setConnectConfig("password", password)
                    .setServerConfig("listen_addresses", "127.0.0.1")
                    .setServerConfig("unix_socket_directories", "")
                    .setServerConfig("max_connections", Integer.toString(MAX_CONNECTIONS))
                    // The library's own defaults trade durability for speed; a ledger may not.
                    .setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .setServerConfig("logging_collector", "on")
                    .setServerConfig("shared_buffers", sharedBuffers())
                    .setServerConfig("max_wal_size", MAX_WAL)
                    .setServerConfig("checkpoint_timeout", CHECKPOINT_EVERY)
                    .setOutputRedirector(Redirect.appendTo(layout.startLog().toFile()))
                    .setErrorRedirector(Redirect.appendTo(layout.startLog().toFile()))
                    .start();
            return new EmbeddedDatabase(layout, layout.address(port, password), server);
        } catch (IOException | RuntimeException e) {
            throw new IOException(
                    "The embedded PostgreSQL in " + layout.home() + " does not start; see " + layout.startLog()
                            + " and the folder " + layout.data().resolve("log") + ". Instead of it, LOTWIRE_DB_URL"
                            + " can name a PostgreSQL of your own.",
                    e);
        }
    }

    private static String sharedBuffers() {
        OperatingSystemMXBean machine = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        long share = machine.getTotalMemorySize() / BUFFERS_SHARE / (1024 * 1024);
        return Math.min(MOST_BUFFERS_MEGABYTES, Math.max(LEAST_BUFFERS_MEGABYTES, share)) + "MB";
    }

    /** The address of the folder's database when its server runs and answers, whoever started it. */
    public static Optional<DatabaseAddress> running(Path folder) throws IOException {
        Layout layout = Layout.in(folder.toAbsolutePath().normalize());
        int port = LoopbackPort.stored(layout.port());
        if (port == 0 || !Files.exists(layout.password()) || layout.postmaster().isEmpty()) {
            return Optional.empty();
        }
        DatabaseAddress address =
                layout.address(port, Files.readString(layout.password()).strip());
        return isServerOf(layout, address) ? Optional.of(address) : Optional.empty();
    }

    /** Where it listens. */
    public DatabaseAddress address() {
        return address;
    }

    /** Ends all sessions and stops the server, and waits until it is gone. */
    @Override
    public void close() throws IOException {
        if (started != null) {
            started.close();
        }
        Optional<ProcessHandle> server = layout.postmaster();
        if (server.isPresent()) {
            stop(server.get());
        }
    }

    /** Another server may listen where ours did: ask whose data it serves. The password exchange proves it to both. */
    private static boolean isServerOf(Layout layout, DatabaseAddress address) {
        try (Connection connection = DriverManager.getConnection(address.url(), address.user(), address.password());
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("show data_directory")) {
            return row.next()
                    && Path.of(row.getString(1))
                            .toRealPath()
                            .equals(layout.data().toRealPath());
        } catch (SQLException | IOException notOurs) {
            return false;
        }
    }

    /** A server that lives but does not answer (hung, or on a port that is not stored) would block the folder for ever. */
    private static void stopUnreachable(Layout layout) throws IOException {
        Optional<ProcessHandle> server = layout.postmaster();
        if (server.isPresent()) {
            server.get().destroy();
            awaitEnd(layout);
        }
    }

    /** A first start that was cut short would never run. It is put aside, not deleted: it might be a backup put there. */
    private static void putAsideUnfinished(Layout layout) throws IOException {
        if (Files.exists(layout.data()) && !Files.exists(layout.everRan())) {
            Path aside = layout.home().resolve("data-unfinished-" + System.currentTimeMillis());
            LOG.log(
                    Level.WARNING,
                    "No PostgreSQL ever ran on {0}; it is moved to {1}, and a new database is made.",
                    layout.data(),
                    aside);
            Files.move(layout.data(), aside);
        }
    }

    private void stop(ProcessHandle server) throws IOException {
        // SIGTERM lets no new session in and waits for those that are there; ending them makes it a fast shutdown.
        try (Connection connection = DriverManager.getConnection(address.url(), address.user(), address.password());
                Statement statement = connection.createStatement()) {
            server.destroy();
            statement.execute("select pg_terminate_backend(pid) from pg_stat_activity"
                    + " where backend_type = 'client backend' and pid <> pg_backend_pid()");
        } catch (SQLException alreadyStopping) {
            server.destroy();
        }
        awaitEnd(layout);
    }

    /**
     * Waits for the file that names the server's process to go, the last thing that it does. The process itself may stay
     * in the operating system's list for seconds, until whoever inherited it from us takes notice.
     */
    private static void awaitEnd(Layout layout) throws IOException {
        long end = System.nanoTime() + STOP_LIMIT.toNanos();
        while (layout.postmaster().isPresent()) {
            if (System.nanoTime() > end) {
                throw new IOException("The PostgreSQL in " + layout.home() + " did not stop within "
                        + STOP_LIMIT.toSeconds() + " s.");
            }
            try {
                Thread.sleep(PAUSE.toMillis());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException("Interrupted while the PostgreSQL in " + layout.home() + " was stopping.", e);
            }
        }
    }

    /** Where the database's files are in a data folder. */
    private record Layout(Path home) {
        static Layout in(Path folder) {
            return new Layout(folder.resolve("postgresql"));
        }

        Path data() {
            return home.resolve("data");
        }

        /** The server writes it when it starts, and leaves it there. */
        Path everRan() {
            return data().resolve("postmaster.opts");
        }

        Path binaries() {
            return home.resolve("binaries");
        }

        Path library() {
            return home.resolve("library");
        }

        Path port() {
            return home.resolve("port");
        }

        Path password() {
            return home.resolve("password");
        }

        Path startLog() {
            return home.resolve("start.log");
        }

        DatabaseAddress address(int port, String password) {
            return new DatabaseAddress("jdbc:postgresql://127.0.0.1:" + port + "/postgres", USER, password);
        }

        /** The server process that postmaster.pid names, when it lives and is a PostgreSQL: a pid may be used again. */
        Optional<ProcessHandle> postmaster() throws IOException {
            List<String> lines;
            try {
                lines = Files.readAllLines(data().resolve("postmaster.pid"));
            } catch (NoSuchFileException stopped) {
                return Optional.empty();
            }
            if (lines.isEmpty() || !lines.get(0).strip().matches("\\d+")) {
                return Optional.empty();
            }
            return ProcessHandle.of(Long.parseLong(lines.get(0).strip()))
                    .filter(ProcessHandle::isAlive)
                    .filter(process -> process.info()
                            .command()
                            .map(c -> c.contains("postgres"))
                            .orElse(false));
        }
    }
}
