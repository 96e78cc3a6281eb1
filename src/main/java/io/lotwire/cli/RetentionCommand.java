package io.lotwire.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code lotwire retention}: for how long bytes are kept. */
@Command(
        name = "retention",
        synopsisSubcommandLabel = "COMMAND",
        description =
                "Tells for how long the bytes of documents are kept, as 'retention' of profiles says, and holds them longer.")
final class RetentionCommand implements Runnable {
    @Mixin
    HelpOption help;

    @Spec
    private CommandSpec command;

    @Override
    public void run() {
        throw new ParameterException(command.commandLine(), "Missing command after 'retention'.");
    }
}
