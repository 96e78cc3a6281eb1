package io.lotwire.cli;

import io.lotwire.access.Asker;
import io.lotwire.parked.ParkedDeeds;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code lotwire parked release}. */
@Command(
        name = "release",
        description = {
            "Lets parked things go on, by the rules of now: a file is read, a document translated, a delivery written or sent. What"
                    + " was dismissed, too.",
            ""
        },
        footer = {"", "Exit code 0: they go on; 1: something of it is not possible, and is told; 2: wrong use."})
final class ParkedReleaseCommand implements Callable<Integer> {
    @Mixin
    HelpOption help;

    @Mixin
    private ParkedChoice choice;

    @Mixin
    private AuthorOption author;

    private final Installation installation;

    @Option(
            names = "--why",
            paramLabel = "TEXT",
            defaultValue = "",
            description = "What was done before, for who asks later.")
    private String why;

    ParkedReleaseCommand(Installation installation) {
        this.installation = installation;
    }

    @Override
    public Integer call() throws IOException {
        Asker by = Asker.ofCommand(author.name());
        return InstalledLedger.ask(
                installation,
                "lotwire parked release",
                ledger -> choice.each(
                        installation, ledger, "released", (tx, id) -> new ParkedDeeds(tx).release(id, by, why)));
    }
}
