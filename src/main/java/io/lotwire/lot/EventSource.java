package io.lotwire.lot;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Lot events in an order, which can be gone through as often as is wanted, and are the same each time: in memory, in a database or
 * in a file. Whoever goes through them one by one needs no memory for all of them.
 */
public interface EventSource {

    /** How many there are. */
    int count();

    /**
     * Hands each over, in order.
     *
     * @throws IOException when they cannot be read, or the taker threw it
     */
    void forEach(Taker taker) throws IOException;

    /** All of them in memory. */
    default List<LotEvent> toList() throws IOException {
        List<LotEvent> all = new ArrayList<>(count());
        forEach(all::add);
        return all;
    }

    /** Those of a list. */
    static EventSource of(List<LotEvent> events) {
        List<LotEvent> all = List.copyOf(events);
        return new EventSource() {
            @Override
            public int count() {
                return all.size();
            }

            @Override
            public void forEach(Taker taker) throws IOException {
                for (LotEvent event : all) {
                    taker.take(event);
                }
            }

            @Override
            public List<LotEvent> toList() {
                return all;
            }
        };
    }

    /** Takes events one by one. */
    interface Taker {
        /** Takes the next one. */
        void take(LotEvent event) throws IOException;
    }
}
