package io.lotwire.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code lotwire parked}: what waits for a person. */
@Command(
        name = "parked",
        synopsisSubcommandLabel = "COMMAND",
        description = "Looks after files, documents and deliveries that cannot go on by themselves.")
final class ParkedCommand implements Runnable {
    @Mixin
    HelpOption help;

    @Spec
    private CommandSpec command;

    @Override
    public void run() {
        throw new ParameterException(command.commandLine(), "Missing command after 'parked'.");
    }
}
