package io.lotwire.edi.read;

import io.lotwire.edi.envelope.GroupHeader;
import io.lotwire.edi.envelope.GroupSummary;
import io.lotwire.edi.envelope.InterchangeHeader;
import io.lotwire.edi.envelope.InterchangeSummary;
import io.lotwire.edi.tree.TransactionSet;
import io.lotwire.problem.Problem;

/**
 * Takes what {@link X12Parser} finds, in document order.
 *
 * <p>Only the trailer shows whether a group or an interchange came whole. Who must not act on parts of a broken one
 * holds back what was made of its sets until {@link #groupEnds} and {@link #interchangeEnds}.
 */
public interface InterchangeHandler {
    /** An ISA was read. */
    default void interchangeBegins(InterchangeHeader interchange) {}

    /** A GS was read. */
    default void groupBegins(InterchangeHeader interchange, GroupHeader group) {}

    /** A transaction set came to its end; see {@link TransactionSet#verdict()}. */
    void transactionSet(TransactionSet set);

    /** A group came to its end, or stopped without one. */
    default void groupEnds(InterchangeHeader interchange, GroupSummary group) {}

    /** An interchange came to its end, or stopped without one. */
    default void interchangeEnds(InterchangeSummary interchange) {}

    /**
     * Something is wrong with the file outside any interchange, or there is no interchange in it, or an interchange that
     * comes to its end holds values that are not written as the standard asks, though they were read.
     */
    void problem(Problem problem);
}
