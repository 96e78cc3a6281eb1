package io.lotwire.cli;

import io.lotwire.compliance.request.Requests;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code lotwire compliance request close}: the answer was given. */
@Command(
        name = "close",
        description = "Closes a request: its answer was given.",
        footer = {"", "Exit code 0: it is closed; 1: no such request is open; 2: wrong use."})
final class RequestCloseCommand implements Callable<Integer> {
    @Mixin
    HelpOption help;

    private final Installation installation;

    @Parameters(paramLabel = "NUMBER", description = "The request's number.")
    private long id;

    @Option(names = "--note", paramLabel = "TEXT", defaultValue = "", description = "How the answer was given.")
    private String note;

    @Option(names = "--as", paramLabel = "NAME", description = "Who closes it; you, where nobody is named.")
    private String who;

    RequestCloseCommand(Installation installation) {
        this.installation = installation;
    }

    @Override
    public Integer call() throws IOException {
        return InstalledLedger.ask(installation, "lotwire compliance request", ledger -> {
            boolean closed = ledger.inTransaction(tx -> new Requests(tx).close(id, ComplianceFacts.who(who), note));
            if (!closed) {
                installation.err().println("No request " + id + " is open.");
            }
            return closed ? ExitCode.GOOD : ExitCode.REJECTED;
        });
    }
}
