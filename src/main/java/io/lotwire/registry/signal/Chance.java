package io.lotwire.registry.signal;

/**
 * How many lots of some would be in trouble if they were like others: beta-binomial, as the others' share is itself known only so well as
 * there are others. Their share is taken for a beta distribution by Jeffreys' prior, Beta(troubled + 1/2, good + 1/2).
 */
final class Chance {
    private static final double PRIOR = 0.5;

    /** An interval leaves out so much at each end: 95 in 100 lie inside. */
    private static final double TAIL = 0.025;

    private final double alpha;
    private final double beta;
    private final long lots;

    /**
     * @param others how many other lots there are
     * @param troubledOthers how many of these were in trouble
     * @param lots how many lots are looked at
     */
    Chance(long others, long troubledOthers, long lots) {
        this.alpha = troubledOthers + PRIOR;
        this.beta = others - troubledOthers + PRIOR;
        this.lots = lots;
    }

    /**
     * So many are in trouble in 95 cases of 100.
     *
     * @param low at least
     * @param high at most
     */
    record Expected(long low, long high) {}

    /** How likely so many lots or more are in trouble; a number so small that it cannot be told from nothing is 0. */
    double ofAtLeast(long troubled) {
        double log = ofNone();
        double fewer = 0;
        for (long x = 0; x < troubled; x++) {
            fewer += Math.exp(log);
            log += step(x);
        }
        return Math.max(0, 1 - fewer);
    }

    /** Between which numbers it lies as a rule. */
    Expected expected() {
        double log = ofNone();
        double sum = 0;
        long low = -1;
        for (long x = 0; x < lots; x++) {
            sum += Math.exp(log);
            if (low < 0 && sum > TAIL) {
                low = x;
            }
            if (sum >= 1 - TAIL) {
                return new Expected(low, x);
            }
            log += step(x);
        }
        return new Expected(low < 0 ? lots : low, lots);
    }

    /** The logarithm of the likelihood that none is in trouble. */
    private double ofNone() {
        double log = 0;
        for (long i = 0; i < lots; i++) {
            log += Math.log((beta + i) / (alpha + beta + i));
        }
        return log;
    }

    /** What is to be added to the logarithm for x to get that for x + 1. */
    private double step(long x) {
        return Math.log((lots - x) / (x + 1.0) * ((x + alpha) / (lots - x - 1 + beta)));
    }
}
