package io.lotwire.bench.pipeline;

import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;

/** Waits for what the gateway does. */
final class Waiting {
    private static final long PATIENCE_MINUTES = 10;
    /** Often enough for a time of some milliseconds, and seldom enough to cost nothing. */
    private static final long LOOK_MILLIS = 2;

    /** For a question that costs the database something. */
    private static final long SELDOM_MILLIS = 20;

    private static final long STILL_MILLIS = 300;

    private Waiting() {}

    /**
     * Returns when it is so.
     *
     * @param what it is, in words
     * @throws IllegalStateException when it does not come within minutes
     */
    static void until(String what, Callable<Boolean> so) throws Exception {
        until(what, so, LOOK_MILLIS);
    }

    /** The same for what costs something to ask. */
    static void untilSeldomAsked(String what, Callable<Boolean> so) throws Exception {
        until(what, so, SELDOM_MILLIS);
    }

    private static void until(String what, Callable<Boolean> so, long lookMillis) throws Exception {
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(PATIENCE_MINUTES);
        while (!so.call()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("Not within " + PATIENCE_MINUTES + " minutes: " + what);
            }
            Thread.sleep(lookMillis);
        }
    }

    /** Returns when a number has not changed for a while. */
    static void still(String what, Callable<Integer> number) throws Exception {
        int[] last = {-1};
        until(what, () -> {
            int before = last[0];
            Thread.sleep(STILL_MILLIS);
            last[0] = number.call();
            return last[0] == before;
        });
    }
}
