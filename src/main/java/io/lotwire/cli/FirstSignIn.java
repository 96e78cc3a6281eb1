package io.lotwire.cli;

import io.lotwire.access.FirstAdministrator;
import io.lotwire.embedded.DatabaseAddress;
import io.lotwire.ledger.Ledger;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Makes the first administrator where nobody can sign in, and tells the password once: on standard error, in no log. */
final class FirstSignIn {
    private FirstSignIn() {}

    /** Makes it, when it is needed. */
    static void tell(Installation installation, DatabaseAddress database) {
        Optional<String> given;
        try {
            given = password(installation.settings().administratorPassword());
        } catch (IOException unreadable) {
            installation.err().println("LOTWIRE_ADMIN_PASSWORD_FILE cannot be read: nobody can sign in before it can.");
            return;
        }
        FirstAdministrator.Outcome outcome = new Ledger(database.unpooled(), installation.clock())
                .inTransaction(tx -> FirstAdministrator.make(tx, given));
        if (outcome instanceof FirstAdministrator.Outcome.Made made && given.isEmpty()) {
            installation
                    .err()
                    .println("Sign in as " + FirstAdministrator.NAME + " with the password "
                            + made.account().secret() + " (it is not shown again, and must be changed)");
        } else if (outcome instanceof FirstAdministrator.Outcome.NotGood not) {
            installation
                    .err()
                    .println("The password in LOTWIRE_ADMIN_PASSWORD_FILE is not taken: " + String.join(" ", not.why()));
        }
    }

    private static Optional<String> password(Optional<Path> file) throws IOException {
        return file.isEmpty()
                ? Optional.empty()
                : Files.readString(file.get()).lines().findFirst();
    }
}
