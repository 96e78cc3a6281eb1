package io.lotwire.cli;

import io.lotwire.ledger.Ledger;
import io.lotwire.partner.Profiles;
import io.lotwire.recall.Affected;
import io.lotwire.recall.AffectedText;
import io.lotwire.recall.KnownSince;
import io.lotwire.recall.NoticePlan;
import io.lotwire.recall.Recall;
import io.lotwire.recall.RecallReport;
import io.lotwire.recall.RecallText;
import io.lotwire.recall.Recalls;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code lotwire recall show}: how far a recall is. */
@Command(
        name = "show",
        description =
                "Shows a recall: who was told, who answered, every step, and what has come to light since it was opened.",
        footer = {"", "Exit code 0: shown; 1: there is no such recall; 2: wrong use."})
final class RecallShowCommand implements Callable<Integer> {
    @Mixin
    HelpOption help;

    @Mixin
    private KeptRecall kept;

    private final Installation installation;

    @Option(names = "--affected", description = "Also what was affected, as it was known when the recall was opened.")
    private boolean withAffected;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    RecallShowCommand(Installation installation) {
        this.installation = installation;
    }

    @Override
    public Integer call() throws IOException {
        return kept.ask(installation, "lotwire recall show", this::show);
    }

    private int show(Ledger ledger, Recall recall) {
        Profiles profiles = installation.profiles();
        Affected then = ledger.inTransaction(tx -> new Recalls(tx).affected(recall.id()));
        List<String> since = ledger.inTransaction(tx -> KnownSince.of(tx, profiles, recall, then));
        if (json) {
            Lines.of(installation)
                    .println(RecallReport.json(recall, since, withAffected ? Optional.of(then) : Optional.empty())
                            .toPrettyString());
            return ExitCode.GOOD;
        }
        Lines.of(installation)
                .println(RecallText.whole(recall, installation.clock().instant()));
        if (withAffected) {
            List<NoticePlan.Planned> plan = ledger.inTransaction(tx -> NoticePlan.of(tx, then, profiles));
            Lines.of(installation).print(AffectedText.of(then, plan, recall.drill()));
        }
        Lines.of(installation)
                .println(
                        since.isEmpty()
                                ? "\nNothing has come to light since it was opened."
                                : "\nCame to light since it was opened; nobody was told of it yet:\n  "
                                        + String.join("\n  ", since));
        return ExitCode.GOOD;
    }
}
