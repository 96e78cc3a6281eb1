package io.lotwire.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lotwire.ledger.Ledger;
import io.lotwire.ledger.LedgerTransaction;
import io.lotwire.partner.Profiles;
import io.lotwire.recall.Affected;
import io.lotwire.recall.AffectedGoods;
import io.lotwire.recall.AffectedText;
import io.lotwire.recall.NoticePlan;
import io.lotwire.recall.NoticePlan.Planned;
import io.lotwire.recall.Partners;
import io.lotwire.recall.RecallJson;
import io.lotwire.recall.RecallOpening;
import io.lotwire.recall.Scope;
import java.io.IOException;
import java.util.List;
import java.util.Set;
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

    /**
     * What is found.
     *
     * @param unknown codes that no lot bears
     */
    private record Preview(Affected affected, List<Planned> plan, Set<String> unknown) {}

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
            return print(scope, preview(ledger, profiles, scope));
        });
    }

    private static Preview preview(Ledger ledger, Profiles profiles, Scope scope) {
        return ledger.inTransaction(tx -> {
            AffectedGoods goods = new AffectedGoods(tx, new Partners(profiles.good()));
            Affected affected = affected(goods, scope);
            return new Preview(affected, plan(tx, affected, profiles), goods.unknown(scope));
        });
    }

    private static Affected affected(AffectedGoods goods, Scope scope) {
        Set<Long> lots = goods.lots(scope);
        return lots.isEmpty() ? new Affected(List.of(), List.of(), List.of(), List.of()) : goods.reachedFrom(lots);
    }

    private static List<Planned> plan(LedgerTransaction tx, Affected affected, Profiles profiles) {
        return affected.parties().isEmpty() ? List.of() : NoticePlan.of(tx, affected, profiles);
    }

    private int print(Scope scope, Preview preview) {
        boolean found = !preview.affected().lots().isEmpty();
        if (json) {
            Lines.of(installation).println(json(scope, preview).toPrettyString());
        } else {
            preview.unknown()
                    .forEach(code -> installation.err().println("No lot " + code + " is known: check the code."));
            if (found) {
                Lines.of(installation)
                        .println("Preview of a recall of " + scope.words() + ". NOTHING IS HELD, NOBODY IS TOLD.\n"
                                + AffectedText.of(preview.affected(), preview.plan(), false)
                                + "\nNext: ./lotwire recall open" + options.arguments() + " --reason 'WHY'\n"
                                + "      holds these lots, tells those above, and writes down who answers.");
            } else if (preview.unknown().isEmpty()) {
                installation.err().println("No lot is found: " + scope.words() + ".");
            }
        }
        return found ? ExitCode.GOOD : ExitCode.REJECTED;
    }

    private static ObjectNode json(Scope scope, Preview preview) {
        ObjectNode node = RecallJson.object(preview.affected());
        node.set("scope", RecallJson.object(scope));
        node.put("sha256", preview.affected().sha256());
        ArrayNode unknown = node.putArray("unknown");
        preview.unknown().forEach(unknown::add);
        ArrayNode told = node.putArray("notices");
        for (Planned each : preview.plan()) {
            ObjectNode notice = told.addObject()
                    .put("name", each.name())
                    .put("partner", each.partner())
                    .put("telephone", each.telephone())
                    .put("sure", each.sure());
            each.way().ifPresent(way -> notice.put("as", way.as().word())
                    .put("over", way.over().word())
                    .put("test", way.test()));
        }
        return node;
    }
}
