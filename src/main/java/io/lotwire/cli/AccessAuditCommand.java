package io.lotwire.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lotwire.access.AccessText;
import io.lotwire.access.AuditFilter;
import io.lotwire.access.AuditJson;
import io.lotwire.access.AuditRow;
import io.lotwire.access.AuditTrail;
import io.lotwire.ledger.Keyset;
import io.lotwire.ledger.Page;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code lotwire access audit}: who changed what. */
@Command(
        name = "audit",
        description =
                "Tells who changed what, the last first: when, who and from where, what was done to what, and why.",
        footer = {"", "Exit code 0: told; 1: there is no ledger; 2: wrong use."})
final class AccessAuditCommand implements Callable<Integer> {
    private static final int MOST = 10_000;

    @Mixin
    HelpOption help;

    @Spec
    private CommandSpec command;

    private final Installation installation;

    @Option(names = "--who", paramLabel = "NAME", description = "By somebody of this name alone.")
    private String who;

    @Option(names = "--did", paramLabel = "WORD", description = "That this was done alone, such as released.")
    private String did;

    @Option(names = "--kind", paramLabel = "KIND", description = "To things of this kind alone, such as account.")
    private String kind;

    @Option(names = "--of", paramLabel = "NAME", description = "To the thing of this number or name alone.")
    private String subject;

    @Option(names = "--partner", paramLabel = "PARTNER", description = "That are this partner's affair alone.")
    private String partner;

    @Option(names = "--request", paramLabel = "ID", description = "Of this request alone.")
    private String request;

    @Option(
            names = "--since",
            paramLabel = "MOMENT",
            description = "From then on: 2026-03-04, 2026-03-04T14:30:00Z, or how long ago: 30m, 12h, 7d.")
    private String since;

    @Option(names = "--until", paramLabel = "MOMENT", description = "Before then; as --since.")
    private String until;

    @Option(
            names = "--most",
            paramLabel = "NUMBER",
            defaultValue = "200",
            description = "So many at most; usually ${DEFAULT-VALUE}.")
    private int most;

    @Option(
            names = "--after",
            paramLabel = "CURSOR",
            description = "Go on where a page ended, with the same options otherwise.")
    private String after;

    @Option(names = "--json", description = "Print one JSON object: rows, and next, the cursor of --after.")
    private boolean json;

    AccessAuditCommand(Installation installation) {
        this.installation = installation;
    }

    @Override
    public Integer call() throws IOException {
        if (most < 1 || most > MOST) {
            throw wrong("--most is " + most + ", but must be from 1 to " + MOST + ".");
        }
        AuditFilter filter = new AuditFilter(
                Optional.ofNullable(who),
                Optional.ofNullable(did),
                Optional.ofNullable(kind),
                Optional.ofNullable(subject),
                Optional.ofNullable(partner),
                Optional.ofNullable(request),
                moment("--since", since),
                moment("--until", until));
        Optional<Keyset> from = Optional.ofNullable(after).map(cursor -> keyset(cursor));
        return InstalledLedger.ask(installation, "lotwire access audit", ledger -> {
            Page<AuditRow> page = ledger.inTransaction(tx -> new AuditTrail(tx).page(filter, from, most));
            print(page, page.next().map(next -> next.cursor(question())));
            return ExitCode.GOOD;
        });
    }

    private void print(Page<AuditRow> page, Optional<String> next) {
        if (json) {
            ObjectNode node = JsonNodeFactory.instance.objectNode();
            ArrayNode rows = node.putArray("rows");
            page.rows().forEach(row -> rows.add(AuditJson.of(row)));
            next.ifPresent(cursor -> node.put("next", cursor));
            Lines.of(installation).println(node.toPrettyString());
            return;
        }
        if (page.rows().isEmpty()) {
            Lines.of(installation).println("Nothing of this was done.");
        }
        page.rows().forEach(row -> Lines.of(installation).println(AccessText.line(row)));
        next.ifPresent(cursor -> installation.err().println("There is more: add --after " + cursor));
    }

    /** The options as they were given: how long ago something is would be another moment each time. */
    private String question() {
        return String.join(
                "\n",
                Stream.of(who, did, kind, subject, partner, request, since, until)
                        .map(each -> each == null ? "" : each)
                        .toList());
    }

    private Keyset keyset(String cursor) {
        Keyset.Reading reading = Keyset.read(cursor, question(), Keyset.Order.BY_ID);
        if (reading instanceof Keyset.Reading.Good good) {
            return good.keyset();
        }
        throw wrong(
                reading instanceof Keyset.Reading.OfOtherQuestion
                        ? "--after goes on with other options than it was given with: give these again, or leave it out."
                        : "--after is '" + cursor + "', which is no cursor: take what was printed as it is.");
    }

    private Optional<Instant> moment(String option, String text) {
        Optional<Instant> moment =
                Optional.ofNullable(text).flatMap(given -> Moment.parse(given, installation.clock()));
        if (text != null && moment.isEmpty()) {
            throw wrong(option + " is '" + text
                    + "': write 2026-03-04, 2026-03-04T14:30:00Z, or how long ago: 30m, 12h, 7d.");
        }
        return moment;
    }

    private ParameterException wrong(String sentence) {
        return new ParameterException(command.commandLine(), sentence);
    }
}
