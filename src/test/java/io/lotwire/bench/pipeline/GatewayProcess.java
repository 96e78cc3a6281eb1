package io.lotwire.bench.pipeline;

import io.lotwire.bench.ProcessMemory;
import io.lotwire.bench.ProcessorTime;
import io.lotwire.embedded.BrokerAddress;
import io.lotwire.embedded.DataFolder;
import io.lotwire.embedded.DatabaseAddress;
import io.lotwire.embedded.EmbeddedBroker;
import io.lotwire.embedded.EmbeddedDatabase;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The packaged gateway as {@code ./lotwire run} starts it, with its embedded PostgreSQL and Artemis, on free ports of loopback. */
final class GatewayProcess implements AutoCloseable {
    private static final String JAR = "target/quarkus-app/quarkus-run.jar";
    private static final String LOG = "gateway.log";
    private static final String POSTMASTER = "postgresql/data/postmaster.pid";
    private static final int LAST_LINES = 5;
    private static final long START_SECONDS = 120;
    private static final long STOP_SECONDS = 60;
    private static final long LOOK_MILLIS = 100;
    private static final long COMPILE_SECONDS = 60;
    private static final long QUIET_MILLIS = 1000;
    /** Of a processor: what an idle gateway takes, and some. */
    private static final double QUIET = 0.15;

    private static final Pattern READY = Pattern.compile("Lotwire is ready at (http://127\\.0\\.0\\.1:\\d+) ");

    private final Path data;
    private final Process process;
    private final URI as2;

    private GatewayProcess(Path data, Process process, URI as2) {
        this.data = data;
        this.process = process;
        this.as2 = as2;
    }

    /**
     * Starts it and waits until it takes messages.
     *
     * @param home the repository's root
     * @param data its data folder
     * @param profiles the folder of profiles
     * @param javaOptions for its Java, beside those that it always has
     * @param settings of the installation, beside those that it always has
     * @throws IOException when it is not built or does not start; the message has what it printed
     */
    static GatewayProcess start(
            Path home, Path data, Path profiles, List<String> javaOptions, Map<String, String> settings)
            throws IOException, InterruptedException {
        Path jar = home.resolve(JAR);
        if (!Files.exists(jar)) {
            throw new IOException("There is no " + jar + ": run the benchmark by ./lotwire bench, which builds it.");
        }
        Path log = data.resolveSibling(LOG);
        Path temporary = Files.createDirectories(data.resolve("tmp"));
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:G1HeapRegionSize=4m",
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:+UseG1GC",
                // So that the compilers' time can be told.
                "-XX:-UseDynamicNumberOfCompilerThreads",
                "-Djava.io.tmpdir=" + temporary,
                "-Dlotwire.home=" + home));
        command.addAll(javaOptions);
        command.addAll(List.of("-jar", jar.toString(), "run"));
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("LOTWIRE_"));
        // Options for the benchmark's Java are not for the gateway's.
        builder.environment().remove("JDK_JAVA_OPTIONS");
        builder.environment().put("LOTWIRE_DATA", data.toString());
        builder.environment().put("LOTWIRE_PARTNERS", profiles.toString());
        builder.environment().put("LOTWIRE_HTTP_PORT", "0");
        builder.environment().putAll(settings);
        Process process = builder.start();
        try {
            return new GatewayProcess(data, process, ready(process, log).resolve("/as2"));
        } catch (IOException | InterruptedException notReady) {
            end(process);
            stopDatabase(data);
            throw notReady;
        }
    }

    private static URI ready(Process process, Path log) throws IOException, InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS);
        while (process.isAlive() && System.nanoTime() < end) {
            Matcher ready = READY.matcher(Files.readString(log));
            if (ready.find()) {
                return URI.create(ready.group(1));
            }
            Thread.sleep(LOOK_MILLIS);
        }
        throw new IOException("The gateway did not become ready. It printed:\n" + Files.readString(log));
    }

    /** Where it takes AS2 messages. */
    URI as2() {
        return as2;
    }

    /** The folder that its archive is in. */
    Path data() {
        return data;
    }

    /** Its database. */
    DatabaseAddress database() throws IOException {
        return EmbeddedDatabase.running(data).orElseThrow();
    }

    /** Its broker, which runs in the same process. */
    BrokerAddress broker() throws IOException {
        return EmbeddedBroker.addressIn(data).orElseThrow();
    }

    /** Milliseconds of processor that its process has had, with its broker's and without its database's. */
    double processorMillis() throws IOException {
        return ProcessorTime.millis(process.pid());
    }

    /** Those of them that Java's compilers have had: once in the life of a process, for what has become hot. */
    double compilersMillis() throws IOException {
        return ProcessorTime.compilersMillis(process.pid());
    }

    /** Milliseconds of processor that the processes of its database have had, of those that ended, too. */
    double databaseMillis() throws IOException {
        long server = Long.parseLong(
                Files.readAllLines(data.resolve(POSTMASTER)).get(0).strip());
        double millis = ProcessorTime.millisWithEnded(server);
        for (ProcessHandle child :
                (Iterable<ProcessHandle>) ProcessHandle.of(server).orElseThrow().children()::iterator) {
            millis += ProcessorTime.millis(child.pid());
        }
        return millis;
    }

    /** Waits until it does next to nothing: Java's compiler works on when the files are done. Gives up after a while. */
    void untilCompiled() throws IOException, InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(COMPILE_SECONDS);
        double before = processorMillis();
        double busy;
        do {
            Thread.sleep(QUIET_MILLIS);
            double now = processorMillis();
            busy = (now - before) / QUIET_MILLIS;
            before = now;
        } while (busy > QUIET && System.nanoTime() < end);
    }

    /** Megabytes that its process has in memory now, with its broker's and without its database's. */
    double residentMegabytes() {
        return ProcessMemory.resident(process.pid());
    }

    /** The most megabytes that its process ever had in memory. */
    double mostResidentMegabytes() {
        return ProcessMemory.mostResident(process.pid());
    }

    /** Fails when it has ended, with the end of what it printed. */
    void requireAlive() throws IOException {
        if (!process.isAlive()) {
            List<String> lines = Files.readAllLines(data.resolveSibling(LOG));
            throw new IOException("The gateway ended with exit code " + process.exitValue() + ": "
                    + String.join("\n", lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size())));
        }
    }

    @Override
    public void close() throws IOException {
        try {
            end(process);
        } finally {
            stopDatabase(data);
        }
    }

    private static void end(Process process) {
        process.destroy();
        try {
            if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException interrupted) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    /** A gateway that had to be killed leaves its PostgreSQL running. */
    private static void stopDatabase(Path data) throws IOException {
        if (EmbeddedDatabase.running(data).isPresent()) {
            try (DataFolder folder = DataFolder.lock(data, "benchmark")) {
                EmbeddedDatabase.start(folder).close();
            }
        }
    }
}
