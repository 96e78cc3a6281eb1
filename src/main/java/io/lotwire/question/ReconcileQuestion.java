package io.lotwire.question;

import io.lotwire.ledger.LedgerTransaction;
import io.lotwire.lot.Gtin;
import io.lotwire.registry.balance.Balances;
import io.lotwire.registry.balance.Difference;
import io.lotwire.registry.balance.FefoCheck;
import io.lotwire.registry.balance.FefoViolation;
import io.lotwire.registry.balance.LotBalance;
import io.lotwire.registry.balance.PlaceAsked;
import io.lotwire.registry.balance.Reconciliation;
import io.lotwire.registry.balance.StockLot;
import io.lotwire.registry.balance.StockLots;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where documents about quantities do not agree.
 *
 * @param lot only this lot, its code to the character
 * @param product all lots of this product; with a lot, its product
 * @param place only what is different there
 * @param since only what was since then; without lot and product, all lots that documents tell of since then
 */
public record ReconcileQuestion(
        Optional<String> lot, Optional<Gtin> product, Optional<PlaceAsked> place, Optional<Instant> since) {
    /** So many lots are compared at once; more are asked for by product, place or day. */
    public static final int MOST_LOTS = 20_000;

    public ReconcileQuestion {
        if (lot.isEmpty() && product.isEmpty() && since.isEmpty()) {
            throw new IllegalArgumentException("it is not said of which lots");
        }
    }

    /** Asks. */
    public ReconcileAnswer ask(LedgerTransaction transaction) {
        List<StockLot> lots = lots(new StockLots(transaction));
        if (lots.isEmpty()) {
            return new ReconcileAnswer.NoLots();
        }
        if (lots.size() > MOST_LOTS) {
            return new ReconcileAnswer.TooManyLots();
        }
        List<LotBalance> balances =
                new Balances(transaction).of(lots.stream().map(StockLot::id).toList());
        LocalDateTime first = since.map(moment -> LocalDateTime.ofInstant(moment, ZoneOffset.UTC))
                .orElse(null);
        List<Difference> differences = new ArrayList<>();
        balances.forEach(balance -> differences.addAll(Reconciliation.of(balance, place, first)));
        List<FefoViolation> violations = product.isEmpty() || lot.isPresent()
                ? List.of()
                : FefoCheck.since(transaction, lots, balances, place, first);
        return new ReconcileAnswer.Compared(lots.size(), differences, violations);
    }

    private List<StockLot> lots(StockLots stock) {
        if (lot.isPresent()) {
            return stock.withCode(lot.get(), product);
        }
        return product.isPresent()
                ? stock.ofProduct(product.get(), Optional.empty())
                : stock.touched(since.orElseThrow(), place, MOST_LOTS + 1);
    }
}
