package io.lotwire.ledger;

import java.util.BitSet;
import java.util.Optional;

/**
 * Which of a transaction set's lot events a delivery carries.
 *
 * @param count how many
 * @param positions which, by their place in the order in which they were stored, from 0; empty when it carries all
 * @param part which of several deliveries to the same subscription they are, from 1
 * @param of how many these are
 */
public record EventChoice(int count, Optional<BitSet> positions, int part, int of) {
    /** No events: it brings something else. */
    public static final EventChoice NONE = new EventChoice(0, Optional.empty(), 1, 1);

    public EventChoice {
        positions = positions.map(bits -> (BitSet) bits.clone());
    }

    /**
     * Some of a set's events.
     *
     * @param chosen their positions
     * @param all how many the set has
     */
    public static EventChoice of(BitSet chosen, int all, int part, int of) {
        int count = chosen.cardinality();
        return new EventChoice(count, count == all ? Optional.empty() : Optional.of(chosen), part, of);
    }

    /** Whether it carries the one at a position. */
    public boolean has(int position) {
        return positions.isEmpty() || positions.get().get(position);
    }

    /** As the column {@code delivery.chosen} has it; null for all. */
    byte[] column() {
        return positions.map(BitSet::toByteArray).orElse(null);
    }

    static EventChoice stored(int count, byte[] chosen, int part, int of) {
        return new EventChoice(count, Optional.ofNullable(chosen).map(BitSet::valueOf), part, of);
    }
}
