package io.lotwire.registry.reading;

import java.util.List;

/**
 * What a trip means for a lot.
 *
 * @param lot the lot
 * @param excursions when it was outside of what its product bears; none as well where that is not known
 */
public record LotOnTrip(CarriedLot lot, List<Excursion> excursions) {
    public LotOnTrip {
        excursions = List.copyOf(excursions);
    }
}
