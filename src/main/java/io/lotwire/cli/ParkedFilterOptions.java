package io.lotwire.cli;

import io.lotwire.ledger.CauseCode;
import io.lotwire.parked.ParkedFilter;
import io.lotwire.parked.ParkedKind;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Which parked things a command is about. */
final class ParkedFilterOptions {
    @Option(
            names = "--kind",
            paramLabel = "KIND",
            converter = ParkedKindConverter.class,
            description = "Of one kind alone: file, document, delivery.")
    private ParkedKind kind;

    @Option(names = "--cause", paramLabel = "CAUSE", description = "With this cause alone, such as PROFILE_MISSING.")
    private CauseCode cause;

    @Option(names = "--partner", paramLabel = "PARTNER", description = "Of this partner alone.")
    private String partner;

    ParkedFilter filter() {
        return new ParkedFilter(Optional.ofNullable(kind), Optional.ofNullable(cause), Optional.ofNullable(partner));
    }

    /** Whether anything was said. */
    boolean isGiven() {
        return kind != null || cause != null || partner != null;
    }
}
