package io.lotwire.cli;

import io.lotwire.reading.Interchanges;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The {@code lotwire} command. */
@Command(
        name = "lotwire",
        synopsisSubcommandLabel = "COMMAND",
        description = "EDI gateway for lot traceability.",
        footer = {"", "'lotwire COMMAND --help' tells about a command."})
public final class Lotwire implements Runnable {
    @Mixin
    HelpOption help;

    @Spec
    private CommandSpec command;

    private Lotwire() {}

    /** Runs the command of the arguments and ends the process with its exit code. */
    public static void main(String[] arguments) {
        Installation installation;
        try {
            installation = Installation.ofProcess();
        } catch (IllegalArgumentException wrongEnvironment) {
            System.err.println(wrongEnvironment.getMessage());
            System.exit(ExitCode.USAGE);
            return;
        }
        Interchanges interchanges = installation.interchanges();
        CommandLine line = commandLine(
                installation,
                new DemoCommand(installation),
                new RunCommand(installation),
                new TranslateCommand(installation, interchanges),
                new ValidateCommand(installation, interchanges),
                new TraceCommand(installation),
                new ReplayCommand(installation),
                new BenchCommand(
                        installation,
                        Path.of(System.getProperty("lotwire.home", "")).toAbsolutePath()));
        System.exit(line.execute(arguments));
    }

    /**
     * The command line of an installation.
     *
     * @param commands commands beside those about partners, annotated as picocli wants them
     */
    static CommandLine commandLine(Installation installation, Object... commands) {
        CommandLine line = new CommandLine(new Lotwire());
        for (Object command : commands) {
            line.addSubcommand(command);
        }
        line.addSubcommand(new CommandLine(new PartnerCommand())
                .addSubcommand(new PartnerCheckCommand(installation))
                .addSubcommand(new PartnerTestCommand(installation))
                .addSubcommand(new PartnerInferCommand(installation))
                .addSubcommand(new PartnerShowCommand(installation)));
        line.setOut(writer(installation.out()));
        line.setErr(writer(installation.err()));
        line.setExecutionExceptionHandler((exception, failed, result) -> {
            installation.err().println("lotwire: " + failed.getCommandName() + " failed: " + exception);
            return ExitCode.REJECTED;
        });
        return line;
    }

    private static PrintWriter writer(OutputStream out) {
        return new PrintWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), true);
    }

    @Override
    public void run() {
        throw new ParameterException(command.commandLine(), "Missing command.");
    }
}
