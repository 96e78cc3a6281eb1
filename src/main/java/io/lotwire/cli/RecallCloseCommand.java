package io.lotwire.cli;

import io.lotwire.recall.Notice;
import io.lotwire.recall.Recalls;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code lotwire recall close}: it is over. */
@Command(
        name = "close",
        description = {
            "Closes a recall or a drill: nobody is reminded any more. Its lots stay held until 'registry release'.",
            ""
        },
        footer = {"", "Exit code 0: closed; 1: there is no such recall, or it was closed before; 2: wrong use."})
final class RecallCloseCommand implements Callable<Integer> {
    @Mixin
    HelpOption help;

    @Mixin
    private KeptRecall kept;

    @Mixin
    private AuthorOption author;

    private final Installation installation;

    @Option(names = "--note", paramLabel = "TEXT", defaultValue = "", description = "How it ended.")
    private String note;

    RecallCloseCommand(Installation installation) {
        this.installation = installation;
    }

    @Override
    public Integer call() throws IOException {
        String by = author.name();
        return kept.ask(installation, "lotwire recall close", (ledger, recall) -> {
            boolean closed = ledger.inTransaction(tx -> new Recalls(tx).close(recall.id(), by, note));
            if (!closed) {
                installation.err().println("Recall " + recall.id() + " was closed before.");
                return ExitCode.REJECTED;
            }
            long silent = recall.notices().stream()
                    .filter(notice -> notice.state(recall.drill()) != Notice.State.ANSWERED
                            && notice.state(recall.drill()) != Notice.State.NOT_TOLD)
                    .count();
            Lines.of(installation)
                    .println("Recall " + recall.id() + " is closed"
                            + (silent == 0 ? "." : "; " + silent + " did not answer."));
            return ExitCode.GOOD;
        });
    }
}
