package io.lotwire.edi.read;

import io.lotwire.edi.envelope.GroupHeader;
import io.lotwire.edi.envelope.GroupSummary;
import io.lotwire.edi.tree.TransactionSet;
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
