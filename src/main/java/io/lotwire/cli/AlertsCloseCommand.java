package io.lotwire.cli;

import io.lotwire.alert.Alerts;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code lotwire alerts close}: an alert is settled. */
@Command(
        name = "close",
        description = "Settles an alert: nobody is told of it any more.",
        footer = {"", "Exit code 0: closed; 1: there is no such alert, or it was closed before; 2: wrong use."})
final class AlertsCloseCommand implements Callable<Integer> {
    @Mixin
    HelpOption help;

    @Mixin
    private KeptAlert kept;

    @Mixin
    private AuthorOption author;

    private final Installation installation;

    @Option(names = "--note", paramLabel = "TEXT", defaultValue = "", description = "What else there is to say.")
    private String note;

    AlertsCloseCommand(Installation installation) {
        this.installation = installation;
    }

    @Override
    public Integer call() throws IOException {
        String by = author.name();
        return kept.ask(installation, "lotwire alerts close", (tx, alert) -> {
            if (!new Alerts(tx).close(alert.id(), by, note)) {
                installation.err().println("Alert " + alert.id() + " was closed before.");
                return ExitCode.REJECTED;
            }
            Lines.of(installation).println("Alert " + alert.id() + " is closed.");
            return ExitCode.GOOD;
        });
    }
}
