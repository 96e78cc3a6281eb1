package io.lotwire.bench.pipeline;

import io.lotwire.bench.pipeline.StandInPartner.Question;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A {@link StandInPartner} that runs. */
final class PartnerProcess implements AutoCloseable {
    private static final long STOP_SECONDS = 10;

    private final Process process;
    private final BufferedReader answers;
    private final Writer questions;
    private final Path log;
    private final Path files;
    private final URI as2;
    private final int sftpPort;

    private PartnerProcess(Process process, Path folder, Path log) throws IOException {
        this.files = folder.resolve(StandInPartner.FILES);
        this.process = process;
        this.log = log;
        this.answers = process.inputReader(StandardCharsets.UTF_8);
        this.questions = process.outputWriter(StandardCharsets.UTF_8);
        this.as2 = URI.create("http://127.0.0.1:" + heard() + "/as2");
        this.sftpPort = heard();
    }

    /** Starts it with its files in this folder, and its keys in the other. */
    static PartnerProcess start(Path folder, Path keys) throws IOException {
        Path log = Files.createDirectories(folder).resolve("log.txt");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        StandInPartner.class.getName(),
                        folder.toString(),
                        keys.toString())
                .redirectError(log.toFile())
                .start();
        try {
            return new PartnerProcess(process, folder, log);
        } catch (IOException notStarted) {
            process.destroyForcibly();
            throw notStarted;
        }
    }

    /** Where it takes AS2 messages. */
    URI as2() {
        return as2;
    }

    /** The port of its SFTP server. */
    int sftpPort() {
        return sftpPort;
    }

    /** The folder that SFTP users see. */
    Path files() {
        return files;
    }

    /** How many files are in a directory that SFTP users see. */
    long filesIn(String directory) throws IOException {
        try (Stream<Path> there = Files.list(files.resolve(directory))) {
            return there.count();
        }
    }

    /** What it answers to a question. */
    synchronized int ask(Question question) throws IOException {
        questions.write(question + "\n");
        questions.flush();
        return heard();
    }

    private int heard() throws IOException {
        String line = answers.readLine();
        if (line == null) {
            throw new IOException("The stand-in partner ended:\n" + Files.readString(log));
        }
        return Integer.parseInt(line);
    }

    @Override
    public void close() throws IOException {
        questions.close();
        try {
            if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException interrupted) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
