package io.lotwire.cli;

import io.lotwire.alert.Alert;
import io.lotwire.alert.AlertJson;
import io.lotwire.alert.AlertText;
import io.lotwire.alert.Alerts;
import io.lotwire.alert.Doubt;
import io.lotwire.ledger.LedgerTransaction;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code lotwire alerts show}: what an alert tells, to whom, and who looks after it. */
@Command(
        name = "show",
        description = "Shows an alert: its doubts, who is told of them and when, and what was done about it.",
        footer = {"", "Exit code 0: shown; 1: there is no such alert; 2: wrong use."})
final class AlertsShowCommand implements Callable<Integer> {
    /** So many doubts are shown to people. */
    private static final int MOST_SHOWN = 200;

    @Mixin
    HelpOption help;

    @Mixin
    private KeptAlert kept;

    private final Installation installation;

    @Option(names = "--json", description = "Print one JSON object, with all doubts.")
    private boolean json;

    AlertsShowCommand(Installation installation) {
        this.installation = installation;
    }

    @Override
    public Integer call() throws IOException {
        return kept.ask(installation, "lotwire alerts show", this::show);
    }

    private int show(LedgerTransaction tx, Alert alert) {
        Alerts alerts = new Alerts(tx);
        List<Doubt> doubts = alerts.doubts(alert.id(), json ? Integer.MAX_VALUE : MOST_SHOWN);
        List<Alert.Step> steps = alerts.steps(alert.id());
        List<Alert.Event> events = alerts.events(alert.id());
        if (json) {
            Lines.of(installation)
                    .println(AlertJson.of(alert, doubts, steps, events).toPrettyString());
        } else {
            AlertText.lines(alert, doubts, steps, events)
                    .forEach(line -> Lines.of(installation).println(line));
        }
        return ExitCode.GOOD;
    }
}
