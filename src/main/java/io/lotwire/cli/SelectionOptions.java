package io.lotwire.cli;

import io.lotwire.compliance.Selection;
import io.lotwire.lot.Gtin;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options that say which lot events are asked for; without any, all are. */
final class SelectionOptions {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    @Option(names = "--lot", paramLabel = "CODE", description = "The events of this lot, its code to the character.")
    private String lot;

    @Option(names = "--gtin", paramLabel = "GTIN", description = "The product, where several have lots of this code.")
    private String gtin;

    @Option(names = "--product", paramLabel = "GTIN", description = "The events of all lots of this product.")
    private String product;

    @Option(
            names = "--location",
            paramLabel = "PLACE",
            description = "What came from there or went to there: a GLN, or a name as documents state it.")
    private String location;

    @Option(names = "--from", paramLabel = "DATE", description = "From this day on: 2026-03-01.")
    private String from;

    @Option(names = "--to", paramLabel = "DATE", description = "Up to this day, itself among them.")
    private String to;

    /** What was asked for. */
    Selection selection() {
        if (gtin != null && lot == null) {
            throw wrong("--gtin says of which product --lot is: add --lot, or take --product.");
        }
        if (lot != null && product != null) {
            throw wrong("--product asks for all lots of a product: take --gtin beside --lot.");
        }
        Optional<LocalDate> first = day("--from", from);
        Optional<LocalDate> last = day("--to", to);
        if (first.isPresent() && last.isPresent() && last.get().isBefore(first.get())) {
            throw wrong("--to " + to + " is before --from " + from + ": exchange them.");
        }
        return new Selection(
                Optional.ofNullable(lot),
                gtin("--gtin", gtin),
                gtin("--product", product),
                Optional.ofNullable(location),
                first,
                last);
    }

    private Optional<Gtin> gtin(String option, String text) {
        Optional<Gtin> parsed = Optional.ofNullable(text).flatMap(Gtin::parse);
        if (text != null && parsed.isEmpty()) {
            throw wrong(
                    option + " '" + text + "' is no GTIN: 8, 12, 13 or 14 digits with a good check digit are wanted.");
        }
        return parsed;
    }

    private Optional<LocalDate> day(String option, String text) {
        try {
            return Optional.ofNullable(text).map(LocalDate::parse);
        } catch (DateTimeException noDay) {
            throw wrong(option + " '" + text + "' is no day: write 2026-03-01.");
        }
    }

    private ParameterException wrong(String message) {
        return new ParameterException(command.commandLine(), message);
    }
}
