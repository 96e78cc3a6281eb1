package io.lotwire.mapping;

import io.lotwire.lot.Issue;
import io.lotwire.lot.IssueCode;
import io.lotwire.lot.Quantity;
import io.lotwire.problem.Severity;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Compares a quantity that is stated for several lots or units together with the sum of their own. */
final class QuantitySum {
    private QuantitySum() {}

    /** A doubt where every part has a quantity in the unit of the whole and they do not add up to it. */
    static Optional<Issue> check(Quantity whole, List<Quantity> parts) {
        boolean comparable = whole != null
                && parts.stream().allMatch(part -> part != null && part.unit().equals(whole.unit()));
        if (!comparable || parts.isEmpty()) {
            return Optional.empty();
        }
        BigDecimal sum =
                parts.stream().filter(Objects::nonNull).map(Quantity::value).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (sum.compareTo(whole.value()) == 0) {
            return Optional.empty();
        }
        return Optional.of(new Issue(
                IssueCode.QTY_SUM_MISMATCH,
                Severity.WARNING,
                "The item's quantity is " + whole.value().toPlainString() + " " + whole.unit()
                        + ", but its lots add up to " + sum.toPlainString() + ": ask the sender which is right."));
    }
}
