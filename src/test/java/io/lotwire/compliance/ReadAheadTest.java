package io.lotwire.compliance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ReadAheadTest {
    @Test
    void allIsHandedOverInOrder() throws IOException {
        Iterator<List<Integer>> batches =
                List.of(List.of(1, 2), List.of(3), List.of(4, 5)).iterator();
        List<Integer> taken = new ArrayList<>();

        ReadAhead.forEach(() -> batches.hasNext() ? batches.next() : List.of(), taken::add);

        assertThat(taken).containsExactly(1, 2, 3, 4, 5);
    }

    @Test
    void theNextBatchIsReadWhileOneIsWorkedOn() throws IOException {
        AtomicInteger asked = new AtomicInteger();
        CountDownLatch second = new CountDownLatch(1);

        ReadAhead.forEach(
                () -> {
                    int number = asked.incrementAndGet();
                    if (number == 2) {
                        second.countDown();
                    }
                    return number <= 1 ? List.of(number) : List.<Integer>of();
                },
                item -> assertThat(awaited(second)).isTrue());

        assertThat(asked).hasValue(2);
    }

    @Test
    void whoCannotReadOrWriteSaysSoAndNothingIsReadAfterwards() {
        assertThatThrownBy(() -> ReadAhead.forEach(
                        () -> {
                            throw new IllegalStateException("no such table");
                        },
                        item -> {}))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("no such table");

        AtomicInteger asked = new AtomicInteger();
        assertThatThrownBy(() -> ReadAhead.forEach(() -> List.of(asked.incrementAndGet()), item -> {
                    throw new IOException("the disk is full");
                }))
                .isInstanceOf(IOException.class)
                .hasMessage("the disk is full");
        assertThat(asked).hasValue(2);
    }

    private static boolean awaited(CountDownLatch latch) {
        try {
            return latch.await(1, TimeUnit.MINUTES);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
