package io.lotwire.cli;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Who changes the registry: what commands that do have in common. */
final class AuthorOption {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    @Option(
            names = "--by",
            paramLabel = "NAME",
            description = "Who says it. Without it: the user of the operating system.")
    private String by;

    /** Their name. */
    String name() {
        String name = by == null ? System.getProperty("user.name", "") : by.strip();
        if (name.isEmpty()) {
            throw new ParameterException(command.commandLine(), "Say by --by who it is.");
        }
        return name;
    }
}
