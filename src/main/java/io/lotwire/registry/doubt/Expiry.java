package io.lotwire.registry.doubt;

import io.lotwire.lot.Lot;
import io.lotwire.lot.rule.ShelfLifeMinimum;
import io.lotwire.registry.master.KnownProduct;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * When a lot expires.
 *
 * @param day the last day on which it is good
 * @param made when it was made or packed; empty when not known
 * @param isDerived true when nobody states it, and it follows from when the lot was made and its product's shelf life
 */
public record Expiry(LocalDate day, Optional<LocalDate> made, boolean isDerived) {
    private static final int WHOLE = 100;

    /** That of a lot; empty when it is not stated, and cannot be derived. */
    public static Optional<Expiry> of(Lot lot, Optional<KnownProduct> product) {
        Optional<LocalDate> made = Day.of(lot.manufactured()).or(() -> Day.of(lot.packed()));
        Optional<LocalDate> stated = Day.of(lot.expires());
        if (stated.isPresent()) {
            return Optional.of(new Expiry(stated.get(), made, false));
        }
        return made.flatMap(begin -> product.filter(
                        known -> known.shelfLifeDays().isPresent())
                .map(known -> new Expiry(begin.plusDays(known.shelfLifeDays().getAsInt()), made, true)));
    }

    /** So many days are left on a day; less than none when it is past. */
    public long daysLeft(LocalDate on) {
        return ChronoUnit.DAYS.between(on, day);
    }

    /** Whether fewer days are left on a day than somebody wants. */
    boolean isTooFewDays(ShelfLifeMinimum minimum, LocalDate on) {
        return daysLeft(on) < minimum.days();
    }

    /** Whether a smaller part of the whole is left on a day than somebody wants, as far as the whole is known. */
    boolean isTooLittle(ShelfLifeMinimum minimum, LocalDate on, Optional<KnownProduct> product) {
        return wholeDays(product)
                .filter(whole -> daysLeft(on) * WHOLE < whole * minimum.percent())
                .isPresent();
    }

    /** Whether less is left on a day than somebody wants. */
    public boolean isBelow(ShelfLifeMinimum minimum, LocalDate on, Optional<KnownProduct> product) {
        return isTooFewDays(minimum, on) || isTooLittle(minimum, on, product);
    }

    /** So many days it has in all, when that is known. */
    Optional<Long> wholeDays(Optional<KnownProduct> product) {
        return product.filter(known -> known.shelfLifeDays().isPresent())
                .map(known -> (long) known.shelfLifeDays().getAsInt())
                .or(() -> made.map(begin -> ChronoUnit.DAYS.between(begin, day)))
                .filter(days -> days > 0);
    }

    /** The day, and that it is derived where it is. */
    public String words() {
        return day + (isDerived ? " (by its product's shelf life)" : "");
    }
}
