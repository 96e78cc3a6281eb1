package io.lotwire.cli;

import io.lotwire.ledger.LedgerTransaction;
import io.lotwire.lot.Gtin;
import io.lotwire.retention.LegalHold;
import io.lotwire.retention.LegalHolds;
import io.lotwire.retention.RetentionJson;
import io.lotwire.retention.RetentionText;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code lotwire retention hold}: bytes are kept whatever their retention. */
@Command(
        name = "hold",
        description = {
            "Keeps the bytes of documents whatever their retention says, until the hold is released: of a lot, of a partner, or all.",
            ""
        },
        footer = {"", "Exit code 0: held; 1: the lot or partner is not known; 2: wrong use."})
final class RetentionHoldCommand implements Callable<Integer> {
    @Mixin
    HelpOption help;

    @Mixin
    private AuthorOption author;

    private final Installation installation;

    @ArgGroup(multiplicity = "1")
    private What what;

    /** What is held. */
    private static final class What {
        @ArgGroup(exclusive = false)
        private OfLot lot;

        @Option(
                names = "--partner",
                paramLabel = "PARTNER",
                description = "What this partner sent and got, by its profile's name.")
        private String partner;

        @Option(names = "--everything", description = "All that there is.")
        private boolean everything;
    }

    /** The documents that tell of a lot. */
    private static final class OfLot {
        @Option(
                names = "--lot",
                paramLabel = "LOT",
                required = true,
                description =
                        "What tells of this lot or of a unit that it was on, and what was made of such documents.")
        private String code;

        @Option(
                names = "--gtin",
                paramLabel = "GTIN",
                converter = GtinConverter.class,
                description = "Its product, where several have lots of this code.")
        private Gtin gtin;
    }

    @Option(names = "--why", paramLabel = "TEXT", required = true, description = "Why, for who asks later.")
    private String why;

    @Option(
            names = "--reference",
            paramLabel = "NUMBER",
            defaultValue = "",
            description = "A number of those who ask for it, such as that of a case.")
    private String reference;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    RetentionHoldCommand(Installation installation) {
        this.installation = installation;
    }

    @Override
    public Integer call() throws IOException {
        String by = author.name();
        return InstalledLedger.ask(
                installation,
                "lotwire retention hold",
                ledger -> ledger.<Integer, RuntimeException>inTransaction(tx -> {
                    Optional<LegalHold.Scope> scope = scope(tx);
                    if (scope.isEmpty()) {
                        return ExitCode.REJECTED;
                    }
                    LegalHolds holds = new LegalHolds(tx);
                    LegalHold hold = holds.find(holds.begin(scope.get(), by, why, reference))
                            .orElseThrow();
                    Lines.of(installation)
                            .println(json ? RetentionJson.of(hold).toPrettyString() : RetentionText.of(hold));
                    return ExitCode.GOOD;
                }));
    }

    private Optional<LegalHold.Scope> scope(LedgerTransaction tx) {
        if (what.lot != null) {
            return LotChoice.find(tx, what.lot.code, Optional.ofNullable(what.lot.gtin), installation.err()::println)
                    .map(lot -> new LegalHold.OfLot(lot.id(), what.lot.code, lot.fact("gtin")));
        }
        if (what.everything) {
            return Optional.of(new LegalHold.Everything());
        }
        if (!LegalHolds.isPartner(tx, what.partner)
                && installation.profiles().byName(what.partner).isEmpty()) {
            installation
                    .err()
                    .println("There is no profile '" + what.partner
                            + "', and nothing of such a partner is kept: 'lotwire retention show' lists all partners.");
            return Optional.empty();
        }
        return Optional.of(new LegalHold.OfPartner(what.partner));
    }
}
