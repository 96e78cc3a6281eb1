package io.lotwire.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code lotwire alerts}: who was told of doubts about lots, and who looks after them. */
@Command(
        name = "alerts",
        synopsisSubcommandLabel = "COMMAND",
        description = "Looks after alerts: who is told of doubts about lots, as 'alerts' of profiles says.")
final class AlertsCommand implements Runnable {
    @Mixin
    HelpOption help;

    @Spec
    private CommandSpec command;

    @Override
    public void run() {
        throw new ParameterException(command.commandLine(), "Missing command after 'alerts'.");
    }
}
