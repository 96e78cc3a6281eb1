package io.lotwire.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.lotwire.embedded.BrokerAddress;
import io.lotwire.embedded.DataFolder;
import io.lotwire.embedded.DatabaseAddress;
import io.lotwire.embedded.EmbeddedBroker;
import io.lotwire.embedded.EmbeddedDatabase;
import io.lotwire.ledger.Archive;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The packaged gateway as a process of its own, on a data folder that outlives it. */
final class GatewayUnderTest implements AutoCloseable {
    /** The repository: its profiles, mappings and routes are the ones under test. */
    static final Path HOME = Path.of("").toAbsolutePath();

    private static final Path JAR = HOME.resolve("target/quarkus-app/quarkus-run.jar");
    private static final Duration START_LIMIT = Duration.ofSeconds(90);
    private static final long STOP_LIMIT_SECONDS = 60;
    private static final int USUAL_HEAP_MEGABYTES = 512;
    private static final Pattern READY = Pattern.compile("Lotwire is ready at (http://127\\.0\\.0\\.1:\\d+) ");

    private static final Set<Path> STARTED = ConcurrentHashMap.newKeySet();

    private final Path data;
    private final Path log;
    private final Process process;
    private final URI url;

    private GatewayUnderTest(Path data, Path log, Process process, URI url) {
        this.data = data;
        this.log = log;
        this.process = process;
        this.url = url;
    }

    /**
     * Starts it on a free port and waits until it says that it is ready.
     *
     * @param data its data folder; what the process prints goes into {@code target/journey}
     * @param environment the variables that its profiles want
     */
    static GatewayUnderTest start(Path data, Map<String, String> environment) throws IOException {
        return start(data, environment, USUAL_HEAP_MEGABYTES);
    }

    /** The same with so much heap. */
    static GatewayUnderTest start(Path data, Map<String, String> environment, int heapMegabytes) throws IOException {
        assertThat(JAR).as("the packaged gateway").exists();
        Path log = Files.createDirectories(HOME.resolve("target/journey")).resolve(data.getFileName() + ".log");
        if (STARTED.add(data)) {
            Files.deleteIfExists(log); // It is of another run of the tests.
        }
        int earlier = Files.exists(log) ? Files.readString(log).length() : 0;
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx" + heapMegabytes + "m",
                        "-XX:TieredStopAtLevel=1",
                        "-Dlotwire.home=" + HOME,
                        "-jar",
                        JAR.toString(),
                        "run")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().keySet().removeIf(name -> name.startsWith("LOTWIRE_"));
        builder.environment().put("LOTWIRE_DATA", data.toString());
        builder.environment().put("LOTWIRE_HTTP_PORT", "0");
        builder.environment().putAll(environment);
        Process process = builder.start();
        try {
            Optional<URI> url = await("the gateway is ready")
                    .atMost(START_LIMIT)
                    .until(
                            () -> readyAt(read(log).substring(earlier)),
                            ready -> ready.isPresent() || !process.isAlive());
            assertThat(url)
                    .as(() -> "the gateway is ready, it said:\n" + read(log))
                    .isPresent();
            return new GatewayUnderTest(data, log, process, url.get());
        } catch (RuntimeException | Error notReady) {
            process.destroyForcibly();
            stopDatabase(data);
            throw notReady;
        }
    }

    /** Where it takes AS2 messages. */
    URI as2() {
        return url.resolve("/as2");
    }

    /** The address of something else that it serves over HTTP. */
    URI path(String path) {
        return url.resolve(path);
    }

    /** What it answers under a path. */
    String get(String path) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(path(path)).build(), HttpResponse.BodyHandlers.ofString())
                .body();
    }

    /** Its data folder. */
    Path data() {
        return data;
    }

    /** What it has printed so far, over all its lives. */
    String log() {
        return read(log);
    }

    /** Its database, which can be asked whether the process lives or not. */
    DatabaseAddress database() throws IOException {
        return EmbeddedDatabase.running(data).orElseThrow();
    }

    /** Its own process, and those of its database: the server, and what that started so far. */
    List<Long> processes() throws IOException {
        // A session of the database is a child of its server while it lasts.
        ProcessHandle server = new LedgerView(database())
                .ask(handle -> ProcessHandle.of(handle.createQuery("select pg_backend_pid()")
                                .mapTo(Long.class)
                                .one())
                        .flatMap(ProcessHandle::parent)
                        .orElseThrow());
        return Stream.concat(
                        Stream.of(process.pid(), server.pid()),
                        server.children().map(ProcessHandle::pid))
                .toList();
    }

    /** Its broker. */
    BrokerAddress broker() throws IOException {
        return EmbeddedBroker.addressIn(data).orElseThrow();
    }

    /** What it keeps of everything that came in and went out. */
    Archive archive() throws IOException {
        return Archive.in(data.resolve("archive"));
    }

    /** SIGKILL: the process has no time for anything. Its PostgreSQL lives on. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        assertThat(process.waitFor(STOP_LIMIT_SECONDS, TimeUnit.SECONDS)).isTrue();
    }

    /** Ends the process and its database, whatever state they are in. */
    @Override
    public void close() throws IOException {
        try {
            process.destroy();
            if (!process.waitFor(STOP_LIMIT_SECONDS, TimeUnit.SECONDS)) {
                kill();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        } finally {
            stopDatabase(data);
        }
    }

    /** Stops the PostgreSQL of a data folder, when it runs and its gateway does not. */
    static void stopDatabase(Path data) throws IOException {
        if (EmbeddedDatabase.running(data).isPresent()) {
            try (DataFolder folder = DataFolder.lock(data, "test")) {
                EmbeddedDatabase.start(folder).close();
            }
        }
    }

    private static Optional<URI> readyAt(String printed) {
        Matcher ready = READY.matcher(printed);
        return ready.find() ? Optional.of(URI.create(ready.group(1))) : Optional.empty();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
