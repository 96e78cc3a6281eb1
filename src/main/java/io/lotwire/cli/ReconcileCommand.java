package io.lotwire.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lotwire.ledger.LedgerTransaction;
import io.lotwire.lot.Gtin;
import io.lotwire.registry.balance.BalanceJson;
import io.lotwire.registry.balance.Balances;
import io.lotwire.registry.balance.Difference;
import io.lotwire.registry.balance.FefoCheck;
import io.lotwire.registry.balance.FefoViolation;
import io.lotwire.registry.balance.LotBalance;
import io.lotwire.registry.balance.PlaceAsked;
import io.lotwire.registry.balance.Reconciliation;
import io.lotwire.registry.balance.StockLot;
import io.lotwire.registry.balance.StockLots;
import io.lotwire.registry.balance.StockText;
import io.lotwire.registry.master.LotStatuses;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
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
    /** So many lots are compared at once; more are asked for by product, place or day. */
    private static final int MOST_LOTS = 20_000;

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
        List<StockLot> lots = lots(new StockLots(tx), place, from);
        if (lots.isEmpty()) {
            installation.err().println("No lot is known that was asked for: nothing is compared.");
            return ExitCode.REJECTED;
        }
        if (lots.size() > MOST_LOTS) {
            installation
                    .err()
                    .println("More than " + MOST_LOTS
                            + " lots were asked for: ask for less by --gtin, --at or --since.");
            return ExitCode.REJECTED;
        }
        List<LotBalance> balances =
                new Balances(tx).of(lots.stream().map(StockLot::id).toList());
        LocalDateTime first = from.map(moment -> LocalDateTime.ofInstant(moment, ZoneOffset.UTC))
                .orElse(null);
        List<Difference> differences = new ArrayList<>();
        balances.forEach(balance -> differences.addAll(Reconciliation.of(balance, place, first)));
        List<FefoViolation> violations =
                gtin == null || lot != null ? List.of() : violations(tx, lots, balances, place, first);
        print(lots.size(), differences, violations);
        return differences.stream().allMatch(Difference::isExplained) && violations.isEmpty()
                ? ExitCode.GOOD
                : ExitCode.REJECTED;
    }

    private List<StockLot> lots(StockLots stock, Optional<PlaceAsked> place, Optional<Instant> from) {
        if (lot != null) {
            return stock.withCode(lot, Optional.ofNullable(gtin));
        }
        return gtin != null
                ? stock.ofProduct(gtin, Optional.empty())
                : stock.touched(from.orElseThrow(), place, MOST_LOTS + 1);
    }

    private static List<FefoViolation> violations(
            LedgerTransaction tx,
            List<StockLot> lots,
            List<LotBalance> balances,
            Optional<PlaceAsked> place,
            LocalDateTime first) {
        return FefoCheck.of(
                        lots,
                        balances,
                        new LotStatuses(tx)
                                .standing(lots.stream().map(StockLot::id).toList())
                                .keySet(),
                        place)
                .stream()
                .filter(each -> first == null || each.shipped().when().ends().isAfter(first))
                .toList();
    }

    private void print(int lots, List<Difference> differences, List<FefoViolation> violations) {
        PrintStream out = Lines.of(installation);
        if (json) {
            ObjectNode node = JsonNodeFactory.instance.objectNode();
            node.put("lots", lots);
            ArrayNode all = node.putArray("differences");
            differences.forEach(each -> all.add(BalanceJson.of(each)));
            ArrayNode outOfTurn = node.putArray("fefoViolations");
            violations.forEach(each -> outOfTurn.add(BalanceJson.of(each)));
            out.println(node.toPrettyString());
            return;
        }
        out.print(StockText.differences(differences, violations));
        long open = differences.stream().filter(each -> !each.isExplained()).count();
        out.println(lots + (lots == 1 ? " lot" : " lots") + " compared: " + differences.size()
                + (differences.size() == 1 ? " difference, " : " differences, ") + open + " not explained"
                + (violations.isEmpty() ? "." : "; " + violations.size() + " shipped out of turn."));
    }
}
