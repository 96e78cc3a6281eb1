package io.lotwire.cli;

import io.lotwire.ledger.LedgerTransaction;
import io.lotwire.lot.Gtin;
import io.lotwire.lot.Sscc;
import io.lotwire.registry.reading.Carried;
import java.util.Optional;
import java.util.function.Consumer;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** What a logger was with: options of commands about readings. */
final class CarriedOptions {
    @ArgGroup(multiplicity = "0..1")
    private One one = new One();

    /** A unit or a lot. */
    private static final class One {
        @Option(
                names = "--sscc",
                paramLabel = "SSCC",
                converter = SsccConverter.class,
                description = "The logistic unit that the logger was on, such as a pallet.")
        private Sscc unit;

        @Option(
                names = "--lot",
                paramLabel = "LOT",
                description = "The lot that the logger was with, to the character.")
        private String lot;
    }

    @Option(
            names = "--gtin",
            paramLabel = "GTIN",
            converter = GtinConverter.class,
            description = "Its product, where several have lots of this code.")
    private Gtin gtin;

    /** Whether one is named. */
    boolean isGiven() {
        return one.unit != null || one.lot != null;
    }

    /**
     * What is named; empty when it is a lot that is not known, or may be of several products.
     *
     * @param problems is told why
     */
    Optional<Carried> find(LedgerTransaction tx, Consumer<String> problems) {
        return one.unit != null
                ? Optional.of(new Carried.Unit(one.unit))
                : LotChoice.find(tx, one.lot, Optional.ofNullable(gtin), problems)
                        .map(lot -> new Carried.OfLot(lot.id()));
    }
}
