package io.lotwire.cli;

import io.lotwire.ledger.LedgerTransaction;
import io.lotwire.registry.reading.Carried;
import io.lotwire.registry.reading.TripJson;
import io.lotwire.registry.reading.TripReport;
import io.lotwire.registry.reading.TripReports;
import io.lotwire.registry.reading.TripText;
import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code lotwire readings show}: what was measured beside goods. */
@Command(
        name = "show",
        description = {
            "Shows what loggers measured beside a logistic unit or a lot, and when that was outside of what it bears.",
            ""
        },
        footer = {
            "",
            "Exit code 0: no lot was outside of what its product bears; 1: one was, or nothing was measured; 2: wrong use."
        })
final class ReadingsShowCommand implements Callable<Integer> {
    @Mixin
    HelpOption help;

    @Mixin
    CarriedOptions carried;

    private final Installation installation;

    @Spec
    private CommandSpec command;

    @Option(names = "--logger", paramLabel = "NUMBER", description = "A logger: all that it was with.")
    private String logger;

    @Option(names = "--json", description = "Print one JSON array.")
    private boolean json;

    ReadingsShowCommand(Installation installation) {
        this.installation = installation;
    }

    @Override
    public Integer call() throws IOException {
        if (carried.isGiven() == (logger != null)) {
            throw new ParameterException(
                    command.commandLine(), "Say one of --sscc SSCC, --lot LOT and --logger NUMBER.");
        }
        return InstalledLedger.ask(
                installation,
                "lotwire readings show",
                ledger -> ledger.<Integer, RuntimeException>inTransaction(
                        tx -> reports(tx).map(this::print).orElse(ExitCode.REJECTED)));
    }

    private Optional<List<TripReport>> reports(LedgerTransaction tx) {
        TripReports reports = new TripReports(tx);
        if (logger != null) {
            return Optional.of(reports.ofLogger(logger));
        }
        return carried.find(tx, installation.err()::println)
                .map(with -> with instanceof Carried.Unit unit
                        ? reports.ofUnit(unit.sscc())
                        : reports.ofLot(((Carried.OfLot) with).id()));
    }

    private int print(List<TripReport> reports) {
        PrintStream out = Lines.of(installation);
        if (json) {
            out.println(TripJson.of(reports).toPrettyString());
        } else if (reports.isEmpty()) {
            out.println("Nothing was measured there.");
        } else {
            out.print(TripText.of(reports));
        }
        return reports.isEmpty() || reports.stream().anyMatch(TripReport::hasExcursion)
                ? ExitCode.REJECTED
                : ExitCode.GOOD;
    }
}
