package io.lotwire.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The flushes with which a gateway and its PostgreSQL wait for the disk (fsync, fdatasync), as the {@code strace} command
 * sees them: they are counted, and can be made to take long. Everything is as it was when it is closed.
 */
final class Flushes implements AutoCloseable {
    private static final String CALLS = "fsync,fdatasync";
    private static final Pattern CALL = Pattern.compile("\\bf(data)?sync\\(");
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Process strace;
    private final Path calls;

    private Flushes(Process strace, Path calls) {
        this.strace = strace;
        this.calls = calls;
    }

    /** Leaves a test out where {@code strace} is missing, or may not look into other processes. */
    static void assumeSeen() throws IOException, InterruptedException {
        assumeTrue(canTrace(), "the strace command is not installed, or may not trace");
    }

    /** Tries it on a process that is none of its own, which not every user may. */
    private static boolean canTrace() throws IOException, InterruptedException {
        Process other = new ProcessBuilder("cat").start();
        try {
            Process strace = new ProcessBuilder("strace", "-o", "/dev/null", "-p", Long.toString(other.pid()))
                    .redirectErrorStream(true)
                    .start();
            try (BufferedReader said = strace.inputReader()) {
                String line = said.readLine();
                return line != null && line.contains("attached");
            } finally {
                strace.destroy();
                strace.waitFor();
            }
        } catch (IOException missing) {
            return false;
        } finally {
            other.destroy();
        }
    }

    /** Counts those of a gateway from now on. */
    static Flushes of(GatewayUnderTest gateway) throws IOException {
        return start(gateway, List.of());
    }

    /** From now on each takes so much longer. */
    static Flushes slow(GatewayUnderTest gateway, Duration longer) throws IOException {
        return start(
                gateway,
                List.of("-e", "inject=" + CALLS + ":delay_enter=" + TimeUnit.NANOSECONDS.toMicros(longer.toNanos())));
    }

    private static Flushes start(GatewayUnderTest gateway, List<String> more) throws IOException {
        Path calls = Files.createTempFile("flushes", ".txt");
        Path said = Files.createTempFile("strace", ".txt");
        List<Long> processes = gateway.processes();
        List<String> command = new ArrayList<>(List.of("strace", "-f", "-e", "trace=" + CALLS, "-o", calls.toString()));
        command.addAll(more);
        processes.forEach(process -> command.addAll(List.of("-p", process.toString())));
        Process strace = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        Flushes flushes = new Flushes(strace, calls);
        try {
            await("strace sees the gateway").atMost(PATIENCE).untilAsserted(() -> {
                String text = Files.readString(said);
                assertThat(processes)
                        .allMatch(process -> text.contains("Process " + process + " attached") || hasEnded(process));
            });
        } catch (RuntimeException | Error notSeen) {
            flushes.close();
            throw notSeen;
        }
        Files.delete(said);
        return flushes;
    }

    /** A session of the database may have ended before strace came. */
    private static boolean hasEnded(long process) {
        return ProcessHandle.of(process).isEmpty();
    }

    /** How many there were so far. */
    long count() throws IOException {
        try (Stream<String> lines = Files.lines(calls)) {
            return lines.filter(line -> CALL.matcher(line).find()).count();
        }
    }

    @Override
    public void close() throws IOException {
        strace.destroy(); // It lets go of the processes.
        try {
            assertThat(strace.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            strace.destroyForcibly();
        }
        Files.delete(calls);
    }
}
