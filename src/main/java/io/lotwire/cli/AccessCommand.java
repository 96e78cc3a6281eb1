package io.lotwire.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code lotwire access}: who may what. */
@Command(
        name = "access",
        synopsisSubcommandLabel = "COMMAND",
        description = "Says who may sign in and which programs may ask, what they may, and who changed what.")
final class AccessCommand implements Runnable {
    @Mixin
    HelpOption help;

    @Spec
    private CommandSpec command;

    @Override
    public void run() {
        throw new ParameterException(command.commandLine(), "Missing command after 'access'.");
    }
}
