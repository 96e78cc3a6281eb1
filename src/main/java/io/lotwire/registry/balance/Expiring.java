package io.lotwire.registry.balance;

import io.lotwire.ledger.LedgerTransaction;
import io.lotwire.lot.Gtin;
import io.lotwire.lot.rule.ShelfLifeMinimum;
import io.lotwire.registry.TracedParty;
import io.lotwire.registry.doubt.Expiry;
import io.lotwire.registry.master.LotStatus;
import io.lotwire.registry.master.LotStatuses;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What expires when and where, inside one transaction of the ledger. */
public final class Expiring {
    /** What expired longer ago, and is still in the books, is no longer asked for every day. */
    public static final int PAST_DAYS = 365;

    private final LedgerTransaction transaction;
    private final Map<String, ShelfLifeMinimum> minimums;

    /**
     * That in this transaction.
     *
     * @param minimums how much shelf life customers want, by profile name
     */
    public Expiring(LedgerTransaction transaction, Map<String, ShelfLifeMinimum> minimums) {
        this.transaction = transaction;
        this.minimums = minimums;
    }

    /**
     * The stock that expires in some days, or did in the last {@link #PAST_DAYS}; what expires first first.
     *
     * @param today the day from which days are counted
     * @param at the place; empty for all
     * @param gtin the product; empty for all
     */
    public List<ExpiringStock> within(int days, LocalDate today, Optional<PlaceAsked> at, Optional<Gtin> gtin) {
        List<StockLot> lots =
                new StockLots(transaction).expiring(today.minusDays(PAST_DAYS), today.plusDays(days), gtin);
        List<Long> numbers = lots.stream().map(StockLot::id).toList();
        List<LotBalance> balances = new Balances(transaction).of(numbers);
        Map<Long, List<LotStatus>> standing = new LotStatuses(transaction).standing(numbers);
        List<ExpiringStock> stock = new ArrayList<>();
        for (int i = 0; i < lots.size(); i++) {
            StockLot lot = lots.get(i);
            List<LotStatus> ofLot = standing.getOrDefault(lot.id(), List.of());
            for (PlaceBalance place : balances.get(i).places()) {
                add(lot, place.place(), place.unit(), place.onHand(), false, ofLot, today, at, stock);
            }
            for (Consignment each : balances.get(i).underWay()) {
                add(lot, each.to(), each.unit(), each.underWay(), true, ofLot, today, at, stock);
            }
        }
        stock.sort(Comparator.comparing((ExpiringStock each) -> each.expiry().day())
                .thenComparing(each -> each.lot().lot().code())
                .thenComparing(each -> each.lot().id()));
        return stock;
    }

    private void add(
            StockLot lot,
            TracedParty place,
            String unit,
            Amount amount,
            boolean underWay,
            List<LotStatus> standing,
            LocalDate today,
            Optional<PlaceAsked> at,
            List<ExpiringStock> stock) {
        if (amount.isNone() || !at.map(asked -> asked.is(place)).orElse(true)) {
            return;
        }
        Expiry expiry = lot.expiry().orElseThrow();
        List<String> tooOldFor = minimums.entrySet().stream()
                .filter(each -> expiry.isBelow(each.getValue(), today, lot.product()))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
        stock.add(new ExpiringStock(
                lot, expiry, expiry.daysLeft(today), place, unit, amount, underWay, standing, tooOldFor));
    }
}
