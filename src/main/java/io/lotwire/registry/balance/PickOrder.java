package io.lotwire.registry.balance;

import io.lotwire.ledger.LedgerTransaction;
import io.lotwire.lot.Gtin;
import io.lotwire.registry.Moment;
import io.lotwire.registry.doubt.Expiry;
import io.lotwire.registry.master.LotStatus;
import io.lotwire.registry.master.LotStatuses;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * In what order lots of a product are to be picked at a place.
 *
 * @param rule by what rule
 * @param picks the lots, the one to be picked first first
 * @param leftOut lots that lie there and are not to be picked
 * @param missing how much of what is wanted is not there; nothing where no quantity is wanted
 * @param unit the unit of the wanted quantity: that of the first lot
 */
public record PickOrder(Rule rule, List<Pick> picks, List<LeftOut> leftOut, BigDecimal missing, String unit) {
    public PickOrder {
        picks = List.copyOf(picks);
        leftOut = List.copyOf(leftOut);
    }

    /** By what lots are ordered. */
    public enum Rule {
        /** First expired, first out; what has no date comes last. */
        FEFO,
        /** First in, first out. */
        FIFO
    }

    /**
     * A lot to be picked.
     *
     * @param lot the lot
     * @param onHand what is there of it
     * @param unit in what unit
     * @param came when the first of it came; null where that is not told
     * @param take how much of it to take for the wanted quantity; null where none is wanted
     */
    public record Pick(StockLot lot, Amount onHand, String unit, LocalDateTime came, BigDecimal take) {}

    /**
     * A lot that is not to be picked.
     *
     * @param why why not, in words
     */
    public record LeftOut(StockLot lot, Amount onHand, String unit, String why) {}

    /**
     * The order for a product at a place.
     *
     * @param wanted how much is wanted, in the unit of the first lot; empty for all there is
     * @param today the day before which what expired is left out
     */
    public static PickOrder of(
            LedgerTransaction transaction,
            Gtin gtin,
            PlaceAsked at,
            Rule rule,
            Optional<BigDecimal> wanted,
            LocalDate today) {
        List<StockLot> lots =
                new StockLots(transaction).ofProduct(gtin, Optional.of(today.minusDays(Expiring.PAST_DAYS)));
        List<Long> numbers = lots.stream().map(StockLot::id).toList();
        List<LotBalance> balances = new Balances(transaction).of(numbers);
        Map<Long, List<LotStatus>> standing = new LotStatuses(transaction).standing(numbers);
        List<Pick> picks = new ArrayList<>();
        List<LeftOut> leftOut = new ArrayList<>();
        for (int i = 0; i < lots.size(); i++) {
            StockLot lot = lots.get(i);
            for (PlaceBalance place : balances.get(i).places()) {
                if (!at.is(place.place()) || place.onHand().isNone()) {
                    continue;
                }
                Optional<String> why = why(lot, standing.getOrDefault(lot.id(), List.of()), today);
                if (why.isPresent()) {
                    leftOut.add(new LeftOut(lot, place.onHand(), place.unit(), why.get()));
                } else {
                    picks.add(new Pick(lot, place.onHand(), place.unit(), firstCame(balances.get(i), place), null));
                }
            }
        }
        picks.sort(rule == Rule.FEFO ? fefo() : fifo());
        return taking(rule, picks, leftOut, wanted);
    }

    private static Optional<String> why(StockLot lot, List<LotStatus> standing, LocalDate today) {
        if (!standing.isEmpty()) {
            return Optional.of(standing.get(0).words());
        }
        return lot.expiry().filter(expiry -> expiry.daysLeft(today) < 0).map(expiry -> "expired " + expiry.words());
    }

    private static LocalDateTime firstCame(LotBalance balance, PlaceBalance place) {
        return balance.lines().stream()
                .filter(line ->
                        line.place().equals(place.place()) && line.kind().comes())
                .map(Line::when)
                .filter(Objects::nonNull)
                .map(Moment::begins)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    private static Comparator<Pick> fefo() {
        return Comparator.comparing(
                        (Pick pick) -> pick.lot().expiry().map(Expiry::day).orElse(LocalDate.MAX))
                .thenComparing(fifo());
    }

    /** What nobody tells the coming of lay there before all that is told. */
    private static Comparator<Pick> fifo() {
        return Comparator.comparing(Pick::came, Comparator.nullsFirst(Comparator.<LocalDateTime>naturalOrder()))
                .thenComparing(pick -> pick.lot().lot().code());
    }

    private static PickOrder taking(Rule rule, List<Pick> picks, List<LeftOut> leftOut, Optional<BigDecimal> wanted) {
        String unit = picks.isEmpty() ? "" : picks.get(0).unit();
        if (wanted.isEmpty()) {
            return new PickOrder(rule, picks, leftOut, BigDecimal.ZERO, unit);
        }
        BigDecimal rest = wanted.get();
        List<Pick> taken = new ArrayList<>();
        for (Pick pick : picks) {
            BigDecimal take = pick.unit().equals(unit) ? pick.onHand().certain().min(rest) : BigDecimal.ZERO;
            rest = rest.subtract(take);
            taken.add(new Pick(pick.lot(), pick.onHand(), pick.unit(), pick.came(), take));
        }
        return new PickOrder(rule, taken, leftOut, rest, unit);
    }
}
