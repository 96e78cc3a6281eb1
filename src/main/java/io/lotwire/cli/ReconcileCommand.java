package io.lotwire.cli;

import io.lotwire.ledger.LedgerTransaction;
import io.lotwire.lot.Gtin;
import io.lotwire.question.ReconcileAnswer;
import io.lotwire.question.ReconcileQuestion;
import io.lotwire.registry.balance.Difference;
import io.lotwire.registry.balance.PlaceAsked;
import io.lotwire.registry.balance.StockText;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code lotwire reconcile}: where documents about quantities do not agree. */
@Command(
        name = "reconcile",
        description = {
            "Compares what is in the books of lots with what was received, counted and corrected (944, 861, 846, 947, scans), and"
                    + " tells which documents explain the differences. With --gtin alone it also tells where lots of the product"
                    + " were shipped out of turn (FEFO_VIOLATION).",
            ""
        },
        footer = {"", "Exit code 0: documents explain all; 1: they do not, or no lot is known; 2: wrong use."})
final class ReconcileCommand implements Callable<Integer> {
    @Mixin
    HelpOption help;

    private final Installation installation;

    @Spec
    private CommandSpec command;

    @Option(names = "--lot", paramLabel = "LOT", description = "The lot, its code to the character.")
    private String lot;

    @Option(
            names = "--gtin",
            paramLabel = "GTIN",
            converter = GtinConverter.class,
            description = "All lots of this product; with --lot, the product of the lot.")
    private Gtin gtin;

    @Option(
            names = "--at",
            paramLabel = "PLACE",
            description = "Only what is different there: a GLN, or a name as documents state it.")
    private String at;

    @Option(
            names = "--since",
            paramLabel = "WHEN",
            description =
                    "Only what was since then: a day, 2026-03-04T14:30:00Z, or how long ago: 12h, 7d. Without --lot and"
                            + " --gtin, all lots that documents tell of since then.")
    private String since;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    ReconcileCommand(Installation installation) {
        this.installation = installation;
    }

    @Override
    public Integer call() throws IOException {
        if (lot == null && gtin == null && since == null) {
            throw new ParameterException(
                    command.commandLine(),
                    "Say of which lots: --lot, --gtin, or --since for all that were touched since.");
        }
        Optional<Instant> from = since();
        return InstalledLedger.ask(
                installation,
                "lotwire reconcile",
                ledger -> ledger.<Integer, RuntimeException>inTransaction(tx -> answer(tx, from)));
    }

    private Optional<Instant> since() {
        Optional<Instant> from = Optional.ofNullable(since).flatMap(text -> Moment.parse(text, installation.clock()));
        if (since != null && from.isEmpty()) {
            throw new ParameterException(
                    command.commandLine(),
                    "--since '" + since + "' is no moment: write 2026-03-04, 2026-03-04T14:30:00Z, 12h or 7d.");
        }
        return from;
    }

    private int answer(LedgerTransaction tx, Optional<Instant> from) {
        Optional<PlaceAsked> place = at == null ? Optional.empty() : PlaceOption.find(installation, tx, at);
        if (at != null && place.isEmpty()) {
            return ExitCode.REJECTED;
        }
        ReconcileAnswer answer =
                new ReconcileQuestion(Optional.ofNullable(lot), Optional.ofNullable(gtin), place, from).ask(tx);
        if (answer instanceof ReconcileAnswer.Compared compared) {
            print(compared);
            return compared.isExplained() ? ExitCode.GOOD : ExitCode.REJECTED;
        }
        installation
                .err()
                .println(
                        answer instanceof ReconcileAnswer.NoLots
                                ? "No lot is known that was asked for: nothing is compared."
                                : "More than " + ReconcileQuestion.MOST_LOTS
                                        + " lots were asked for: ask for less by --gtin, --at or --since.");
        return ExitCode.REJECTED;
    }

    private void print(ReconcileAnswer.Compared compared) {
        PrintStream out = Lines.of(installation);
        if (json) {
            out.println(compared.json().toPrettyString());
            return;
        }
        List<Difference> differences = compared.differences();
        int outOfTurn = compared.violations().size();
        out.print(StockText.differences(differences, compared.violations()));
        long open = differences.stream().filter(each -> !each.isExplained()).count();
        out.println(compared.lots() + (compared.lots() == 1 ? " lot" : " lots") + " compared: " + differences.size()
                + (differences.size() == 1 ? " difference, " : " differences, ") + open + " not explained"
                + (outOfTurn == 0 ? "." : "; " + outOfTurn + " shipped out of turn."));
    }
}
