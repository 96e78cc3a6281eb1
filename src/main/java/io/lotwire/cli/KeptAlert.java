package io.lotwire.cli;

import io.lotwire.alert.Alert;
import io.lotwire.alert.Alerts;
import io.lotwire.ledger.LedgerTransaction;
import java.io.IOException;
import java.util.Optional;
import picocli.CommandLine.Parameters;

/** An alert by its number: what commands about one have in common. */
final class KeptAlert {
    @Parameters(index = "0", paramLabel = "NUMBER", description = "The alert's number.")
    private long id;

    /** Does something with an alert. */
    interface Deed {
        /** Answers the command's exit code. */
        int with(LedgerTransaction tx, Alert alert);
    }

    /** Does it in one transaction, or says that there is no such alert. */
    int ask(Installation installation, String command, Deed deed) throws IOException {
        return InstalledLedger.ask(
                installation,
                command,
                ledger -> ledger.<Integer, RuntimeException>inTransaction(tx -> {
                    Optional<Alert> found = new Alerts(tx).find(id);
                    if (found.isEmpty()) {
                        installation
                                .err()
                                .println("There is no alert " + id + ": 'lotwire alerts list --all' lists them.");
                        return ExitCode.REJECTED;
                    }
                    return deed.with(tx, found.get());
                }));
    }
}
