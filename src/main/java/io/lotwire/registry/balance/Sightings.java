package io.lotwire.registry.balance;

import io.lotwire.registry.Moment;
import io.lotwire.registry.walk.Telling;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What documents saw of a lot at places, each in one unit. */
final class Sightings {
    private final Map<Place, BigDecimal> seen = new LinkedHashMap<>();
    private final Map<Place, Moment> when = new HashMap<>();

    /**
     * Where a document saw something.
     *
     * @param number the place
     * @param setId the transaction set that tells it
     * @param unit the unit of the book
     */
    record Place(int number, long setId, String unit) {}

    /** What one of them saw. */
    interface Each {
        /** Takes how much was there, and when; null where that is not told. */
        void take(Place place, BigDecimal quantity, Moment when);
    }

    void add(Telling telling, List<Loads.Load> loads) {
        for (Loads.Load load : loads) {
            Place key = new Place(telling.from(), telling.step().setId(), load.unit());
            seen.merge(key, load.quantity(), BigDecimal::add);
            when.put(key, telling.step().when());
        }
    }

    void forEach(Each each) {
        seen.forEach((place, quantity) -> each.take(place, quantity, when.get(place)));
    }
}
