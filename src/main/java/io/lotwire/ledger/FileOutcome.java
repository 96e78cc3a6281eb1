package io.lotwire.ledger;

import io.lotwire.problem.Problem;
import java.util.List;
import java.util.Optional;

/**
 * What became of an inbox row in a step.
 *
 * @param inboxId which
 * @param progress how far it has come by that
 * @param problems what is wrong with it as a whole, or with parts of it that are no transaction sets
 * @param judgedBy the profile that it was judged by; empty when there was none, or it is known already
 */
public record FileOutcome(long inboxId, InboxProgress progress, List<Problem> problems, Optional<Definition> judgedBy) {
    public FileOutcome {
        problems = List.copyOf(problems);
    }
}
