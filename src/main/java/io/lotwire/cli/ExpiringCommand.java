package io.lotwire.cli;

import io.lotwire.alert.StockAlerts;
import io.lotwire.ledger.LedgerTransaction;
import io.lotwire.lot.Gtin;
import io.lotwire.partner.Profiles;
import io.lotwire.question.ExpiringAnswer;
import io.lotwire.question.ExpiringQuestion;
import io.lotwire.registry.balance.PlaceAsked;
import io.lotwire.registry.balance.StockText;
import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code lotwire expiring}: what expires when, and where it is. */
@Command(
        name = "expiring",
        description = {
            "Shows what expires soon or has expired, where it is or was sent, and for which partners less is left than they want.",
            ""
        },
        footer = {"", "Exit code 0: nothing expires in these days; 1: something does; 2: wrong use."})
final class ExpiringCommand implements Callable<Integer> {
    @Mixin
    HelpOption help;

    private final Installation installation;

    @Spec
    private CommandSpec command;

    @Option(
            names = "--within",
            paramLabel = "DAYS",
            description = "So many days from today; 30 unless told, or what partners want where that is more.")
    private Integer within;

    @Option(
            names = "--at",
            paramLabel = "PLACE",
            description = "Only what is there: a GLN, or a name as documents state it.")
    private String at;

    @Option(
            names = "--gtin",
            paramLabel = "GTIN",
            converter = GtinConverter.class,
            description = "Only lots of this product.")
    private Gtin gtin;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    @Option(
            names = "--alert",
            description = "Also makes alerts of what expires anywhere, as the owner's profile says; of each lot once.")
    private boolean alert;

    ExpiringCommand(Installation installation) {
        this.installation = installation;
    }

    @Override
    public Integer call() throws IOException {
        if (within != null && (within < 0 || within > ExpiringQuestion.MOST_DAYS)) {
            throw new ParameterException(
                    command.commandLine(),
                    "--within " + within + ": a number of days from 0 to " + ExpiringQuestion.MOST_DAYS + ".");
        }
        Profiles profiles = installation.profiles();
        if (alert && !StockAlerts.areAgreed(profiles)) {
            installation
                    .err()
                    .println(
                            "Nobody is to be told: name LOT_EXPIRED, LOT_BELOW_MINIMUM or LOT_EXPIRING under 'alerts' in the"
                                    + " owner's profile (src/docs/operation/alerts.md).");
            return ExitCode.REJECTED;
        }
        return InstalledLedger.ask(
                installation,
                "lotwire expiring",
                ledger -> ledger.<Integer, RuntimeException>inTransaction(tx -> {
                    Optional<PlaceAsked> place = at == null ? Optional.empty() : PlaceOption.find(installation, tx, at);
                    if (at != null && place.isEmpty()) {
                        return ExitCode.REJECTED;
                    }
                    if (alert) {
                        alert(tx, profiles);
                    }
                    ExpiringQuestion question = new ExpiringQuestion(
                            within == null ? OptionalInt.empty() : OptionalInt.of(within),
                            place,
                            Optional.ofNullable(gtin));
                    return print(question.ask(tx, profiles.minimums(), Today.of(installation)));
                }));
    }

    private void alert(LedgerTransaction tx, Profiles profiles) {
        List<Long> made =
                new StockAlerts(tx, profiles).look(Today.of(installation)).alerts();
        installation
                .err()
                .println(
                        made.isEmpty()
                                ? "There is nothing new to tell."
                                : made.size() + (made.size() == 1 ? " alert is" : " alerts are")
                                        + " made: 'lotwire alerts list' lists them.");
    }

    private int print(ExpiringAnswer answer) {
        PrintStream out = Lines.of(installation);
        if (json) {
            out.println(answer.json().toPrettyString());
        } else if (answer.stock().isEmpty()) {
            out.println("Nothing expires within " + answer.within() + " days.");
        } else {
            out.print(StockText.expiring(answer.stock()));
        }
        return answer.stock().isEmpty() ? ExitCode.GOOD : ExitCode.REJECTED;
    }
}
