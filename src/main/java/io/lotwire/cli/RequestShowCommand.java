package io.lotwire.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.lotwire.compliance.request.Request;
import io.lotwire.compliance.request.Requests;
import io.lotwire.lot.Word;
import java.io.IOException;
import java.time.Duration;
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
                print(found.get(), now);
            } else {
                Lines.of(installation).println(RequestText.whole(found.get(), now));
            }
            return ExitCode.GOOD;
        });
    }

    private void print(Request request, Instant now) throws IOException {
        try (JsonGenerator out = new JsonFactory().createGenerator(installation.out())) {
            out.writeStartObject();
            out.writeNumberField("request", request.id());
            out.writeStringField("askedBy", request.askedBy());
            out.writeStringField("what", request.what());
            out.writeStringField("selection", request.selection().words());
            out.writeStringField("openedAt", request.openedAt().toString());
            out.writeStringField("dueAt", request.dueAt().toString());
            if (request.closedAt().isPresent()) {
                out.writeStringField("closedAt", request.closedAt().get().toString());
            } else {
                out.writeNumberField(
                        "minutesLeft", Duration.between(now, request.dueAt()).toMinutes());
            }
            out.writeArrayFieldStart("steps");
            for (Request.Step step : request.steps()) {
                out.writeStartObject();
                out.writeStringField("did", Word.of(step.did()));
                out.writeStringField("by", step.by());
                out.writeStringField("at", step.at().toString());
                if (!step.note().isEmpty()) {
                    out.writeStringField("note", step.note());
                }
                if (!step.sha256().isEmpty()) {
                    out.writeStringField("sha256", step.sha256());
                }
                out.writeEndObject();
            }
            out.writeEndArray();
            out.writeEndObject();
            out.writeRaw('\n');
        }
    }
}
