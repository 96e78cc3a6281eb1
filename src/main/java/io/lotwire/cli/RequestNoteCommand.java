package io.lotwire.cli;

import io.lotwire.compliance.request.Requests;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code lotwire compliance request note}: what else was done. */
@Command(
        name = "note",
        description = "Writes down what was done about a request, such as a call or another time that was agreed.",
        footer = {"", "Exit code 0: it is kept; 1: there is no such request; 2: wrong use."})
final class RequestNoteCommand implements Callable<Integer> {
    @Mixin
    HelpOption help;

    private final Installation installation;

    @Parameters(index = "0", paramLabel = "NUMBER", description = "The request's number.")
    private long id;

    @Parameters(index = "1", paramLabel = "TEXT", description = "What was done.")
    private String note;

    @Option(names = "--as", paramLabel = "NAME", description = "Who did it; you, where nobody is named.")
    private String who;

    RequestNoteCommand(Installation installation) {
        this.installation = installation;
    }

    @Override
    public Integer call() throws IOException {
        return InstalledLedger.ask(installation, "lotwire compliance request", ledger -> {
            boolean kept = ledger.inTransaction(tx -> {
                Requests requests = new Requests(tx);
                boolean known = requests.find(id).isPresent();
                if (known) {
                    requests.note(id, ComplianceFacts.who(who), note);
                }
                return known;
            });
            if (!kept) {
                installation.err().println("There is no request " + id + ".");
            }
            return kept ? ExitCode.GOOD : ExitCode.REJECTED;
        });
    }
}
