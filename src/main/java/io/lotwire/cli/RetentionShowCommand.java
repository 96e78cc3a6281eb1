package io.lotwire.cli;

import io.lotwire.partner.Profiles;
import io.lotwire.retention.LegalHold;
import io.lotwire.retention.LegalHolds;
import io.lotwire.retention.Retained;
import io.lotwire.retention.RetentionJson;
import io.lotwire.retention.RetentionText;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code lotwire retention show}: what is kept, what would go, and what is held. */
@Command(
        name = "show",
        description =
                "Tells of each partner what is kept, what a purge would let go now, and what legal holds there are.",
        footer = {"", "Exit code 0: told; 1: there is no ledger; 2: wrong use."})
final class RetentionShowCommand implements Callable<Integer> {
    @Mixin
    HelpOption help;

    private final Installation installation;

    @Option(names = "--all", description = "Legal holds that were released, too.")
    private boolean all;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    RetentionShowCommand(Installation installation) {
        this.installation = installation;
    }

    @Override
    public Integer call() throws IOException {
        return InstalledLedger.ask(installation, "lotwire retention show", ledger -> {
            Profiles profiles = installation.profiles();
            List<Retained> partners = ledger.inTransaction(tx -> Retained.of(tx, profiles));
            List<LegalHold> holds = ledger.inTransaction(tx -> new LegalHolds(tx).list(all));
            if (json) {
                Lines.of(installation).println(RetentionJson.of(partners, holds).toPrettyString());
            } else {
                RetentionText.of(partners, holds).forEach(Lines.of(installation)::println);
            }
            return ExitCode.GOOD;
        });
    }
}
