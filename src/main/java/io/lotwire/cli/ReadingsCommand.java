package io.lotwire.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code lotwire readings}: what loggers measured beside goods. */
@Command(
        name = "readings",
        synopsisSubcommandLabel = "COMMAND",
        description = "Looks after what loggers measured beside goods: temperatures and humidities.")
final class ReadingsCommand implements Runnable {
    @Mixin
    HelpOption help;

    @Spec
    private CommandSpec command;

    @Override
    public void run() {
        throw new ParameterException(command.commandLine(), "Missing command after 'readings'.");
    }
}
