package io.lotwire.cli;

import io.lotwire.access.Asker;
import io.lotwire.parked.ParkedDeeds;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code lotwire parked dismiss}. */
@Command(
        name = "dismiss",
        description = {
            "Says that parked things need nothing more. They are kept with their cause, and can be released later all the same.",
            ""
        },
        footer = {"", "Exit code 0: dismissed; 1: something of it is not possible, and is told; 2: wrong use."})
final class ParkedDismissCommand implements Callable<Integer> {
    @Mixin
    HelpOption help;

    @Mixin
    private ParkedChoice choice;

    @Mixin
    private AuthorOption author;

    private final Installation installation;

    @Option(names = "--why", paramLabel = "TEXT", required = true, description = "Why, for who asks later.")
    private String why;

    ParkedDismissCommand(Installation installation) {
        this.installation = installation;
    }

    @Override
    public Integer call() throws IOException {
        Asker by = Asker.ofCommand(author.name());
        return InstalledLedger.ask(
                installation,
                "lotwire parked dismiss",
                ledger -> choice.each(
                        installation, ledger, "dismissed", (tx, id) -> new ParkedDeeds(tx).dismiss(id, by, why)));
    }
}
