package io.lotwire.cli;

import io.lotwire.ledger.LedgerTransaction;
import io.lotwire.lot.Gtin;
import io.lotwire.lot.rule.LotRules;
import io.lotwire.registry.master.KnownRecord;
import io.lotwire.registry.master.LotStatus;
import io.lotwire.registry.record.LotRecords;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The lots that a command is about: arguments that {@code hold} and {@code release} have in common. */
final class LotChoice {
    @Parameters(paramLabel = "LOT", arity = "1..*", description = "Lot codes, to the character.")
    private List<String> lots;

    @Option(
            names = "--gtin",
            paramLabel = "GTIN",
            converter = GtinConverter.class,
            description = "Their product, where several have lots of these codes.")
    private Gtin gtin;

    @ArgGroup
    private Way way = new Way();

    /** In what way they may not go, where it is not that they are held. */
    private static final class Way {
        @Option(names = "--recalled", description = "That they are recalled, rather than held.")
        private boolean recalled;

        @Option(
                names = "--excursion",
                description = "That they were warmer or colder than their product bears, rather than held.")
        private boolean excursion;
    }

    @Option(names = "--json", description = "Print one JSON object for each lot.")
    private boolean json;

    /** In what way they may not go. */
    LotStatus.Kind kind() {
        if (way.recalled) {
            return LotStatus.Kind.RECALLED;
        }
        return way.excursion ? LotStatus.Kind.EXCURSION : LotStatus.Kind.HELD;
    }

    /** Whether JSON is printed. */
    boolean isJson() {
        return json;
    }

    /**
     * The lots; none when one of them is not known, or may be of several products.
     *
     * @param problems is told why
     */
    List<KnownRecord> find(LedgerTransaction tx, Consumer<String> problems) {
        List<KnownRecord> found = new ArrayList<>();
        boolean all = true;
        for (String lot : lots) {
            Optional<KnownRecord> known = find(tx, lot, Optional.ofNullable(gtin), problems);
            known.ifPresent(found::add);
            all &= known.isPresent();
        }
        return all ? found : List.of();
    }

    /**
     * A lot by its code; empty when it is not known, or may be of several products.
     *
     * @param gtin its product, where it is said
     * @param problems is told why
     */
    static Optional<KnownRecord> find(
            LedgerTransaction tx, String lot, Optional<Gtin> gtin, Consumer<String> problems) {
        List<KnownRecord> known = new LotRecords(tx, LotRules.NONE).find(lot, gtin);
        if (known.size() == 1) {
            return Optional.of(known.get(0));
        }
        problems.accept(
                known.isEmpty()
                        ? "No lot " + lot
                                + gtin.map(digits -> " of GTIN " + digits).orElse("")
                                + " is known: import it first, or check the code."
                        : "Lot " + lot + " is of several products: say which by --gtin ("
                                + known.stream().map(LotChoice::product).collect(Collectors.joining(", ")) + ").");
        return Optional.empty();
    }

    private static String product(KnownRecord lot) {
        return lot.fact("gtin").orElseGet(() -> lot.fact("item_ids").orElse("without a number"));
    }
}
