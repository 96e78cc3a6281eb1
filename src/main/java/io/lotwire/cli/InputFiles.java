package io.lotwire.cli;

import io.lotwire.desk.offline.Input;
import io.lotwire.partner.Profile;
import io.lotwire.partner.Profiles;
import io.lotwire.problem.Problem;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The files that a command reads, and whose they are: arguments that such commands have in common. */
final class InputFiles {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "Files of interchanges; - is standard input.")
    private List<String> files;

    @Option(
            names = "--partner",
            paramLabel = "NAME",
            description = "The partner whose rules hold. Without it: the one that the interchange names as its sender.")
    private String partner;

    /** What to do with a file. */
    interface Work {
        void with(Input file, Consumer<Problem> problems) throws IOException;
    }

    /** The profile of {@code --partner}. */
    Optional<Profile> sender(Installation installation) {
        if (partner == null) {
            return Optional.empty();
        }
        Profiles profiles = installation.profiles();
        Optional<Profile> profile = profiles.byName(partner);
        if (profile.isEmpty()) {
            String known = profiles.good().stream().map(Profile::name).collect(Collectors.joining(", "));
            throw new ParameterException(
                    command.commandLine(),
                    "No profile '" + partner + "' is in force. In force are: " + known
                            + ". 'lotwire partner check' says what is wrong with others.");
        }
        return profile;
    }

    /**
     * Does the work with each file; one that cannot be read does not keep the others from it.
     *
     * @param problems is told what is wrong
     * @return the exit code
     */
    int each(Installation installation, Consumer<Problem> problems, Work work) throws IOException {
        int exitCode = ExitCode.GOOD;
        for (String file : files) {
            exitCode = Math.max(exitCode, one(file, installation, problems, work));
        }
        return exitCode;
    }

    private static int one(String file, Installation installation, Consumer<Problem> problems, Work work)
            throws IOException {
        Input input;
        try {
            input = Input.of(file, installation.in());
        } catch (IOException | InvalidPathException e) {
            installation.err().println(file + ": cannot be read: " + reason(e) + ".");
            return ExitCode.USAGE;
        }
        boolean[] rejected = {false};
        try (input) {
            work.with(input, problem -> {
                rejected[0] |= problem.isError();
                problems.accept(problem);
            });
        }
        return rejected[0] ? ExitCode.REJECTED : ExitCode.GOOD;
    }

    private static String reason(Exception e) {
        if (e instanceof NoSuchFileException) {
            return "there is no such file";
        }
        if (e instanceof AccessDeniedException) {
            return "permission denied";
        }
        return "it is no readable file";
    }
}
