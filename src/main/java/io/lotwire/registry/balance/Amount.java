package io.lotwire.registry.balance;

import java.math.BigDecimal;

/**
 * How much, where some of it is not sure.
 *
 * @param certain so much at least
 * @param possible so much at most
 */
public record Amount(BigDecimal certain, BigDecimal possible) {
    /** Nothing. */
    public static final Amount NONE = new Amount(BigDecimal.ZERO, BigDecimal.ZERO);

    /** A quantity that is sure, or only may be. */
    static Amount of(BigDecimal quantity, boolean sure) {
        return new Amount(sure ? quantity : BigDecimal.ZERO, quantity);
    }

    /** Both together. */
    public Amount plus(Amount other) {
        return new Amount(certain.add(other.certain), possible.add(other.possible));
    }

    /** What is left of it when another amount is taken out; never less than nothing. */
    public Amount without(Amount other) {
        return new Amount(
                certain.subtract(other.possible).max(BigDecimal.ZERO),
                possible.subtract(other.certain).max(BigDecimal.ZERO));
    }

    /** By how much it surely is less than another amount; nothing where it may be as much. */
    public BigDecimal lacks(Amount other) {
        return other.certain.subtract(possible).max(BigDecimal.ZERO);
    }

    /** Whether there is none of it, even at most. */
    public boolean isNone() {
        return possible.signum() == 0 && certain.signum() == 0;
    }

    /** Whether all of it is sure. */
    public boolean isSure() {
        return certain.compareTo(possible) == 0;
    }
}
