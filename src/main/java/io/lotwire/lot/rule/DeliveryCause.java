package io.lotwire.lot.rule;

import io.lotwire.problem.ProblemCode;

/** What may be told of a document that was due and is not sent. */
public enum DeliveryCause implements ProblemCode {
    /** A lot in it may not go, or is doubtful in a way by which it was agreed to stop. */
    LOT_STOPPED
}
