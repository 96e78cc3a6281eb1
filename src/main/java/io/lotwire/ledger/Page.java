package io.lotwire.ledger;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A part of a list that may be long.
 *
 * @param rows what stands in it, in the order of the list
 * @param next after what the rest of the list begins; empty when this is the end
 */
public record Page<T>(List<T> rows, Optional<Keyset> next) {
    public Page {
        rows = List.copyOf(rows);
    }

    /**
     * The page of rows that were asked for with one more than are to be shown, so that it is known whether more follow.
     *
     * @param found at most {@code most + 1} rows
     * @param most so many are shown
     * @param place where a row stands in the list
     */
    public static <T> Page<T> of(List<T> found, int most, Function<? super T, Keyset> place) {
        if (found.size() <= most) {
            return new Page<>(found, Optional.empty());
        }
        return new Page<>(found.subList(0, most), Optional.of(place.apply(found.get(most - 1))));
    }
}
