package io.lotwire.bench.registry;

import io.lotwire.cli.LibraryLog;
import io.lotwire.compliance.Selection;
import io.lotwire.compliance.Statements;
import io.lotwire.compliance.Terms;
import io.lotwire.compliance.sheet.About;
import io.lotwire.compliance.sheet.SpreadsheetFile;
import io.lotwire.compliance.sheet.Summary;
import io.lotwire.embedded.DatabaseAddress;
import io.lotwire.ledger.Ledger;
import io.lotwire.lot.Gtin;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** FDA's spreadsheet of all that happened to a product, written in a process of its own with a small heap. */
public final class Sheet {
    static final int HEAP_MEGABYTES = 128;

    private static final double NANOS_OF_SECOND = 1e9;
    private static final String PASSWORD = "LOTWIRE_DB_PASSWORD";

    private Sheet() {}

    /**
     * How it went.
     *
     * @param rows events in it
     * @param seconds from the start of the process to its end
     */
    record Written(long rows, double seconds) {}

    /** Writes it to a file, and deletes that. */
    static Written written(DatabaseAddress database, Gtin product, Path file) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + HEAP_MEGABYTES + "m",
                // As ./lotwire starts a command.
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                Sheet.class.getName(),
                database.url(),
                database.user(),
                product.digits(),
                file.toString()));
        builder.environment().put(PASSWORD, database.password());
        builder.redirectError(ProcessBuilder.Redirect.INHERIT);
        long start = System.nanoTime();
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        int code = process.waitFor();
        double seconds = (System.nanoTime() - start) / NANOS_OF_SECOND;
        if (code != 0) {
            throw new IllegalStateException("The spreadsheet was not written: exit code " + code + ".");
        }
        Files.delete(file);
        return new Written(Long.parseLong(said), seconds);
    }

    /** Writes it; prints how many events are in it. */
    public static void main(String[] arguments) throws IOException {
        LibraryLog.leaveOutDetails();
        DatabaseAddress database = new DatabaseAddress(arguments[0], arguments[1], System.getenv(PASSWORD));
        Clock clock = Clock.systemUTC();
        Selection selection = new Selection(
                Optional.empty(),
                Optional.empty(),
                Optional.of(new Gtin(arguments[2])),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        Summary summary = new Ledger(database.unpooled(), clock)
                .<Summary, IOException>inTransaction(
                        tx -> new SpreadsheetFile(Path.of(arguments[3]), SpreadsheetFile.Format.XLSX)
                                .writeFda(
                                        new Statements(tx, selection, Terms.USUAL),
                                        new About(selection, clock.instant(), "benchmark")));
        System.out.println(summary.events());
    }
}
