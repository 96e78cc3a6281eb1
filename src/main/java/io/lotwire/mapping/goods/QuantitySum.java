package io.lotwire.mapping.goods;

import io.lotwire.lot.Issue;
import io.lotwire.lot.IssueCode;
import io.lotwire.lot.Quantity;
import io.lotwire.problem.Severity;
import java.math.BigDecimal;

/** Compares a quantity that is stated for several lots or units together with the sum of their own. */
final class QuantitySum {
    private final Quantity whole;
    private boolean comparable;
    private int count;
    private BigDecimal sum = BigDecimal.ZERO;

    /**
     * @param whole the quantity that is stated for all, null when none is
     */
    QuantitySum(Quantity whole) {
        this.whole = whole;
        this.comparable = whole != null;
    }

    /** Adds a part; null when it states no quantity. */
    void add(Quantity part) {
        count++;
        comparable = comparable && part != null && part.unit().equals(whole.unit());
        if (comparable) {
            sum = sum.add(part.value());
        }
    }

    /** How many parts there are. */
    int count() {
        return count;
    }

    /** A doubt where every part has a quantity in the unit of the whole and they do not add up to it; else null. */
    Issue doubt() {
        if (!comparable || count == 0 || sum.compareTo(whole.value()) == 0) {
            return null;
        }
        return new Issue(
                IssueCode.QTY_SUM_MISMATCH,
                Severity.WARNING,
                "The item's quantity is " + whole.value().toPlainString() + " " + whole.unit()
                        + ", but its lots add up to " + sum.toPlainString() + ": ask the sender which is right.");
    }
}
