package io.lotwire.cli;

import io.lotwire.ledger.Archive;
import io.lotwire.retention.Purge;
import io.lotwire.retention.Purged;
import io.lotwire.retention.RetentionJson;
import io.lotwire.retention.RetentionText;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code lotwire retention purge}: lets bytes go that are past their retention. */
@Command(
        name = "purge",
        description = {
            "Lets the bytes of documents go that are past their retention, as a running gateway does by itself once a day. They are"
                    + " gone for good. What is worked on, waits for a person or is held stays, and so does what documents said of"
                    + " lots, and the SHA-256 of what went. 'lotwire retention show' tells before what would go.",
            ""
        },
        footer = {"", "Exit code 0: done; 1: nothing may go now, or there is no ledger; 2: wrong use."})
final class RetentionPurgeCommand implements Callable<Integer> {
    @Mixin
    HelpOption help;

    private final Installation installation;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    RetentionPurgeCommand(Installation installation) {
        this.installation = installation;
    }

    @Override
    public Integer call() throws IOException {
        return InstalledLedger.ask(installation, "lotwire retention purge", ledger -> {
            Archive archive = Archive.in(installation.settings().data().resolve("archive"));
            Purged purged = new Purge(ledger, archive, installation.profiles()).run();
            Lines.of(installation).println(json ? RetentionJson.of(purged).toPrettyString() : RetentionText.of(purged));
            return purged.suspended().isPresent() ? ExitCode.REJECTED : ExitCode.GOOD;
        });
    }
}
