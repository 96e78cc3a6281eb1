package io.lotwire.cli;

import io.lotwire.retention.LegalHold;
import io.lotwire.retention.LegalHolds;
import io.lotwire.retention.RetentionText;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code lotwire retention release}: a legal hold no longer stands. */
@Command(
        name = "release",
        description = "Releases a legal hold: what is past its retention may go again, unless another hold stands.",
        footer = {"", "Exit code 0: released; 1: there is no such hold, or it was released before; 2: wrong use."})
final class RetentionReleaseCommand implements Callable<Integer> {
    @Mixin
    HelpOption help;

    @Mixin
    private AuthorOption author;

    private final Installation installation;

    @Parameters(paramLabel = "NUMBER", description = "The hold's number.")
    private long id;

    @Option(names = "--why", paramLabel = "TEXT", required = true, description = "Why, for who asks later.")
    private String why;

    RetentionReleaseCommand(Installation installation) {
        this.installation = installation;
    }

    @Override
    public Integer call() throws IOException {
        String by = author.name();
        return InstalledLedger.ask(
                installation,
                "lotwire retention release",
                ledger -> ledger.<Integer, RuntimeException>inTransaction(tx -> {
                    LegalHolds holds = new LegalHolds(tx);
                    Optional<LegalHold> found = holds.find(id);
                    if (found.isEmpty()) {
                        installation
                                .err()
                                .println("There is no legal hold " + id
                                        + ": 'lotwire retention show --all' lists them.");
                        return ExitCode.REJECTED;
                    }
                    if (!holds.end(id, by, why)) {
                        installation.err().println("Released before: " + RetentionText.of(found.get()));
                        return ExitCode.REJECTED;
                    }
                    Lines.of(installation)
                            .println("Released: "
                                    + RetentionText.of(holds.find(id).orElseThrow()));
                    return ExitCode.GOOD;
                }));
    }
}
