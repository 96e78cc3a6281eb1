package io.lotwire.cli;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code lotwire bench}: the benchmarks. They stand among the tests, because what ours is compared with is no
 * part of the product; so Maven compiles them first.
 */
@Command(
        name = "bench",
        description =
                "Measures Lotwire beside other products and beside what it stands on, side by side in one run: ratios, each with"
                        + " its goal and whether it is met. Takes some minutes; let nothing else run meanwhile.",
        footer = {
            "",
            "x12: reading X12, checking it and finding its lots.",
            "as2: receiving AS2 messages, many small ones and a large one of 500 MB.",
            "pipeline: the whole gateway, beside its own database, disk, broker and engine.",
            "registry: traces, searches and recalls among 10 million events, with the right answers known.",
            "Needs Maven and the sources. Exit code: 0 every goal is met, 1 one is not, 2 no such benchmark."
        })
final class BenchCommand implements Callable<Integer> {
    private static final List<String> COMPILE =
            List.of("mvn", "-q", "-B", "-Pbench", "-Dspotless.check.skip", "process-test-classes");

    @Mixin
    HelpOption help;

    private final Installation installation;
    private final Path home;

    @Parameters(paramLabel = "NAME", arity = "0..1", description = "The benchmark; all when left out.")
    private String name;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    BenchCommand(Installation installation, Path home) {
        this.installation = installation;
        this.home = home;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (!Files.exists(home.resolve("pom.xml"))) {
            installation.err().println("The benchmarks need Lotwire's sources: run ./lotwire bench in their folder.");
            return ExitCode.USAGE;
        }
        installation.err().println("Compiling the benchmarks ...");
        int compiled = run(COMPILE, ProcessBuilder.Redirect.PIPE);
        return compiled == 0 ? run(measuring(), ProcessBuilder.Redirect.INHERIT) : ExitCode.REJECTED;
    }

    private List<String> measuring() throws IOException {
        Path target = home.resolve("target");
        String classes = String.join(
                File.pathSeparator,
                target.resolve("test-classes").toString(),
                target.resolve("classes").toString(),
                Files.readString(target.resolve("bench.classpath")).trim());
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dlotwire.home=" + home,
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-cp",
                classes,
                "io.lotwire.bench.Bench"));
        if (name != null) {
            command.add(name);
        }
        if (json) {
            command.add("--json");
        }
        return command;
    }

    /** Runs a command in the repository; what it prints to a pipe goes to standard error, where it disturbs no JSON. */
    private int run(List<String> command, ProcessBuilder.Redirect output) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .directory(home.toFile())
                .redirectOutput(output)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        process.getInputStream().transferTo(installation.err());
        return process.waitFor();
    }
}
