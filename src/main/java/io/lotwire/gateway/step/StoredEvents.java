package io.lotwire.gateway.step;

import io.lotwire.ledger.EventChoice;
import io.lotwire.ledger.EventChoice.Stretch;
import io.lotwire.ledger.LedgerTransaction;
import io.lotwire.lot.EventSource;
import io.lotwire.lot.LotEvent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * The new events of a transaction set, in the order in which they were stored: a few in memory, where they just were, and of many
 * their numbers alone.
 */
final class StoredEvents {
    /** So many are held in memory. */
    private static final int MOST_IN_MEMORY = 10_000;

    private final LedgerTransaction tx;
    private final long setId;
    private final List<LotEvent> events = new ArrayList<>();
    private long[] numbers = new long[32];
    private int count;

    StoredEvents(LedgerTransaction tx, long setId) {
        this.tx = tx;
        this.setId = setId;
    }

    /**
     * The next one.
     *
     * @param seq its number in the order in which all events are stored
     */
    void add(LotEvent event, long seq) {
        if (count == numbers.length) {
            numbers = Arrays.copyOf(numbers, count * 2);
        }
        numbers[count++] = seq;
        if (isInMemory()) {
            events.add(event);
        } else {
            events.clear();
        }
    }

    int count() {
        return count;
    }

    /** Whether the events themselves are at hand. */
    boolean isInMemory() {
        return count <= MOST_IN_MEMORY;
    }

    /** Those at some positions, in rising order, of which there is at least one. */
    EventSource at(int[] positions) {
        if (!isInMemory()) {
            return new EventsAtOnce.FromTheDatabase(tx, setId, choice(positions, 1, 1));
        }
        return positions.length == count
                ? EventSource.of(events)
                : EventSource.of(Arrays.stream(positions).mapToObj(events::get).toList());
    }

    /**
     * A delivery of those at some positions.
     *
     * @param positions in rising order, at least one
     * @param part which of several to the same subscription it is, from 1
     * @param of how many these are
     */
    EventChoice choice(int[] positions, int part, int of) {
        if (positions.length == count) {
            return EventChoice.all(count);
        }
        int first = positions[0];
        int last = positions[positions.length - 1];
        BitSet chosen = new BitSet(last - first + 1);
        Arrays.stream(positions).forEach(position -> chosen.set(position - first));
        return EventChoice.of(chosen, new Stretch(numbers[first], numbers[last]), part, of);
    }
}
