package io.lotwire.cli;

import io.lotwire.problem.Problem;
import io.lotwire.sample.Difference;
import io.lotwire.sample.Sample;
import io.lotwire.sample.SampleRun;
import io.lotwire.sample.SampleSet;
import io.lotwire.sample.Samples;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code lotwire partner test}: golden samples, and how what comes out differs. */
@Command(
        name = "test",
        description = "Runs the golden samples of partners and mappings and shows each difference.",
        footer = {"", "Exit code 0: all is as expected; 1: something differs; 2: wrong use."})
final class PartnerTestCommand implements Callable<Integer> {
    @Mixin
    HelpOption help;

    @Spec
    private CommandSpec command;

    private final Installation installation;

    @Parameters(
            paramLabel = "NAME",
            arity = "0..1",
            description = "The partner, or the mapping, such as x12/856. Without it: all of them.")
    private String name;

    @Option(names = "--accept", description = "Make what comes out the expectation, and say which files were written.")
    private boolean accept;

    PartnerTestCommand(Installation installation) {
        this.installation = installation;
    }

    /** How many samples there were, and how many of them were not as expected. */
    private record Count(int samples, int wrong) {}

    @Override
    public Integer call() throws IOException {
        List<SampleSet> sets = new Samples(installation.partners(), installation.mappings(), installation.profiles())
                .all().stream()
                        .filter(set -> name == null || set.name().equals(name))
                        .toList();
        if (sets.isEmpty()) {
            throw new ParameterException(
                    command.commandLine(),
                    "There is no partner '" + name + "' in force, and no mapping of this name has samples.");
        }
        PrintStream out = new PrintStream(installation.out(), false, StandardCharsets.UTF_8);
        int samples = 0;
        int wrong = 0;
        for (SampleSet set : sets) {
            Count count = run(set, out);
            samples += count.samples();
            wrong += count.wrong();
            out.flush();
        }
        out.println((samples == 1 ? "1 sample, " : samples + " samples, ")
                + (wrong == 0 ? "all as expected" : wrong + " not as expected"));
        out.flush();
        return wrong == 0 ? ExitCode.GOOD : ExitCode.REJECTED;
    }

    private Count run(SampleSet set, PrintStream out) throws IOException {
        List<SampleRun> different = new ArrayList<>();
        for (Sample sample : set.samples()) {
            SampleRun run = SampleRun.of(sample);
            if (!run.isAsExpected()) {
                different.add(run);
            }
        }
        out.println(set.of().name().toLowerCase(Locale.ROOT) + " " + set.name() + ": " + result(set, different.size()));
        for (Problem problem : set.problems()) {
            installation.err().println(ProblemLine.text(problem));
        }
        for (SampleRun run : different) {
            if (accept) {
                accept(run, out);
            } else {
                run.differences().forEach(difference -> print(difference, out));
            }
        }
        return new Count(set.samples().size(), set.problems().size() + (accept ? 0 : different.size()));
    }

    private static String result(SampleSet set, int different) {
        int samples = set.samples().size();
        if (samples == 0) {
            return "no samples";
        }
        return samples
                + (samples == 1 ? " sample, " : " samples, ")
                + (different == 0 ? "as expected" : different + (different == 1 ? " differs" : " differ"));
    }

    private static void accept(SampleRun run, PrintStream out) throws IOException {
        for (Path file : run.accept()) {
            out.println("  " + (Files.exists(file) ? "wrote " : "deleted ") + file);
        }
    }

    private static void print(Difference difference, PrintStream out) {
        out.println("  " + difference.file() + (difference.made().isEmpty() ? ": nothing came out" : ""));
        difference.diff().forEach(line -> out.println("    " + line));
    }
}
