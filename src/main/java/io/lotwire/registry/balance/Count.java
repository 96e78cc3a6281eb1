package io.lotwire.registry.balance;

import io.lotwire.registry.Moment;
import io.lotwire.registry.TracedParty;
import java.math.BigDecimal;

/**
 * What somebody saw of a lot at a place. It moves nothing: the book stays, and a difference is told.
 *
 * @param place where
 * @param unit in what unit
 * @param document who tells it
 * @param when when, null where that is not told
 * @param seen how much
 * @param book how much there was by the book then; between both, as what was told of the same day may have been before or after
 * @param comparable false where the book of the place is kept in other units
 */
public record Count(
        TracedParty place,
        String unit,
        DocumentName document,
        Moment when,
        BigDecimal seen,
        Amount book,
        boolean comparable) {
    /** How much more was seen than the book says, less than nothing where it was less; nothing where the book allows it. */
    public BigDecimal difference() {
        if (!comparable) {
            return BigDecimal.ZERO;
        }
        BigDecimal more = seen.subtract(book.possible());
        BigDecimal less = seen.subtract(book.certain());
        return more.signum() > 0 ? more : less.signum() < 0 ? less : BigDecimal.ZERO;
    }
}
