package io.lotwire.gateway.step;

import io.lotwire.ledger.Lease;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Lets small files gather. A batch of one file costs nearly what one of thirty does, so while a batch is under way, and for
 * as long again as it took, the files that come are left to gather; who comes to an idle gateway waits for nothing. When a
 * batch was full, there is enough, and each lane goes on at once.
 */
@Singleton
class SmallFilesPace {
    /** Nothing waits longer than this for others to come. */
    private static final long LONGEST_NANOS = TimeUnit.MILLISECONDS.toNanos(250);

    private final LongSupplier nanos;
    private final Map<Lease, Long> underWay = new HashMap<>();
    private long restUntil;
    private boolean enough;

    SmallFilesPace() {
        this(System::nanoTime);
    }

    SmallFilesPace(LongSupplier nanos) {
        this.nanos = nanos;
        this.restUntil = nanos.getAsLong();
    }

    /** Waits until a batch may begin. */
    synchronized void begin(Lease lease) throws InterruptedException {
        long begun = nanos.getAsLong();
        for (long rest = rest(begun); rest > 0; rest = rest(begun)) {
            TimeUnit.NANOSECONDS.timedWait(this, rest);
        }
        underWay.put(lease, nanos.getAsLong());
    }

    /** How long one that came then has to wait still; not positive when it has not. */
    synchronized long rest(long cameAt) {
        if (enough) {
            return 0;
        }
        long now = nanos.getAsLong();
        long patience = cameAt + LONGEST_NANOS - now;
        return underWay.isEmpty() ? Math.min(restUntil - now, patience) : patience;
    }

    /** A batch was taken; whether it is full tells if there is enough to do. */
    synchronized void taken(boolean full) {
        enough = full;
        notifyAll();
    }

    /** A batch has ended, well or not; to say so twice changes nothing. */
    synchronized void end(Lease lease) {
        Long begun = underWay.remove(lease);
        if (begun != null) {
            long now = nanos.getAsLong();
            restUntil = now + Math.min(now - begun, LONGEST_NANOS);
            notifyAll();
        }
    }
}
