package io.lotwire.cli;

import io.lotwire.alert.Alerts;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code lotwire alerts take}: somebody looks after an alert. */
@Command(
        name = "take",
        description = "Says that you look after an alert: nobody else is told of it.",
        footer = {"", "Exit code 0: taken; 1: there is no such alert, or it is taken or closed already; 2: wrong use."})
final class AlertsTakeCommand implements Callable<Integer> {
    @Mixin
    HelpOption help;

    @Mixin
    private KeptAlert kept;

    @Mixin
    private AuthorOption author;

    private final Installation installation;

    @Option(names = "--note", paramLabel = "TEXT", defaultValue = "", description = "What else there is to say.")
    private String note;

    AlertsTakeCommand(Installation installation) {
        this.installation = installation;
    }

    @Override
    public Integer call() throws IOException {
        String by = author.name();
        return kept.ask(installation, "lotwire alerts take", (tx, alert) -> {
            if (!new Alerts(tx).take(alert.id(), by, note)) {
                installation.err().println("Alert " + alert.id() + " is taken or closed already.");
                return ExitCode.REJECTED;
            }
            Lines.of(installation).println("Alert " + alert.id() + " is taken by " + by + ": nobody else is told.");
            return ExitCode.GOOD;
        });
    }
}
