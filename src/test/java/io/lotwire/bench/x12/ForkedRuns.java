package io.lotwire.bench.x12;

import io.lotwire.bench.Figure;
import io.lotwire.edi.read.X12Parser;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.Writer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is measured in processes of their own: memory, and the time to the first document. */
final class ForkedRuns {
    private static final long LARGE_SET = 100_000_000;
    private static final int HEAP_MEGABYTES = 64;
    private static final double FIRST_DOCUMENT_SECONDS = 0.5;
    private static final int SMALL_DOCUMENT = 2_000;
    private static final int STARTS = 7;
    private static final long DEADLINE_SECONDS = 60;

    private final Path home;

    ForkedRuns(Path home) {
        this.home = home;
    }

    /** Whether one set of 100 MB is read whole, checked, with its lots, in a heap of 64 MB. */
    Figure largeSet() throws IOException, InterruptedException {
        String what = "heap for one set of 100 MB";
        Path file = Files.createTempFile("lotwire-large-set", ".edi");
        Path errors = Files.createTempFile("lotwire-large-set", ".txt");
        try {
            Tally expected;
            try (OutputStream out = Files.newOutputStream(file)) {
                expected = ShipNotices.writeLargeSet(X12Reading.SEED, LARGE_SET, out);
            }
            Process process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xmx" + HEAP_MEGABYTES + "m",
                            "-cp",
                            classPath(),
                            LargeSetProbe.class.getName(),
                            file.toString())
                    .redirectError(errors.toFile())
                    .start();
            String found = output(process).trim();
            if (found.equals(expected.toString())) {
                return Figure.atMost(what, "MB", HEAP_MEGABYTES, HEAP_MEGABYTES, "");
            }
            String why = found.isEmpty()
                    ? Files.readString(errors).lines().findFirst().orElse("no answer")
                    : "found " + found + ", but there are " + expected;
            return Figure.notMeasured(what, "MB", HEAP_MEGABYTES, "failed: " + why);
        } finally {
            Files.delete(file);
            Files.delete(errors);
        }
    }

    /** Only our classes: each jar of the other parsers takes some of the small heap. */
    private static String classPath() {
        return Stream.of(LargeSetProbe.class, X12Parser.class)
                .map(type -> type.getProtectionDomain().getCodeSource().getLocation())
                .map(location -> Path.of(URI.create(location.toString())).toString())
                .distinct()
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** The median of the seconds from the start of {@code ./lotwire translate} to the first event that it prints. */
    Figure firstDocument() throws IOException, InterruptedException {
        String what = "first document, from process start";
        Path launcher = home.resolve("lotwire");
        if (!Files.isExecutable(launcher)) {
            return Figure.notMeasured(what, "s", FIRST_DOCUMENT_SECONDS, "there is no launcher in " + home);
        }
        Path file = Files.createTempFile("lotwire-first-document", ".edi");
        try {
            Files.write(
                    file,
                    ShipNotices.interchange(X12Reading.SEED, SMALL_DOCUMENT).bytes());
            firstLineSeconds(launcher, file); // Builds if it must.
            double[] seconds = new double[STARTS];
            for (int i = 0; i < STARTS; i++) {
                seconds[i] = firstLineSeconds(launcher, file);
            }
            return Figure.atMost(what, "s", SpeedRun.median(seconds), FIRST_DOCUMENT_SECONDS, "");
        } finally {
            Files.delete(file);
        }
    }

    private static double firstLineSeconds(Path launcher, Path file) throws IOException, InterruptedException {
        long start = System.nanoTime();
        Process process = new ProcessBuilder(List.of(launcher.toString(), "translate", file.toString()))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
            String line = out.readLine();
            double seconds = (System.nanoTime() - start) / 1e9;
            out.transferTo(Writer.nullWriter());
            if (line == null || !line.startsWith("{") || process.waitFor() != 0) {
                throw new IOException("./lotwire translate printed no lot event: " + line);
            }
            return seconds;
        }
    }

    private static String output(Process process) throws IOException, InterruptedException {
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            StringBuilder text = new StringBuilder();
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                text.append(line).append('\n');
            }
            if (!process.waitFor(DEADLINE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
            return text.toString();
        }
    }
}
