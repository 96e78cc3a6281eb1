package io.lotwire.cli;

import io.lotwire.compliance.request.Request;
import io.lotwire.compliance.request.RequestJson;
import io.lotwire.compliance.request.Requests;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code lotwire compliance request list}: what is due, and when. */
@Command(
        name = "list",
        description = "Lists the open requests, the first that is due first.",
        footer = {"", "Exit code 0: none is late; 1: one is; 2: wrong use."})
final class RequestListCommand implements Callable<Integer> {
    @Mixin
    HelpOption help;

    private final Installation installation;

    @Option(names = "--all", description = "Those that are closed, too.")
    private boolean all;

    @Option(names = "--json", description = "Print one JSON array, each request with its steps.")
    private boolean json;

    RequestListCommand(Installation installation) {
        this.installation = installation;
    }

    @Override
    public Integer call() throws IOException {
        return InstalledLedger.ask(installation, "lotwire compliance request", ledger -> {
            List<Request> requests = ledger.inTransaction(tx -> new Requests(tx).list(all));
            PrintStream out = Lines.of(installation);
            Instant now = installation.clock().instant();
            if (json) {
                out.println(RequestJson.of(requests, now));
            } else if (requests.isEmpty()) {
                out.println(all ? "There is no request." : "No request is open.");
            } else {
                requests.forEach(request -> out.println(RequestText.line(request, now)));
            }
            boolean late = requests.stream()
                    .anyMatch(request ->
                            request.closedAt().isEmpty() && request.dueAt().isBefore(now));
            return late ? ExitCode.REJECTED : ExitCode.GOOD;
        });
    }
}
