package io.lotwire.gateway.step;

import static org.assertj.core.api.Assertions.assertThat;

import io.lotwire.ledger.Lease;
import io.lotwire.wire.Turns;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class SmallFilesPaceTest {
    private static final Lease ONE = new Lease(1, 1, Instant.MAX);
    private static final Lease OTHER = new Lease(1, 2, Instant.MAX);

    private final AtomicLong millis = new AtomicLong(1000);
    private final SmallFilesPace pace =
            new SmallFilesPace(new Turns(), () -> TimeUnit.MILLISECONDS.toNanos(millis.get()));

    @Test
    void aFileThatComesToAnIdleGatewayWaitsForNothing() throws InterruptedException {
        assertThat(rest()).isNotPositive();

        pace.begin(ONE);
        pace.taken(false);
        millis.addAndGet(40);
        pace.end(ONE);
        millis.addAndGet(40);

        assertThat(rest()).isNotPositive();
    }

    @Test
    void filesGatherForAsLongAsTheBatchBeforeThemTook() throws InterruptedException {
        pace.begin(ONE);
        pace.taken(false);
        millis.addAndGet(40);
        pace.end(ONE);
        millis.addAndGet(10);

        assertThat(rest()).isEqualTo(30);
    }

    @Test
    void filesGatherWhileABatchIsUnderWayButNotForLong() throws InterruptedException {
        pace.begin(ONE);
        pace.taken(false);
        long came = nanos();

        assertThat(restOf(came)).isEqualTo(250);
        millis.addAndGet(250);
        assertThat(restOf(came)).isNotPositive();
    }

    @Test
    void whenABatchWasFullTheOtherLanesGoOnAtOnce() throws InterruptedException {
        pace.begin(ONE);
        pace.taken(true);

        assertThat(rest()).isZero();

        pace.begin(OTHER);
        pace.taken(false);
        assertThat(rest()).isPositive();
    }

    @Test
    void aBatchThatEndsTwiceEndedTheFirstTime() throws InterruptedException {
        pace.begin(ONE);
        pace.taken(false);
        millis.addAndGet(40);
        pace.end(ONE);
        millis.addAndGet(40);
        pace.end(ONE);

        assertThat(rest()).isNotPositive();
    }

    private long rest() {
        return restOf(nanos());
    }

    private long restOf(long cameAt) {
        return TimeUnit.NANOSECONDS.toMillis(pace.rest(cameAt));
    }

    private long nanos() {
        return TimeUnit.MILLISECONDS.toNanos(millis.get());
    }
}
