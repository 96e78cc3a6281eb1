package io.lotwire.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code lotwire compliance request}: what a regulator asks for, and its 24 hours. */
@Command(
        name = "request",
        synopsisSubcommandLabel = "COMMAND",
        description = "Keeps what a regulator asks for, from the request to the package (21 CFR 1.1455(c)).")
final class ComplianceRequestCommand implements Runnable {
    @Mixin
    HelpOption help;

    @Spec
    private CommandSpec command;

    @Override
    public void run() {
        throw new ParameterException(command.commandLine(), "Missing command after 'request'.");
    }
}
