package io.lotwire.gateway;

import io.lotwire.embedded.BrokerAddress;
import io.lotwire.embedded.DataFolder;
import io.lotwire.embedded.DatabaseAddress;
import io.lotwire.embedded.EmbeddedBroker;
import io.lotwire.embedded.EmbeddedDatabase;
import io.lotwire.gateway.http.HttpConnections;
import io.lotwire.wire.RootCause;
import io.lotwire.wire.SpoolFolder;
import io.quarkus.runtime.Quarkus;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/** The gateway as a process: starts what the environment does not name, then Quarkus, and ends all in reverse. */
public final class GatewayProcess {
    private static final Logger LOG = Logger.getLogger(GatewayProcess.class);
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(90);

    private final Settings settings;
    private final Consumer<String> progress;
    private final Before before;
    private final Consumer<RunningGateway> ready;
    private final CountDownLatch ended = new CountDownLatch(1);
    private final Deque<AutoCloseable> started = new ArrayDeque<>();

    /** What is done with the data folder before the gateway starts. */
    @FunctionalInterface
    public interface Before {
        /** Does it; when it throws, the gateway does not start. */
        void with(DataFolder folder) throws IOException;
    }

    /**
     * @param progress is told in a few words what is being started
     * @param before is done when the data folder is ours, before the profiles are read
     * @param ready is told where its parts are when the gateway takes messages
     */
    public GatewayProcess(Settings settings, Consumer<String> progress, Before before, Consumer<RunningGateway> ready) {
        this.settings = settings;
        this.progress = progress;
        this.before = before;
        this.ready = ready;
    }

    /**
     * Runs until the process is asked to end, or {@link Quarkus#asyncExit} is called.
     *
     * @throws IOException when an embedded part does not start
     */
    public void run() throws IOException {
        try {
            DataFolder folder = DataFolder.lock(settings.data(), "gateway");
            started.push(folder);
            clearSpool();
            useOwnTemporaryFolder();
            HttpConnections.allowExtension();
            before.with(folder);
            DatabaseAddress database = settings.database().orElse(null);
            if (database == null) {
                progress.accept("PostgreSQL, embedded");
                EmbeddedDatabase embedded = EmbeddedDatabase.start(folder);
                started.push(embedded);
                database = embedded.address();
            }
            BrokerAddress broker = settings.broker().orElse(null);
            if (broker == null) {
                progress.accept("Artemis, embedded");
                EmbeddedBroker embedded = EmbeddedBroker.start(folder);
                started.push(embedded);
                broker = embedded.address();
            }
            progress.accept("routes");
            configure(database, broker);
        } catch (IOException | RuntimeException failed) {
            stopEmbedded();
            throw failed;
        }
        Runtime.getRuntime().addShutdownHook(new Thread(this::awaitEnd, "await-embedded-parts"));
        Quarkus.run(null, this::exit);
    }

    /** Told to stop by a signal, the JVM ends with its last hook: this one keeps it until all is stopped in order. */
    private void awaitEnd() {
        try {
            if (!ended.await(STOP_PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                LOG.warn("The embedded parts did not stop in time.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** What a killed gateway left there was never confirmed to anybody: its senders send it again. */
    private void clearSpool() {
        Path spool = settings.data().resolve("spool");
        if (Files.exists(spool)) {
            SpoolFolder.delete(spool);
        }
    }

    /**
     * Libraries leave files behind that nobody deletes: here they do not heap up. The launcher names the folder already,
     * which some must be told before the process starts.
     */
    private void useOwnTemporaryFolder() throws IOException {
        Path temporary = settings.data().resolve("tmp");
        if (Files.exists(temporary)) {
            SpoolFolder.delete(temporary);
        }
        System.setProperty("java.io.tmpdir", Files.createDirectories(temporary).toString());
    }

    private void configure(DatabaseAddress database, BrokerAddress broker) throws IOException {
        int port = settings.httpPort() == 0 ? freePort() : settings.httpPort();
        RunningParts.set(settings, new RunningGateway(port, database, broker), ready);
        QuarkusSettings.configure(settings.inForce());
        System.setProperty("quarkus.http.host", settings.httpHost());
        System.setProperty("quarkus.http.port", Integer.toString(port));
        Set<Integer> ports = new HashSet<>(Set.of(port));
        settings.https().ifPresent(https -> ports.add(https.port()));
        HttpConnections.limit(ports, settings.http());
        if (settings.https().isPresent()) {
            settings.https().get().configure();
        }
        System.setProperty("quarkus.datasource.jdbc.url", database.sessionUrl());
        System.setProperty("quarkus.datasource.username", database.user());
        System.setProperty("quarkus.datasource.password", database.password());
        System.setProperty("quarkus.log.file.enabled", "true");
        System.setProperty(
                "quarkus.log.file.path",
                settings.data().resolve("log/lotwire.log").toString());
        System.setProperty("lotwire.lanes", Integer.toString(settings.lanes()));
        System.setProperty("camel.main.routes-include-pattern", "file:" + settings.routes() + "/*.camel.yaml");
    }

    /** Chosen here, not by the HTTP server, so that it is known to all before anything listens. */
    private int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName(settings.httpHost()))) {
            return socket.getLocalPort();
        }
    }

    private void exit(int code, Throwable failure) {
        if (failure != null) {
            LOG.debug("The gateway stopped", failure);
            LOG.error("The gateway stopped: " + RootCause.sentence(failure));
        }
        stopEmbedded();
        ended.countDown();
        Runtime.getRuntime().halt(failure == null ? code : 1);
    }

    private void stopEmbedded() {
        while (!started.isEmpty()) {
            try {
                started.pop().close();
            } catch (Exception e) {
                LOG.warn("An embedded part did not stop cleanly: " + e.getMessage());
            }
        }
    }
}
