package io.lotwire.cli;

import io.lotwire.ledger.LedgerTransaction;
import io.lotwire.registry.balance.PlaceAsked;
import java.util.Optional;

/** A place on the command line, found among those that documents name. */
final class PlaceOption {
    private PlaceOption() {}

    /**
     * Finds it, and says on standard error why it is none.
     *
     * @param asked a GLN or a name
     * @return empty where no document names it, or different places bear the name
     */
    static Optional<PlaceAsked> find(Installation installation, LedgerTransaction transaction, String asked) {
        PlaceAsked place = PlaceAsked.of(transaction, asked);
        if (place.isUnknown()) {
            installation
                    .err()
                    .println("No document names a place '" + asked
                            + "': give its GLN, or its name as documents state it.");
            return Optional.empty();
        }
        if (place.glns().size() > 1) {
            installation
                    .err()
                    .println("Different places are named '" + asked + "': say which by its GLN ("
                            + String.join(", ", place.glns().stream().sorted().toList()) + ").");
            return Optional.empty();
        }
        return Optional.of(place);
    }
}
