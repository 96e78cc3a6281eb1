package io.lotwire.demo;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Waits for something that others do. */
final class Waiting {
    private Waiting() {}

    /**
     * Looks again and again until there is something.
     *
     * @param what what is waited for, in words
     * @throws IllegalStateException when it does not come in time
     */
    static <T> T until(Duration patience, Duration every, String what, Supplier<Optional<T>> look)
            throws InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        while (System.nanoTime() < end) {
            Optional<T> found = look.get();
            if (found.isPresent()) {
                return found.get();
            }
            TimeUnit.NANOSECONDS.sleep(every.toNanos());
        }
        throw new IllegalStateException("Waited " + patience.toSeconds() + " s for " + what + ", in vain.");
    }
}
