package io.lotwire.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code lotwire compliance}: what concerns the food traceability rule. */
@Command(
        name = "compliance",
        synopsisSubcommandLabel = "COMMAND",
        description =
                "Answers what the food traceability rule asks (FSMA 204, 21 CFR part 1, subpart S), from stored lot events.")
final class ComplianceCommand implements Runnable {
    @Mixin
    HelpOption help;

    @Spec
    private CommandSpec command;

    @Override
    public void run() {
        throw new ParameterException(command.commandLine(), "Missing command after 'compliance'.");
    }
}
