package io.lotwire.cli;

import io.lotwire.compliance.Selection;
import io.lotwire.compliance.request.Request;
import io.lotwire.compliance.request.Requests;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code lotwire compliance request open}: the clock begins. */
@Command(
        name = "open",
        description = {"Opens a request of a regulator; its 24 hours begin.", ""},
        footer = {"", "Exit code 0: it is open; 1: there is no ledger; 2: wrong use."})
final class RequestOpenCommand implements Callable<Integer> {
    @Mixin
    HelpOption help;

    @Mixin
    private SelectionOptions selected;

    private final Installation installation;

    @Option(names = "--by", paramLabel = "TEXT", required = true, description = "Who asks: authority and person.")
    private String askedBy;

    @Option(names = "--what", paramLabel = "TEXT", required = true, description = "What they ask for, in their words.")
    private String what;

    @Option(names = "--as", paramLabel = "NAME", description = "Who opens it; you, where nobody is named.")
    private String who;

    RequestOpenCommand(Installation installation) {
        this.installation = installation;
    }

    @Override
    public Integer call() throws IOException {
        Selection selection = selected.selection();
        return InstalledLedger.ask(installation, "lotwire compliance request", ledger -> {
            Request opened = ledger.inTransaction(tx -> {
                Requests requests = new Requests(tx);
                return requests.find(requests.open(askedBy, what, selection, ComplianceFacts.who(who)))
                        .orElseThrow();
            });
            Lines.of(installation)
                    .println(RequestText.line(opened, installation.clock().instant()));
            return ExitCode.GOOD;
        });
    }
}
