package io.lotwire.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.lotwire.parked.ParkedJson;
import io.lotwire.parked.ParkedText;
import io.lotwire.parked.ParkedThing;
import io.lotwire.parked.ParkedThings;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code lotwire parked list}: what is parked. */
@Command(
        name = "list",
        description = "Lists what is parked, the last first: its name, since when, the cause, the partner, what it is.",
        footer = {"", "Exit code 0: listed; 1: there is no ledger; 2: wrong use."})
final class ParkedListCommand implements Callable<Integer> {
    @Mixin
    HelpOption help;

    @Mixin
    private ParkedFilterOptions which;

    private final Installation installation;

    @Option(
            names = "--most",
            paramLabel = "NUMBER",
            defaultValue = "200",
            description = "So many at most; usually ${DEFAULT-VALUE}.")
    private int most;

    @Option(names = "--json", description = "Print one JSON array.")
    private boolean json;

    ParkedListCommand(Installation installation) {
        this.installation = installation;
    }

    @Override
    public Integer call() throws IOException {
        return InstalledLedger.ask(installation, "lotwire parked list", ledger -> {
            List<ParkedThing> found = ledger.inTransaction(tx -> new ParkedThings(tx).list(which.filter(), most + 1));
            List<ParkedThing> shown = found.subList(0, Math.min(most, found.size()));
            if (json) {
                ArrayNode array = JsonNodeFactory.instance.arrayNode();
                shown.forEach(thing -> array.add(ParkedJson.of(thing)));
                Lines.of(installation).println(array.toPrettyString());
            } else if (shown.isEmpty()) {
                Lines.of(installation).println(which.isGiven() ? "Nothing of this is parked." : "Nothing is parked.");
            } else {
                shown.forEach(thing -> Lines.of(installation).println(ParkedText.line(thing)));
            }
            if (found.size() > most) {
                installation.err().println("There are more than " + most + ": say --most, --cause or --partner.");
            }
            return ExitCode.GOOD;
        });
    }
}
