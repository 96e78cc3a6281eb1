package io.lotwire.ledger;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to wait between attempts: each time longer, and never all at the same moment.
 *
 * @param first the wait after the first failure
 * @param factor what each wait is multiplied by for the next
 * @param longest no wait is longer
 * @param jitter the share of a wait that is left to chance, 0 to 1
 * @param attempts after so many failures the delivery is parked
 */
public record BackOff(Duration first, double factor, Duration longest, double jitter, int attempts) {
    /** From 2 s to 10 min, for about three days. */
    public static final BackOff USUAL = new BackOff(Duration.ofSeconds(2), 2, Duration.ofMinutes(10), 0.3, 440);

    public BackOff {
        if (factor < 1 || jitter < 0 || jitter > 1 || attempts < 1) {
            throw new IllegalArgumentException(
                    "back-off out of range: factor " + factor + ", jitter " + jitter + ", attempts " + attempts);
        }
    }

    /** The wait after this many failures, from 1. */
    public Duration after(int failures, RandomGenerator random) {
        double wait =
                Math.min((double) first.toMillis() * Math.pow(factor, failures - 1.0), (double) longest.toMillis());
        return Duration.ofMillis(Math.round(wait * (1 - jitter * random.nextDouble())));
    }
}
