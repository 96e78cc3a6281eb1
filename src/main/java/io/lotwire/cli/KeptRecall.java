package io.lotwire.cli;

import io.lotwire.ledger.Ledger;
import io.lotwire.recall.Recall;
import io.lotwire.recall.Recalls;
import java.io.IOException;
import java.util.Optional;
import picocli.CommandLine.Parameters;

/** A recall by its number: what commands about one have in common. */
final class KeptRecall {
    @Parameters(index = "0", paramLabel = "NUMBER", description = "The recall's number.")
    private long id;

    /** Does something with a recall. */
    interface Deed {
        /** Answers the command's exit code. */
        int with(Ledger ledger, Recall recall) throws IOException;
    }

    /** Does it, or says that there is no such recall. */
    int ask(Installation installation, String command, Deed deed) throws IOException {
        return InstalledLedger.ask(installation, command, ledger -> {
            Optional<Recall> found = ledger.inTransaction(tx -> new Recalls(tx).find(id));
            if (found.isEmpty()) {
                installation.err().println("There is no recall " + id + ": 'lotwire recall list --all' lists them.");
                return ExitCode.REJECTED;
            }
            return deed.with(ledger, found.get());
        });
    }
}
