package io.lotwire.cli;

import io.lotwire.access.Asker;
import io.lotwire.parked.ParkedDeeds;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code lotwire parked note}. */
@Command(
        name = "note",
        description = {"Says something of parked things, for who looks after them next.", ""},
        footer = {"", "Exit code 0: noted; 1: something of it is not possible, and is told; 2: wrong use."})
final class ParkedNoteCommand implements Callable<Integer> {
    @Mixin
    HelpOption help;

    @Mixin
    private ParkedChoice choice;

    @Mixin
    private AuthorOption author;

    private final Installation installation;

    @Option(names = "--text", paramLabel = "TEXT", required = true, description = "What there is to say.")
    private String text;

    ParkedNoteCommand(Installation installation) {
        this.installation = installation;
    }

    @Override
    public Integer call() throws IOException {
        Asker by = Asker.ofCommand(author.name());
        return InstalledLedger.ask(
                installation,
                "lotwire parked note",
                ledger ->
                        choice.each(installation, ledger, "noted", (tx, id) -> new ParkedDeeds(tx).note(id, by, text)));
    }
}
