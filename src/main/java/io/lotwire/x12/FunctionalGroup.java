package io.lotwire.x12;

import java.util.List;

/**
 * A functional group, from GS to GE.
 *
 * @param summary its header, what is wrong with it, and its verdict
 * @param transactionSets its transaction sets in order
 */
public record FunctionalGroup(GroupSummary summary, List<TransactionSet> transactionSets) {
    public FunctionalGroup {
        transactionSets = List.copyOf(transactionSets);
    }

    /** Its GS. */
    public GroupHeader header() {
        return summary.header();
    }
}
