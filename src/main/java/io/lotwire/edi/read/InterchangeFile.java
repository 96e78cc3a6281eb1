package io.lotwire.edi.read;

import io.lotwire.edi.tree.TransactionSet;
import io.lotwire.problem.Problem;
import java.util.List;

/**
 * A file and all that is in it.
 *
 * @param interchanges its interchanges in order
 * @param problems what is wrong outside any interchange
 */
public record InterchangeFile(List<Interchange> interchanges, List<Problem> problems) {
    public InterchangeFile {
        interchanges = List.copyOf(interchanges);
        problems = List.copyOf(problems);
    }

    /** The transaction sets of all groups of all interchanges, in order. */
    public List<TransactionSet> transactionSets() {
        return interchanges.stream()
                .flatMap(interchange -> interchange.groups().stream())
                .flatMap(group -> group.transactionSets().stream())
                .toList();
    }
}
