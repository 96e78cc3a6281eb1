package io.lotwire.cli;

import io.lotwire.parked.ParkedDetail;
import io.lotwire.parked.ParkedId;
import io.lotwire.parked.ParkedJson;
import io.lotwire.parked.ParkedText;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code lotwire parked show}: one parked thing. */
@Command(
        name = "show",
        description = "Tells why something is parked, what is wrong with it, what can be done, and what was done.",
        footer = {"", "Exit code 0: told; 1: it is not parked; 2: wrong use."})
final class ParkedShowCommand implements Callable<Integer> {
    @Mixin
    HelpOption help;

    private final Installation installation;

    @Parameters(
            paramLabel = "NAME",
            converter = ParkedIdConverter.class,
            description = "Its name, such as document-812.")
    private ParkedId id;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    ParkedShowCommand(Installation installation) {
        this.installation = installation;
    }

    @Override
    public Integer call() throws IOException {
        return InstalledLedger.ask(installation, "lotwire parked show", ledger -> {
            Optional<ParkedDetail> detail = ledger.inTransaction(tx -> ParkedDetail.of(tx, id));
            if (detail.isEmpty()) {
                installation.err().println(id + " is not parked: 'lotwire parked list' tells what is.");
                return ExitCode.REJECTED;
            }
            if (json) {
                Lines.of(installation).println(ParkedJson.of(detail.get()).toPrettyString());
            } else {
                ParkedText.lines(detail.get()).forEach(Lines.of(installation)::println);
            }
            return ExitCode.GOOD;
        });
    }
}
