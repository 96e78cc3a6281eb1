package io.lotwire.cli;

import io.lotwire.embedded.BorrowedDatabase;
import io.lotwire.embedded.DataFolderInUse;
import io.lotwire.embedded.DatabaseAddress;
import io.lotwire.gateway.Settings;
import io.lotwire.ledger.Ledger;
import java.io.IOException;
import java.nio.file.Files;

/** The ledger of an installation, for a command that asks it something, whether the gateway runs or not. */
final class InstalledLedger {
    private InstalledLedger() {}

    /** What a command asks. */
    interface Question {
        /** Answers the command's exit code. */
        int ask(Ledger ledger) throws IOException;
    }

    /**
     * Opens the ledger and closes it after the question; says on standard error why there is none.
     *
     * @param command the command, in words, for whoever wants the data folder meanwhile
     */
    static int ask(Installation installation, String command, Question question) throws IOException {
        Settings settings = installation.settings();
        if (settings.database().isPresent()) {
            return ask(installation, settings.database().get(), question);
        }
        if (!Files.isDirectory(settings.data())) {
            installation
                    .err()
                    .println("There is no data in " + settings.data()
                            + ": run './lotwire demo' or './lotwire run' first, or set LOTWIRE_DATA.");
            return ExitCode.REJECTED;
        }
        try (BorrowedDatabase database = BorrowedDatabase.of(settings.data(), command)) {
            return ask(installation, database.address(), question);
        } catch (DataFolderInUse inUse) {
            installation.err().println(inUse.getMessage());
            return ExitCode.REJECTED;
        }
    }

    private static int ask(Installation installation, DatabaseAddress database, Question question) throws IOException {
        Ledger.migrate(database.unpooled());
        return question.ask(new Ledger(database.unpooled(), installation.clock()));
    }
}
