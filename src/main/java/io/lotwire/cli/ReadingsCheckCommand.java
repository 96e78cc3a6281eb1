package io.lotwire.cli;

import io.lotwire.alert.ExcursionAlerts;
import io.lotwire.registry.reading.TripJson;
import io.lotwire.registry.reading.TripReport;
import io.lotwire.registry.reading.TripReports;
import io.lotwire.registry.reading.TripText;
import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code lotwire readings check}: what all readings mean by what is known today. */
@Command(
        name = "check",
        description = {
            "Looks at all readings again: documents that came since say what was on units, and products may have got other"
                    + " temperatures. Lots that turn out to have been outside of them wait for a person's word.",
            ""
        },
        footer = {"", "Exit code 0: no lot was outside of what its product bears; 1: one was; 2: wrong use."})
final class ReadingsCheckCommand implements Callable<Integer> {
    @Mixin
    HelpOption help;

    @Mixin
    AuthorOption author;

    private final Installation installation;

    @Option(names = "--json", description = "Print one JSON array: the trips with a lot outside.")
    private boolean json;

    ReadingsCheckCommand(Installation installation) {
        this.installation = installation;
    }

    @Override
    public Integer call() throws IOException {
        String by = author.name();
        return InstalledLedger.ask(
                installation,
                "lotwire readings check",
                ledger -> ledger.<Integer, RuntimeException>inTransaction(tx -> {
                    TripReports reports = new TripReports(tx);
                    List<TripReport> outside = reports.withExcursions();
                    Set<Long> raised = reports.raise(outside, by);
                    new ExcursionAlerts(tx, installation.profiles()).raise(outside, raised);
                    return print(outside, raised.size());
                }));
    }

    private int print(List<TripReport> outside, int raised) {
        PrintStream out = Lines.of(installation);
        if (json) {
            out.println(TripJson.of(outside).toPrettyString());
        } else {
            out.print(TripText.of(outside));
            out.println(
                    outside.isEmpty()
                            ? "No lot was outside of what its product bears."
                            : (raised == 1 ? "1 lot waits" : raised + " lots wait")
                                    + " for a person's word since now.");
        }
        return outside.isEmpty() ? ExitCode.GOOD : ExitCode.REJECTED;
    }
}
