package io.lotwire.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.lotwire.desk.offline.Input;
import io.lotwire.infer.DraftCheck;
import io.lotwire.infer.Inference;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code lotwire partner infer}: sample files in, a draft profile out. */
@Command(
        name = "infer",
        description =
                "Writes a draft profile from files of one partner. Questions that the files leave open go to standard"
                        + " error, and stand at the end of the draft. Samples that are rejected, such as those with wrong"
                        + " counts, are only looked into, and told there, too.",
        footer = {"", "Exit code 0: there is a draft; 1: the files hold no transaction set; 2: wrong use."})
final class PartnerInferCommand implements Callable<Integer> {
    /** Who waits longer wants to see that something happens. */
    private static final Duration QUICK = Duration.ofSeconds(2);

    @Mixin
    HelpOption help;

    @Spec
    private CommandSpec command;

    private final Installation installation;

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "Files of interchanges; - is standard input.")
    private List<String> files;

    @Option(names = "--name", paramLabel = "NAME", required = true, description = "What the profile is to be named.")
    private String name;

    @Option(names = "--out", paramLabel = "FILE", description = "Write the draft there, where no file is yet.")
    private Path out;

    PartnerInferCommand(Installation installation) {
        this.installation = installation;
    }

    @Override
    public Integer call() throws IOException {
        check();
        List<Input> inputs = new ArrayList<>();
        try {
            for (String file : files) {
                inputs.add(input(file));
            }
            Inference inference =
                    Inference.of(name, inputs, installation.mappings(), installation.profiles(), new Progress());
            write(inference.draft());
            DraftCheck.problems(
                            name,
                            inference.draft(),
                            installation.partners(),
                            installation.mappings(),
                            installation.clock())
                    .forEach(problem -> installation.err().println(ProblemLine.text(problem)));
            inference
                    .rejections()
                    .forEach(sample -> installation.err().println("rejected, only looked into: " + sample));
            inference.questions().forEach(question -> installation.err().println("question: " + question));
            return inference.sets() > 0 ? ExitCode.GOOD : ExitCode.REJECTED;
        } finally {
            for (Input input : inputs) {
                input.close();
            }
        }
    }

    private void check() {
        if (!name.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
            throw wrong(
                    "'" + name + "' is no name of a profile: use small letters, digits and hyphens, as in acme-foods.");
        }
        if (out != null && Files.exists(out)) {
            throw wrong(out + " is there already: delete it, or name another file.");
        }
    }

    private Input input(String file) {
        try {
            return Input.of(file, installation.in());
        } catch (IOException | InvalidPathException e) {
            throw wrong(file + ": cannot be read: check that it is a file and may be read.");
        }
    }

    private ParameterException wrong(String sentence) {
        return new ParameterException(command.commandLine(), sentence);
    }

    private void write(String draft) throws IOException {
        if (out == null) {
            installation.out().write(draft.getBytes(UTF_8));
            installation.out().flush();
        } else {
            Files.writeString(out, draft);
        }
    }

    /** Names each file once it takes long. */
    private final class Progress implements Consumer<String> {
        private final Instant start = Instant.now();
        private int read;

        @Override
        public void accept(String file) {
            if (Duration.between(start, Instant.now()).compareTo(QUICK) > 0) {
                installation.err().println("reading file " + (read + 1) + " of " + files.size() + ": " + file);
            }
            read++;
        }
    }
}
