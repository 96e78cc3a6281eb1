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
        Optional<String> problem = place.problem(asked);
        problem.ifPresent(installation.err()::println);
        return problem.isEmpty() ? Optional.of(place) : Optional.empty();
    }
}
