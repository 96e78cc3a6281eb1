package io.lotwire.as2.http;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.hc.core5.pool.ConnPoolControl;
import org.apache.hc.core5.util.TimeValue;

/**
 * Breaks off the exchanges whose time is over or whose thread was interrupted, which a thread that waits for bytes does not
 * notice itself, and closes connections that nobody uses. One thread looks after all of the process every now and then: to
 * wake one for each exchange would cost more than the exchange of a small message.
 */
final class Watch {
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);
    private static final Duration BETWEEN_CLOSINGS = Duration.ofSeconds(5);

    static final Watch OF_ALL = new Watch();

    private final Set<Exchange> underWay = ConcurrentHashMap.newKeySet();
    private final Set<ConnPoolControl<?>> pools = ConcurrentHashMap.newKeySet();

    private Watch() {
        ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread watching = new Thread(task, "as2-watch");
            watching.setDaemon(true);
            return watching;
        });
        every(BETWEEN_LOOKS, thread, () -> each(underWay, Exchange::breakOffWhenDue));
        every(BETWEEN_CLOSINGS, thread, () -> each(pools, this::closeIdle));
    }

    private static void every(Duration pause, ScheduledExecutorService thread, Runnable task) {
        ScheduledFuture<?> unused =
                thread.scheduleWithFixedDelay(task, pause.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    private static <T> void each(Set<T> watched, Consumer<T> look) {
        for (T each : watched) {
            try {
                look.accept(each);
            } catch (RuntimeException ofThisOne) {
                // It is looked at again the next time, and the others are watched all the same.
            }
        }
    }

    void begins(Exchange exchange) {
        underWay.add(exchange);
    }

    /** The exchange is over; its connection may have been kept in the pool. */
    void ends(Exchange exchange, ConnPoolControl<?> pool) {
        underWay.remove(exchange);
        pools.add(pool);
    }

    /** A pool without connections is forgotten, so that it goes with its sender; the next exchange brings it back. */
    private void closeIdle(ConnPoolControl<?> pool) {
        pools.remove(pool);
        pool.closeExpired();
        pool.closeIdle(TimeValue.of(HttpSender.KEPT));
        if (pool.getTotalStats().getAvailable() > 0) {
            pools.add(pool);
        }
    }
}
