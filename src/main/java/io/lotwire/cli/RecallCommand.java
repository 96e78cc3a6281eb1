package io.lotwire.cli;

import io.lotwire.partner.Profiles;
import io.lotwire.recall.AffectedText;
import io.lotwire.recall.RecallOpening;
import io.lotwire.recall.RecallPreview;
import io.lotwire.recall.Scope;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code lotwire recall}: what a recall reaches. */
@Command(
        name = "recall",
        description = {
            "Shows what a recall reaches: lots and what was made of them, shipments, who has how much, and who is to be told how."
                    + " It changes nothing; 'recall open' does.",
            ""
        },
        footer = {
            "",
            "'lotwire recall -- open' asks about a lot whose code is the name of a command.",
            "",
            "Exit code 0: a lot is known; 1: none is; 2: wrong use."
        })
final class RecallCommand implements Callable<Integer> {
    @Mixin
    HelpOption help;

    @Mixin
    private RecallScopeOptions options;

    private final Installation installation;

    @Option(
            names = "--drill",
            description =
                    "Do it as a drill: nothing is held, notices go only where the profile agrees to a test, and each step is"
                            + " timed.")
    private boolean drill;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    RecallCommand(Installation installation) {
        this.installation = installation;
    }

    @Override
    public Integer call() throws IOException {
        Scope scope = options.scope();
        return InstalledLedger.ask(installation, "lotwire recall", ledger -> {
            Profiles profiles = RecallProfiles.of(installation);
            if (drill) {
                return new RecallOpeningReport(installation, json)
                        .open(
                                ledger,
                                profiles,
                                new RecallOpening.Wanted(
                                        scope, "Drill", "", System.getProperty("user.name", "nobody"), true));
            }
            return print(ledger.inTransaction(tx -> RecallPreview.of(tx, profiles, scope)));
        });
    }

    private int print(RecallPreview preview) {
        boolean found = preview.isFound();
        if (json) {
            Lines.of(installation).println(preview.json().toPrettyString());
        } else {
            preview.unknown()
                    .forEach(code -> installation.err().println("No lot " + code + " is known: check the code."));
            if (found) {
                Lines.of(installation)
                        .println("Preview of a recall of " + preview.scope().words()
                                + ". NOTHING IS HELD, NOBODY IS TOLD.\n"
                                + AffectedText.of(preview.affected(), preview.plan(), false)
                                + "\nNext: ./lotwire recall open" + options.arguments() + " --reason 'WHY'\n"
                                + "      holds these lots, tells those above, and writes down who answers.");
            } else if (preview.unknown().isEmpty()) {
                installation.err().println("No lot is found: " + preview.scope().words() + ".");
            }
        }
        return found ? ExitCode.GOOD : ExitCode.REJECTED;
    }
}
