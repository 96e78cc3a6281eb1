package io.lotwire.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** What a process has in memory, as Linux counts it; zero elsewhere. */
public final class ProcessMemory implements AutoCloseable {
    private static final int MEGABYTE = 1_000_000;
    private static final int KIBIBYTE = 1024;
    private static final int MILLIS_BETWEEN_LOOKS = 20;

    private final long process;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private final ScheduledFuture<?> looks;
    private double most;

    private ProcessMemory(long process) {
        this.process = process;
        this.looks = clock.scheduleWithFixedDelay(this::look, 0, MILLIS_BETWEEN_LOOKS, TimeUnit.MILLISECONDS);
    }

    /** Looks at a process until it is closed, fifty times a second. */
    public static ProcessMemory watch(long process) {
        return new ProcessMemory(process);
    }

    private synchronized void look() {
        most = Math.max(most, own(process));
    }

    /** The most megabytes that were the process's own while it was watched. */
    public double mostOwn() {
        look();
        return most;
    }

    /** Megabytes that are its own now: pages of no file (RssAnon), which no other process can share. */
    public static double own(long process) {
        return megabytes(process, "RssAnon:");
    }

    /** The most megabytes that it ever had in memory (VmHWM), pages of files included that others may share. */
    public static double mostResident(long process) {
        return megabytes(process, "VmHWM:");
    }

    /** Megabytes that it has in memory now (VmRSS), pages of files included. */
    public static double resident(long process) {
        return megabytes(process, "VmRSS:");
    }

    private static double megabytes(long process, String field) {
        Path status = Path.of("/proc/" + process + "/status");
        try {
            return Files.isReadable(status)
                    ? Files.readAllLines(status).stream()
                                    .filter(line -> line.startsWith(field))
                                    .mapToDouble(line -> Long.parseLong(line.replaceAll("\\D", "")))
                                    .sum()
                            * KIBIBYTE
                            / MEGABYTE
                    : 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        looks.cancel(true);
        clock.shutdownNow();
    }
}
