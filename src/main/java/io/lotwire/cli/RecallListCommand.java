package io.lotwire.cli;

import io.lotwire.recall.Recall;
import io.lotwire.recall.RecallReport;
import io.lotwire.recall.RecallText;
import io.lotwire.recall.Recalls;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code lotwire recall list}: which recalls there are. */
@Command(
        name = "list",
        description = "Lists recalls and drills, and how many were told and answered.",
        footer = {"", "Exit code 0: listed; 1: there is no ledger; 2: wrong use."})
final class RecallListCommand implements Callable<Integer> {
    @Mixin
    HelpOption help;

    private final Installation installation;

    @Option(names = "--all", description = "Those that are closed, too.")
    private boolean all;

    @Option(names = "--json", description = "Print one JSON array.")
    private boolean json;

    RecallListCommand(Installation installation) {
        this.installation = installation;
    }

    @Override
    public Integer call() throws IOException {
        return InstalledLedger.ask(installation, "lotwire recall list", ledger -> {
            List<Recall> recalls = ledger.inTransaction(tx -> new Recalls(tx).list(all));
            if (json) {
                Lines.of(installation).println(RecallReport.json(recalls).toPrettyString());
            } else if (recalls.isEmpty()) {
                Lines.of(installation).println(all ? "There is no recall." : "No recall is open.");
            } else {
                recalls.forEach(recall -> Lines.of(installation).println(RecallText.line(recall)));
            }
            return ExitCode.GOOD;
        });
    }
}
