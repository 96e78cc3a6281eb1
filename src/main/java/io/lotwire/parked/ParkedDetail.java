package io.lotwire.parked;

import io.lotwire.ledger.LedgerTransaction;
import io.lotwire.ledger.SetRow;
import io.lotwire.ledger.StoredProblem;
import java.util.List;
import java.util.Optional;

/**
 * All that is known of a parked thing.
 *
 * @param thing the thing
 * @param problems what is wrong with it, of a file or document
 * @param steps what persons did about it, the first first
 */
public record ParkedDetail(ParkedThing thing, List<StoredProblem> problems, List<ParkedStep> steps) {
    public ParkedDetail {
        problems = List.copyOf(problems);
        steps = List.copyOf(steps);
    }

    /** That of a thing; empty when it is neither parked nor dismissed. */
    public static Optional<ParkedDetail> of(LedgerTransaction transaction, ParkedId id) {
        return new ParkedThings(transaction)
                .find(id)
                .map(thing ->
                        new ParkedDetail(thing, problems(transaction, thing), new ParkedSteps(transaction).of(id)));
    }

    private static List<StoredProblem> problems(LedgerTransaction transaction, ParkedThing thing) {
        return switch (thing.id().kind()) {
            case FILE -> transaction.inbox().problems(thing.inboxId());
            case DOCUMENT ->
                transaction.sets().find(thing.id().row()).map(SetRow::problems).orElse(List.of());
            case DELIVERY -> List.of();
        };
    }
}
