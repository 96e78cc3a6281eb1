package io.lotwire.ledger;

import java.util.Optional;

/** What the inbox made of an arrival. */
public sealed interface Receipt {
    /** The inbox row that keeps the arrival. */
    long id();

    /** Never seen before. */
    record New(long id) implements Receipt {}

    /**
     * The same message with the same content came before: no second effect.
     *
     * @param id the first one's row
     * @param answer what the sender heard then, and hears again
     */
    record Repeat(long id, Optional<Reply> answer) implements Receipt {}

    /**
     * The same message id came before with other content. The arrival is kept, parked for a person.
     *
     * @param id the row of this arrival
     * @param first the row of the one before
     */
    record Conflict(long id, long first) implements Receipt {}
}
