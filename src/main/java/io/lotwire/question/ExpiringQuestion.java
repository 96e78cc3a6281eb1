package io.lotwire.question;

import io.lotwire.ledger.LedgerTransaction;
import io.lotwire.lot.Gtin;
import io.lotwire.lot.rule.ShelfLifeMinimum;
import io.lotwire.registry.balance.Expiring;
import io.lotwire.registry.balance.PlaceAsked;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What expires soon or has expired, and where it is.
 *
 * @param within in so many days from today; empty for {@value #USUAL_DAYS}, or what partners want where that is more
 * @param place only what is there
 * @param product only lots of this product
 */
public record ExpiringQuestion(OptionalInt within, Optional<PlaceAsked> place, Optional<Gtin> product) {
    /** So many days are looked ahead where no partner wants more. */
    public static final int USUAL_DAYS = 30;

    /** Ten years: nothing is told to expire later and asked for. */
    public static final int MOST_DAYS = 3650;

    /**
     * Asks.
     *
     * @param minimums how much shelf life partners want, by their names
     */
    public ExpiringAnswer ask(LedgerTransaction transaction, Map<String, ShelfLifeMinimum> minimums, LocalDate today) {
        int days = within.orElseGet(() ->
                minimums.values().stream().mapToInt(ShelfLifeMinimum::days).reduce(USUAL_DAYS, Math::max));
        return new ExpiringAnswer(days, new Expiring(transaction, minimums).within(days, today, place, product));
    }
}
