package io.lotwire.cli;

import io.lotwire.setting.WrongSettings;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
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
        LibraryLog.leaveOutDetails();
        Installation installation;
        try {
            installation = Installation.ofProcess();
        } catch (WrongSettings wrong) {
            System.err.println(wrong.getMessage());
            System.exit(ExitCode.USAGE);
            return;
        }
        System.exit(commandLine(installation, asked(commands(installation), arguments))
                .execute(arguments));
    }

    /** The commands by their names; each is made when it is wanted. */
    private static Map<String, Supplier<Object>> commands(Installation installation) {
        Map<String, Supplier<Object>> commands = new LinkedHashMap<>();
        commands.put("demo", () -> new DemoCommand(installation));
        commands.put("run", () -> new RunCommand(installation));
        commands.put("translate", () -> new TranslateCommand(installation, installation.desk()));
        commands.put("validate", () -> new ValidateCommand(installation, installation.desk()));
        commands.put("trace", () -> new TraceCommand(installation));
        commands.put("recall", () -> recall(installation));
        commands.put("expiring", () -> expiring(installation));
        commands.put("alerts", () -> alerts(installation));
        commands.put("reconcile", () -> new ReconcileCommand(installation));
        commands.put("readings", () -> readings(installation));
        commands.put("signals", () -> new SignalsCommand(installation));
        commands.put("compliance", () -> compliance(installation));
        commands.put("parked", () -> parked(installation));
        commands.put("access", () -> access(installation));
        commands.put("retention", () -> retention(installation));
        commands.put("replay", () -> new ReplayCommand(installation));
        commands.put("registry", () -> registry(installation));
        commands.put("partner", () -> partner(installation));
        commands.put(
                "bench",
                () -> new BenchCommand(
                        installation,
                        Path.of(System.getProperty("lotwire.home", "")).toAbsolutePath()));
        return commands;
    }

    /** The command that the arguments begin with, all of them when it is none: to describe the others takes time. */
    private static Object[] asked(Map<String, Supplier<Object>> commands, String[] arguments) {
        Supplier<Object> only = arguments.length == 0 ? null : commands.get(arguments[0]);
        return only == null ? commands.values().stream().map(Supplier::get).toArray() : new Object[] {only.get()};
    }

    /** The commands about partners. */
    static CommandLine partner(Installation installation) {
        return new CommandLine(new PartnerCommand())
                .addSubcommand(new PartnerCheckCommand(installation))
                .addSubcommand(new PartnerTestCommand(installation))
                .addSubcommand(new PartnerInferCommand(installation))
                .addSubcommand(new PartnerShowCommand(installation))
                .addSubcommand(new PartnerTokenCommand(installation));
    }

    /** The commands about what is known of lots, products and parties. */
    static CommandLine registry(Installation installation) {
        return new CommandLine(new RegistryCommand())
                .addSubcommand(new RegistryImportCommand(installation))
                .addSubcommand(new RegistryExportCommand(installation))
                .addSubcommand(new RegistryShowCommand(installation))
                .addSubcommand(new RegistryHoldCommand(installation))
                .addSubcommand(new RegistryReleaseCommand(installation));
    }

    /** The commands about what expires. */
    static CommandLine expiring(Installation installation) {
        return new CommandLine(new ExpiringCommand(installation)).addSubcommand(new ExpiringPickCommand(installation));
    }

    /** The commands about what loggers measured. */
    static CommandLine readings(Installation installation) {
        return new CommandLine(new ReadingsCommand())
                .addSubcommand(new ReadingsImportCommand(installation))
                .addSubcommand(new ReadingsShowCommand(installation))
                .addSubcommand(new ReadingsCheckCommand(installation));
    }

    /** The commands about alerts. */
    static CommandLine alerts(Installation installation) {
        return new CommandLine(new AlertsCommand())
                .addSubcommand(new AlertsListCommand(installation))
                .addSubcommand(new AlertsShowCommand(installation))
                .addSubcommand(new AlertsTakeCommand(installation))
                .addSubcommand(new AlertsCloseCommand(installation));
    }

    /** The commands about what waits for a person. */
    static CommandLine parked(Installation installation) {
        return new CommandLine(new ParkedCommand())
                .addSubcommand(new ParkedListCommand(installation))
                .addSubcommand(new ParkedShowCommand(installation))
                .addSubcommand(new ParkedReleaseCommand(installation))
                .addSubcommand(new ParkedDismissCommand(installation))
                .addSubcommand(new ParkedMendCommand(installation))
                .addSubcommand(new ParkedNoteCommand(installation));
    }

    /** The commands about who may what. */
    static CommandLine access(Installation installation) {
        return new CommandLine(new AccessCommand())
                .addSubcommand(new AccessListCommand(installation))
                .addSubcommand(new AccessAddCommand(installation))
                .addSubcommand(new AccessRoleCommand(installation))
                .addSubcommand(new AccessPasswordCommand(installation))
                .addSubcommand(new AccessEndCommand(installation))
                .addSubcommand(new AccessKeysCommand(installation))
                .addSubcommand(new AccessKeyCommand(installation))
                .addSubcommand(new AccessEndKeyCommand(installation))
                .addSubcommand(new AccessAuditCommand(installation));
    }

    /** The commands about how long bytes are kept. */
    static CommandLine retention(Installation installation) {
        return new CommandLine(new RetentionCommand())
                .addSubcommand(new RetentionShowCommand(installation))
                .addSubcommand(new RetentionPurgeCommand(installation))
                .addSubcommand(new RetentionHoldCommand(installation))
                .addSubcommand(new RetentionReleaseCommand(installation));
    }

    /** The commands about recalls. */
    static CommandLine recall(Installation installation) {
        return new CommandLine(new RecallCommand(installation))
                .addSubcommand(new RecallOpenCommand(installation))
                .addSubcommand(new RecallListCommand(installation))
                .addSubcommand(new RecallShowCommand(installation))
                .addSubcommand(new RecallAnswerCommand(installation))
                .addSubcommand(new RecallRecordCommand(installation))
                .addSubcommand(new RecallCloseCommand(installation));
    }

    /** The commands about the food traceability rule. */
    static CommandLine compliance(Installation installation) {
        return new CommandLine(new ComplianceCommand())
                .addSubcommand(new ComplianceSheetCommand(installation))
                .addSubcommand(new CompliancePtiCommand(installation))
                .addSubcommand(new ComplianceCheckCommand(installation))
                .addSubcommand(new ComplianceWaiveCommand(installation))
                .addSubcommand(new ComplianceWaiversCommand(installation))
                .addSubcommand(new CommandLine(new ComplianceRequestCommand())
                        .addSubcommand(new RequestOpenCommand(installation))
                        .addSubcommand(new RequestListCommand(installation))
                        .addSubcommand(new RequestShowCommand(installation))
                        .addSubcommand(new RequestNoteCommand(installation))
                        .addSubcommand(new RequestPackageCommand(installation))
                        .addSubcommand(new RequestCloseCommand(installation)));
    }

    /**
     * The command line of an installation.
     *
     * @param commands its commands, annotated as picocli wants them
     */
    static CommandLine commandLine(Installation installation, Object... commands) {
        CommandLine line = new CommandLine(new Lotwire());
        for (Object command : commands) {
            line.addSubcommand(command);
        }
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
