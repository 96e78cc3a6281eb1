package io.lotwire.gateway.step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class SliceLanesTest {
    private static final int LANES = 2;
    private static final int SLICES = 100;

    private final SliceLanes lanes = new SliceLanes(LANES);
    private final AtomicInteger running = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();
    private final AtomicInteger done = new AtomicInteger();

    @AfterEach
    void end() {
        lanes.close();
    }

    @Test
    void slicesGoSideBySideAndNoMoreOfThemThanThereAreLanes() throws InterruptedException {
        CyclicBarrier both = new CyclicBarrier(LANES);
        try (SliceLanes.OfFile file = lanes.ofFile()) {
            for (int i = 0; i < SLICES; i++) {
                file.beside(() -> counted(() -> {
                    try {
                        both.await(10, TimeUnit.SECONDS);
                    } catch (InterruptedException ending) {
                        throw ending;
                    } catch (Exception alone) {
                        throw new IllegalStateException(alone);
                    }
                }));
            }
        }
        assertThat(done).hasValue(SLICES);
        assertThat(most).hasValue(LANES);
    }

    @Test
    void whatGoesAloneBeginsWhenAllOthersHaveEndedAndIsDoneBeforeTheNextBegins() throws InterruptedException {
        AtomicInteger besideTheOne = new AtomicInteger();
        try (SliceLanes.OfFile file = lanes.ofFile()) {
            for (int i = 0; i < SLICES; i++) {
                file.beside(() -> counted(Thread::yield));
                file.alone(() -> besideTheOne.addAndGet(running.get()));
            }
        }
        assertThat(besideTheOne).hasValue(0);
        assertThat(done).hasValue(SLICES);
    }

    @Test
    void whenASliceHasFailedNoMoreIsBegunAndTheFileHearsWhy() throws InterruptedException {
        CountDownLatch failing = new CountDownLatch(1);
        IllegalStateException failure = new IllegalStateException("the database is gone");
        try (SliceLanes.OfFile file = lanes.ofFile()) {
            file.beside(() -> {
                failing.countDown();
                throw failure;
            });
            failing.await();
            assertThatThrownBy(() -> file.alone(() -> counted(() -> {}))).isSameAs(failure);
            assertThatThrownBy(() -> file.beside(() -> counted(() -> {}))).isSameAs(failure);
        }
        assertThat(done).hasValue(0);
    }

    @Test
    void aSliceThatEndsByAnErrorIsNotTakenForDone() throws InterruptedException {
        StackOverflowError error = new StackOverflowError();
        try (SliceLanes.OfFile file = lanes.ofFile()) {
            file.beside(() -> {
                throw error;
            });
            assertThatThrownBy(() -> file.alone(() -> counted(() -> {}))).hasCause(error);
        }
        assertThat(done).hasValue(0);
    }

    @Test
    void whenTheGatewayEndsNoSliceIsBegunAndNobodyWaitsForOne() {
        lanes.close();
        try (SliceLanes.OfFile file = lanes.ofFile()) {
            assertThatThrownBy(() -> file.beside(() -> counted(() -> {})))
                    .isInstanceOf(RejectedExecutionException.class);
        }
        assertThat(done).hasValue(0);
    }

    @Test
    void aFileEndsWhenNoneOfItsSlicesIsWorkedOnAnyMore() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(LANES);
        try (SliceLanes.OfFile file = lanes.ofFile()) {
            for (int i = 0; i < LANES; i++) {
                file.beside(() -> counted(begun::countDown));
            }
            begun.await();
        }
        assertThat(running).hasValue(0);
        assertThat(done).hasValue(LANES);
    }

    private void counted(SliceLanes.Work work) throws InterruptedException {
        most.accumulateAndGet(running.incrementAndGet(), Math::max);
        try {
            work.run();
        } finally {
            running.decrementAndGet();
        }
        done.incrementAndGet();
    }
}
