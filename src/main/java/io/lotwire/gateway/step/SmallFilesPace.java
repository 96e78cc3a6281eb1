package io.lotwire.gateway.step;

import io.lotwire.ledger.Lease;
import io.lotwire.wire.Turns;
import jakarta.inject.Inject;
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
    private final Turns turns;
    private final Map<Lease, UnderWay> underWay = new HashMap<>();
    private long restUntil;
    private boolean enough;

    /** A batch, since when, and whose turn it is in. */
    private record UnderWay(long begun, Turns.Turn turn) {}

    @Inject
    SmallFilesPace(Turns turns) {
        this(turns, System::nanoTime);
    }

    SmallFilesPace(Turns turns, LongSupplier nanos) {
        this.turns = turns;
        this.nanos = nanos;
        this.restUntil = nanos.getAsLong();
    }

    /** Waits until a batch may begin. */
    void begin(Lease lease) throws InterruptedException {
        gather();
        Turns.Turn turn = turns.smallFiles();
        synchronized (this) {
            underWay.put(lease, new UnderWay(nanos.getAsLong(), turn));
        }
    }

    private synchronized void gather() throws InterruptedException {
        long begun = nanos.getAsLong();
        for (long rest = rest(begun); rest > 0; rest = rest(begun)) {
            TimeUnit.NANOSECONDS.timedWait(this, rest);
        }
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
        UnderWay ended = underWay.remove(lease);
        if (ended != null) {
            ended.turn().close();
            long now = nanos.getAsLong();
            restUntil = now + Math.min(now - ended.begun(), LONGEST_NANOS);
            notifyAll();
        }
    }
}
