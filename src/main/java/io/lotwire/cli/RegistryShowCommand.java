package io.lotwire.cli;

import io.lotwire.lot.Gtin;
import io.lotwire.lot.rule.LotRules;
import io.lotwire.partner.Profile;
import io.lotwire.registry.record.LotRecord;
import io.lotwire.registry.record.LotRecordJson;
import io.lotwire.registry.record.LotRecordText;
import io.lotwire.registry.record.LotRecords;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code lotwire registry show}: all that is known of a lot. */
@Command(
        name = "show",
        description =
                "Shows what is known of a lot, who stated it since when, whether it may go, and what was changed.",
        footer = {"", "Exit code 0: the lot is known; 1: it is not; 2: wrong use."})
final class RegistryShowCommand implements Callable<Integer> {
    @Mixin
    HelpOption help;

    private final Installation installation;

    @Parameters(paramLabel = "LOT", description = "The lot code, to the character.")
    private String lot;

    @Option(
            names = "--gtin",
            paramLabel = "GTIN",
            converter = GtinConverter.class,
            description = "The product, where several have lots of this code.")
    private Gtin gtin;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    RegistryShowCommand(Installation installation) {
        this.installation = installation;
    }

    @Override
    public Integer call() throws IOException {
        LotRules rules = installation.profiles().self().map(Profile::lots).orElse(LotRules.NONE);
        PrintStream out = new PrintStream(installation.out(), true, StandardCharsets.UTF_8);
        return InstalledLedger.ask(installation, "lotwire registry show", ledger -> {
            List<LotRecord> lots = ledger.inTransaction(tx -> {
                LotRecords records = new LotRecords(tx, rules);
                return records.find(lot, Optional.ofNullable(gtin)).stream()
                        .map(records::of)
                        .toList();
            });
            if (json) {
                out.println(LotRecordJson.of(lots));
            } else if (lots.isEmpty()) {
                out.println("No lot " + lot + (gtin == null ? "" : " of GTIN " + gtin) + " is known.");
            } else {
                out.println(lots.stream().map(LotRecordText::of).collect(Collectors.joining("\n\n")));
            }
            return lots.isEmpty() ? ExitCode.REJECTED : ExitCode.GOOD;
        });
    }
}
