package io.lotwire.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.lotwire.alert.Alert;
import io.lotwire.alert.AlertJson;
import io.lotwire.alert.AlertText;
import io.lotwire.alert.Alerts;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code lotwire alerts list}: which alerts there are. */
@Command(
        name = "list",
        description = "Lists the alerts that are not closed.",
        footer = {"", "Exit code 0: listed; 1: there is no ledger; 2: wrong use."})
final class AlertsListCommand implements Callable<Integer> {
    @Mixin
    HelpOption help;

    private final Installation installation;

    @Option(names = "--all", description = "Those that are closed, too.")
    private boolean all;

    @Option(names = "--json", description = "Print one JSON array.")
    private boolean json;

    AlertsListCommand(Installation installation) {
        this.installation = installation;
    }

    @Override
    public Integer call() throws IOException {
        return InstalledLedger.ask(installation, "lotwire alerts list", ledger -> {
            List<Alert> alerts = ledger.inTransaction(tx -> new Alerts(tx).list(all));
            if (json) {
                ArrayNode array = JsonNodeFactory.instance.arrayNode();
                alerts.forEach(alert -> array.add(AlertJson.of(alert)));
                Lines.of(installation).println(array.toPrettyString());
            } else if (alerts.isEmpty()) {
                Lines.of(installation).println(all ? "There is no alert." : "No alert is open.");
            } else {
                alerts.forEach(alert -> Lines.of(installation).println(AlertText.line(alert)));
            }
            return ExitCode.GOOD;
        });
    }
}
