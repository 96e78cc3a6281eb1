package io.lotwire.registry.balance;

import io.lotwire.registry.Moment;
import io.lotwire.registry.TracedParty;
import io.lotwire.registry.walk.LotName;
import java.math.BigDecimal;
import java.util.List;

/**
 * Something in which documents about a lot do not agree.
 *
 * @param kind in what
 * @param lot the lot
 * @param place where
 * @param unit in what unit
 * @param expected how much there should be: by the book, or by what was sent
 * @param found how much is told: what was seen, received, or left
 * @param when when, null where that is not told
 * @param between the documents that do not agree
 * @param explainedBy documents of which one, or all together, tell just this difference; none where nothing explains it
 * @param beside other documents that change the stock there, and do not explain it
 */
public record Difference(
        Kind kind,
        LotName lot,
        TracedParty place,
        String unit,
        Amount expected,
        BigDecimal found,
        Moment when,
        List<DocumentName> between,
        List<DocumentName> explainedBy,
        List<DocumentName> beside) {
    public Difference {
        between = List.copyOf(between);
        explainedBy = List.copyOf(explainedBy);
        beside = List.copyOf(beside);
    }

    /** In what documents do not agree. */
    public enum Kind {
        /** A stock that was counted is not that of the book. */
        COUNTED,
        /** Another quantity was received than was sent. */
        RECEIVED,
        /** More left a place than came. */
        UNTOLD
    }

    /** How much more was found than expected; less than nothing where it is less. */
    public BigDecimal amount() {
        BigDecimal more = found.subtract(expected.possible());
        return more.signum() > 0 ? more : found.subtract(expected.certain()).min(BigDecimal.ZERO);
    }

    /** Whether documents tell how it came. */
    public boolean isExplained() {
        return !explainedBy.isEmpty();
    }
}
