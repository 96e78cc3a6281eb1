package io.lotwire.gateway;

import io.lotwire.access.FirstAdministrator;
import io.lotwire.embedded.DatabaseAddress;
import io.lotwire.ledger.Ledger;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;

/** Makes the first administrator where nobody can sign in. Its password is told once, to who started the gateway, and is in no log. */
public final class FirstSignIn {
    private FirstSignIn() {}

    /**
     * Makes it, when it is needed.
     *
     * @return what whoever started the gateway is to read; empty when there is nothing to say
     */
    public static Optional<String> make(Settings settings, DatabaseAddress database, Clock clock) {
        Optional<String> given;
        try {
            given = password(settings.administratorPassword());
        } catch (IOException unreadable) {
            return Optional.of("LOTWIRE_ADMIN_PASSWORD_FILE cannot be read: nobody can sign in before it can.");
        }
        FirstAdministrator.Outcome outcome =
                new Ledger(database.unpooled(), clock).inTransaction(tx -> FirstAdministrator.make(tx, given));
        if (outcome instanceof FirstAdministrator.Outcome.Made made && given.isEmpty()) {
            return Optional.of("Sign in as " + FirstAdministrator.NAME + " with the password "
                    + made.account().secret() + " (it is not shown again, and must be changed)");
        }
        return outcome instanceof FirstAdministrator.Outcome.NotGood not
                ? Optional.of(
                        "The password in LOTWIRE_ADMIN_PASSWORD_FILE is not taken: " + String.join(" ", not.why()))
                : Optional.empty();
    }

    private static Optional<String> password(Optional<Path> file) throws IOException {
        return file.isEmpty()
                ? Optional.empty()
                : Files.readString(file.get()).lines().findFirst();
    }
}
