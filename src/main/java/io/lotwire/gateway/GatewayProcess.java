package io.lotwire.gateway;

import io.lotwire.embedded.BrokerAddress;
import io.lotwire.embedded.DataFolder;
import io.lotwire.embedded.DatabaseAddress;
import io.lotwire.embedded.EmbeddedBroker;
import io.lotwire.embedded.EmbeddedDatabase;
import io.quarkus.runtime.Quarkus;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/** The gateway as a process: starts what the environment does not name, then Quarkus, and ends all in reverse. */
public final class GatewayProcess {
    private static final Logger LOG = Logger.getLogger(GatewayProcess.class);

    private final Settings settings;
    private final Consumer<String> progress;
    private final Deque<AutoCloseable> started = new ArrayDeque<>();

    /**
     * @param progress is told in a few words what is being started
     */
    public GatewayProcess(Settings settings, Consumer<String> progress) {
        this.settings = settings;
        this.progress = progress;
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
        Quarkus.run(null, this::exit);
    }

    private void configure(DatabaseAddress database, BrokerAddress broker) {
        RunningParts.set(settings, broker);
        System.setProperty("quarkus.http.host", settings.httpHost());
        System.setProperty("quarkus.http.port", Integer.toString(settings.httpPort()));
        System.setProperty("quarkus.datasource.jdbc.url", database.url());
        System.setProperty("quarkus.datasource.username", database.user());
        System.setProperty("quarkus.datasource.password", database.password());
        System.setProperty("camel.main.routes-include-pattern", "file:" + settings.routes() + "/*.camel.yaml");
    }

    private void exit(int code, Throwable failure) {
        if (failure != null) {
            LOG.error("The gateway stopped: " + failure.getMessage(), failure);
        }
        stopEmbedded();
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
