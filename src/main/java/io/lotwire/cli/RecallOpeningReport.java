package io.lotwire.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lotwire.ledger.Ledger;
import io.lotwire.partner.Profiles;
import io.lotwire.recall.Recall;
import io.lotwire.recall.RecallOpening;
import io.lotwire.recall.RecallReport;
import io.lotwire.recall.RecallText;
import io.lotwire.recall.Recalls;
import java.io.PrintStream;
import java.util.Optional;

/** Opens a recall or a drill, and says what was done and how long it took. */
final class RecallOpeningReport {
    private final Installation installation;
    private final boolean json;

    RecallOpeningReport(Installation installation, boolean json) {
        this.installation = installation;
        this.json = json;
    }

    int open(Ledger ledger, Profiles profiles, RecallOpening.Wanted wanted) {
        Optional<RecallOpening.Opened> opened =
                ledger.inTransaction(tx -> new RecallOpening(tx, profiles, installation.clock()).open(wanted));
        if (opened.isEmpty()) {
            installation.err().println("No lot is found: " + wanted.scope().words() + ". Nothing was done.");
            return ExitCode.REJECTED;
        }
        Recall recall = ledger.inTransaction(
                tx -> new Recalls(tx).find(opened.get().id()).orElseThrow());
        if (json) {
            Lines.of(installation).println(json(recall, opened.get()).toPrettyString());
        } else {
            print(recall, opened.get());
        }
        return ExitCode.GOOD;
    }

    private void print(Recall recall, RecallOpening.Opened opened) {
        PrintStream out = Lines.of(installation);
        if (!opened.isNew()) {
            out.println("It is open already. Nothing was done again, and nobody is told twice.");
        }
        out.println(RecallText.whole(recall, installation.clock().instant()));
        opened.times().forEach((step, time) -> out.println("  " + time.toMillis() + " ms to " + step));
        out.println("\nNext: ./lotwire recall show " + recall.id()
                + (recall.drill()
                        ? ", and ./lotwire recall close " + recall.id() + " when the drill is over."
                        : " tells how it goes; the gateway (./lotwire run) sends the notices.\n"
                                + "      ./lotwire recall answer " + recall.id()
                                + " WHO 'TEXT' writes down what somebody answered."));
    }

    private static ObjectNode json(Recall recall, RecallOpening.Opened opened) {
        ObjectNode node = RecallReport.json(recall);
        node.put("new", opened.isNew());
        ObjectNode times = node.putObject("milliseconds");
        opened.times().forEach((step, time) -> times.put(step, time.toMillis()));
        return node;
    }
}
