package io.lotwire.registry.balance;

import io.lotwire.registry.TracedParty;
import io.lotwire.registry.doubt.Expiry;
import io.lotwire.registry.master.LotStatus;
import java.util.List;

/**
 * Goods of a lot at a place that expire soon, or have expired.
 *
 * @param lot the lot
 * @param expiry when
 * @param daysLeft how many days are left; less than none when it is past
 * @param place where they are, or where they were sent
 * @param unit in what unit
 * @param amount how much
 * @param underWay whether they were sent there, and no receipt tells of them
 * @param standing in what ways the lot may not go
 * @param tooOldFor for whom less is left than they want, by profile name
 */
public record ExpiringStock(
        StockLot lot,
        Expiry expiry,
        long daysLeft,
        TracedParty place,
        String unit,
        Amount amount,
        boolean underWay,
        List<LotStatus> standing,
        List<String> tooOldFor) {
    public ExpiringStock {
        standing = List.copyOf(standing);
        tooOldFor = List.copyOf(tooOldFor);
    }

    /** How much is where, such as {@code 12 CA at Northgate Distribution}. */
    public String words() {
        return BalanceWords.of(amount, unit) + (underWay ? " under way to " : " at ") + BalanceWords.of(place);
    }
}
