package io.lotwire.cli;

import io.lotwire.desk.offline.OfflineDesk;
import io.lotwire.partner.Profile;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code lotwire validate}: interchanges in, their problems or their acknowledgement out. */
@Command(
        name = "validate",
        description = "Checks interchanges and prints what is wrong with them.",
        footer = {"", "Exit code 0: all is accepted; 1: something is rejected; 2: wrong use."})
public final class ValidateCommand implements Callable<Integer> {
    @Mixin
    HelpOption help;

    private final Installation installation;
    private final OfflineDesk desk;

    @Mixin
    private InputFiles files;

    @ArgGroup
    private Output output = new Output();

    /** What is printed. */
    static final class Output {
        @Option(
                names = "--ack",
                paramLabel = "KIND",
                description =
                        "997, 999, TA1, CONTRL, or what the profile says (agreed): print the acknowledgement that the partner"
                                + " would get; problems go to standard error.",
                converter = AcknowledgementConverter.class)
        private AcknowledgementWanted acknowledgement;

        @Option(names = "--json", description = "Print each problem as a JSON object in a line of its own.")
        private boolean json;
    }

    public ValidateCommand(Installation installation, OfflineDesk desk) {
        this.installation = installation;
        this.desk = desk;
    }

    @Override
    public Integer call() throws IOException {
        Optional<Profile> sender = files.sender(installation);
        PrintStream out = new PrintStream(installation.out(), false, StandardCharsets.UTF_8);
        int exitCode = output.acknowledgement == null ? problems(sender, out) : acknowledgements(sender, out);
        out.flush();
        return exitCode;
    }

    private int problems(Optional<Profile> sender, PrintStream out) throws IOException {
        return files.each(
                installation,
                problem -> out.println(output.json ? ProblemLine.json(problem) : ProblemLine.text(problem)),
                (file, problems) -> {
                    int[] found = {0};
                    desk.validate(file, sender, problem -> {
                        found[0]++;
                        problems.accept(problem);
                    });
                    if (found[0] == 0 && !output.json) {
                        out.println(file.name() + ": no problems");
                    }
                });
    }

    private int acknowledgements(Optional<Profile> sender, PrintStream out) throws IOException {
        return files.each(
                installation,
                problem -> installation.err().println(ProblemLine.text(problem)),
                (file, problems) -> output.acknowledgement.print(desk, file, sender, out, problems));
    }
}
