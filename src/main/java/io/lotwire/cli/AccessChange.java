package io.lotwire.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lotwire.access.Asker;
import io.lotwire.access.Change;
import io.lotwire.ledger.LedgerTransaction;
import java.io.IOException;
import java.util.function.Function;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What commands that change who may what have in common: who says it, why, and how the outcome is told. */
final class AccessChange {
    @Mixin
    private AuthorOption author;

    @Option(names = "--why", paramLabel = "TEXT", defaultValue = "", description = "Why, for who asks later.")
    private String why;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    /** What is changed. */
    interface Work<T> {
        Change<T> in(LedgerTransaction tx, Asker by, String why);
    }

    /**
     * Does it in one transaction, and says what became of it.
     *
     * @param command the command, in words
     * @param object what is told of it as JSON
     * @param lines what is told of it in words
     * @return the command's exit code
     */
    <T> int make(
            Installation installation,
            String command,
            Work<T> work,
            Function<T, ObjectNode> object,
            Function<T, String> lines)
            throws IOException {
        Asker by = Asker.ofCommand(author.name());
        return InstalledLedger.ask(installation, command, ledger -> {
            Change<T> change = ledger.<Change<T>, RuntimeException>inTransaction(tx -> work.in(tx, by, why));
            if (change instanceof Change.NotPossible<T> not) {
                installation.err().println(not.why());
                return ExitCode.REJECTED;
            }
            T now = ((Change.Done<T>) change).now();
            Lines.of(installation).println(json ? object.apply(now).toPrettyString() : lines.apply(now));
            return ExitCode.GOOD;
        });
    }
}
