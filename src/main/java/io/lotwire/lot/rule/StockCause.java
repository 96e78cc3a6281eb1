package io.lotwire.lot.rule;

import io.lotwire.problem.ProblemCode;

/** What may be told of goods that are on hand, as time goes by. */
public enum StockCause implements ProblemCode {
    /** The lot has expired. */
    LOT_EXPIRED,
    /** Less of the lot's shelf life is left than a customer wants. */
    LOT_BELOW_MINIMUM,
    /** The lot expires within some days. */
    LOT_EXPIRING
}
