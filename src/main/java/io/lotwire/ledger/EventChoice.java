package io.lotwire.ledger;

import java.util.BitSet;
import java.util.Optional;

/**
 * Which of a transaction set's lot events a delivery carries.
 *
 * @param count how many
 * @param positions which, by their place in the stretch, from 0; empty when it carries all of that
 * @param stretch where they are; empty for the whole set
 * @param part which of several deliveries to the same subscription they are, from 1
 * @param of how many these are
 */
public record EventChoice(int count, Optional<BitSet> positions, Optional<Stretch> stretch, int part, int of) {
    /** No events: it brings something else. */
    public static final EventChoice NONE = all(0);

    /**
     * A stretch of a set's events, in the order in which they were stored.
     *
     * @param first the number of the first in that order
     * @param last the number of the last
     */
    public record Stretch(long first, long last) {}

    public EventChoice {
        positions = positions.map(bits -> (BitSet) bits.clone());
    }

    /** All events of a set, in one delivery. */
    public static EventChoice all(int count) {
        return new EventChoice(count, Optional.empty(), Optional.empty(), 1, 1);
    }

    /**
     * Some of a set's events.
     *
     * @param chosen their places in the stretch, from 0 for its first, which is one of them
     * @param stretch from the first of them to the last
     */
    public static EventChoice of(BitSet chosen, Stretch stretch, int part, int of) {
        int count = chosen.cardinality();
        return new EventChoice(
                count, Optional.of(chosen).filter(bits -> count < bits.length()), Optional.of(stretch), part, of);
    }

    /** Whether it carries the one at a place of the stretch. */
    public boolean has(int position) {
        return positions.isEmpty() || positions.get().get(position);
    }

    /** How many events there are from the first to the last that it carries. */
    public int span() {
        return positions.map(BitSet::length).orElse(count);
    }

    /** As the column {@code delivery.chosen} has it; null for all. */
    byte[] column() {
        return positions.map(BitSet::toByteArray).orElse(null);
    }

    static EventChoice stored(int count, byte[] chosen, Optional<Stretch> stretch, int part, int of) {
        return new EventChoice(count, Optional.ofNullable(chosen).map(BitSet::valueOf), stretch, part, of);
    }
}
