package io.lotwire.registry.balance;

import io.lotwire.lot.IssueCode;
import io.lotwire.registry.doubt.Expiry;
import java.math.BigDecimal;

/**
 * A lot was shipped while another one of the product, which expires earlier, surely lay at the same place
 * ({@link IssueCode#FEFO_VIOLATION}).
 *
 * @param lot the lot that was shipped
 * @param expiry when it expires
 * @param older the lot that should have gone
 * @param olderExpiry when that expires
 * @param there how much of that one there was at least, after all that left that day
 * @param shipped the line of the book that tells it
 */
public record FefoViolation(
        StockLot lot, Expiry expiry, StockLot older, Expiry olderExpiry, BigDecimal there, Line shipped) {
    /** Where it was, what was shipped, and what lay there, in words. */
    public String words() {
        return "at " + BalanceWords.of(shipped.place()) + ": " + BalanceWords.of(shipped.quantity(), shipped.unit())
                + " of lot " + lot.lot().code() + " (expires " + expiry.words() + ") shipped on "
                + BalanceWords.day(shipped.when()) + ", while " + BalanceWords.of(there, shipped.unit()) + " of lot "
                + older.lot().code() + " (expires " + olderExpiry.words() + ") lay there";
    }
}
