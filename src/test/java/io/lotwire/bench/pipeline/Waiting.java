package io.lotwire.bench.pipeline;

import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Waits for what the gateway does, as long as it does something. */
final class Waiting {
    /** One big document may be written for minutes, and no row changes meanwhile. */
    private static final long PATIENCE_MINUTES = 10;

    /** Often enough for a time of some milliseconds, and seldom enough to cost little. */
    private static final long LOOK_MILLIS = 2;

    /** For what takes seconds. */
    private static final long SELDOM_MILLIS = 20;

    private static final long TOLD_SECONDS = 30;
    private static final long STILL_MILLIS = 300;

    private final Consumer<String> progress;
    private final Callable<String> life;

    /**
     * @param progress hears now and then of what takes long
     * @param life a text that changes while the gateway does something; it may fail when the gateway is no more
     */
    Waiting(Consumer<String> progress, Callable<String> life) {
        this.progress = progress;
        this.life = life;
    }

    /**
     * Returns when it is so; looks every two milliseconds.
     *
     * @param what it is, in words
     * @throws IllegalStateException when nothing changes for minutes
     */
    void until(String what, Callable<Boolean> so) throws Exception {
        until(what, so, LOOK_MILLIS);
    }

    /** The same for what takes seconds, or costs something to ask. */
    void untilSeldomAsked(String what, Callable<Boolean> so) throws Exception {
        until(what, so, SELDOM_MILLIS);
    }

    private void until(String what, Callable<Boolean> so, long lookMillis) throws Exception {
        long start = System.nanoTime();
        long told = start;
        long changed = start;
        String last = "";
        while (!so.call()) {
            long now = System.nanoTime();
            if (now - told > TimeUnit.SECONDS.toNanos(TOLD_SECONDS)) {
                told = now;
                String sign = life.call();
                changed = sign.equals(last) ? changed : now;
                last = sign;
                progress.accept("    waiting until " + what + ", " + TimeUnit.NANOSECONDS.toSeconds(now - start)
                        + " s: " + sign);
                if (now - changed > TimeUnit.MINUTES.toNanos(PATIENCE_MINUTES)) {
                    throw new IllegalStateException(
                            "Nothing happened for " + PATIENCE_MINUTES + " minutes, waiting until " + what);
                }
            }
            Thread.sleep(lookMillis);
        }
    }

    /** Returns when a number has not changed for a while. */
    void still(String what, Callable<Integer> number) throws Exception {
        int[] last = {-1};
        until(what + " is still", () -> {
            int before = last[0];
            Thread.sleep(STILL_MILLIS);
            last[0] = number.call();
            return last[0] == before;
        });
    }
}
