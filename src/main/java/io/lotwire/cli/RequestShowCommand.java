package io.lotwire.cli;

import io.lotwire.compliance.request.Request;
import io.lotwire.compliance.request.RequestJson;
import io.lotwire.compliance.request.Requests;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code lotwire compliance request show}: one with all that was done about it. */
@Command(
        name = "show",
        description = "Shows a request, how much of its time is left, and every step.",
        footer = {"", "Exit code 0: shown; 1: there is no such request; 2: wrong use."})
final class RequestShowCommand implements Callable<Integer> {
    @Mixin
    HelpOption help;

    private final Installation installation;

    @Parameters(paramLabel = "NUMBER", description = "The request's number.")
    private long id;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    RequestShowCommand(Installation installation) {
        this.installation = installation;
    }

    @Override
    public Integer call() throws IOException {
        return InstalledLedger.ask(installation, "lotwire compliance request", ledger -> {
            Optional<Request> found = ledger.inTransaction(tx -> new Requests(tx).find(id));
            if (found.isEmpty()) {
                installation.err().println("There is no request " + id + ".");
                return ExitCode.REJECTED;
            }
            Instant now = installation.clock().instant();
            if (json) {
                Lines.of(installation).println(RequestJson.of(found.get(), now));
            } else {
                Lines.of(installation).println(RequestText.whole(found.get(), now));
            }
            return ExitCode.GOOD;
        });
    }
}
