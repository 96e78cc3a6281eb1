package io.lotwire.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code lotwire registry}: what is known of lots, products and parties beside what documents say. */
@Command(
        name = "registry",
        synopsisSubcommandLabel = "COMMAND",
        description = "Looks after what is known of lots, products and parties.")
final class RegistryCommand implements Runnable {
    @Mixin
    HelpOption help;

    @Spec
    private CommandSpec command;

    @Override
    public void run() {
        throw new ParameterException(command.commandLine(), "Missing command after 'registry'.");
    }
}
