package io.lotwire.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TurnsTest {
    private final AtomicLong millis = new AtomicLong(1000);
    private final Turns turns = new Turns(() -> TimeUnit.MILLISECONDS.toNanos(millis.get()));

    @AfterEach
    void letAllGoOn() {
        turns.behind(Duration.ofHours(1));
    }

    @Test
    void whenNobodyWaitsForAnAnswerAsMuchIsDoneAtOnceAsThereIs() throws InterruptedException {
        Turns.Turn one = turns.smallFiles();
        Turns.Turn other = turns.smallFiles();

        one.close();
        other.close();
        turns.smallFiles().close();
    }

    @Test
    void whileSomebodyWaitsForAnAnswerOnePortionIsDoneAtATime() throws Exception {
        Turns.Turn answering = turns.answer();
        Turns.Turn one = turns.smallFiles();
        CompletableFuture<Turns.Turn> other = begin();
        assertThat(other).isNotDone();

        one.close();

        assertThat(other).succeedsWithin(Duration.ofSeconds(10));
        answering.close();
    }

    @Test
    void afterAPortionThereIsARestWhileAnswersAreWaitedFor() throws Exception {
        Turns.Turn answering = turns.answer();
        CompletableFuture<Turns.Turn> other = nextAfterAPortion();

        millis.addAndGet(899);
        assertThat(other).isNotDone();
        millis.addAndGet(1);

        assertThat(other).succeedsWithin(Duration.ofSeconds(10));
        answering.close();
    }

    @Test
    void theRestEndsAMomentAfterTheLastAnswerWasGiven() throws Exception {
        Turns.Turn answering = turns.answer();
        CompletableFuture<Turns.Turn> other = nextAfterAPortion();

        answering.close();
        assertThat(other).isNotDone();
        millis.addAndGet(50);

        assertThat(other).succeedsWithin(Duration.ofSeconds(10));
    }

    @Test
    void aSenderWhoTakesBreathBetweenTwoMessagesIsStillWaitedFor() throws Exception {
        Turns.Turn answering = turns.answer();
        CompletableFuture<Turns.Turn> other = nextAfterAPortion();

        for (int message = 0; message < 3; message++) {
            answering.close();
            millis.addAndGet(25);
            assertThatThrownBy(() -> other.get(20, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
            answering = turns.answer();
        }

        answering.close();
        millis.addAndGet(50);
        assertThat(other).succeedsWithin(Duration.ofSeconds(10));
    }

    @Test
    void messagesThatComeNowAndThenKeepNothingWaiting() throws Exception {
        for (int message = 0; message < 30; message++) {
            turns.answer().close();
            millis.addAndGet(4);
        }
        Turns.Turn answering = turns.answer();

        assertThat(begin()).succeedsWithin(Duration.ofSeconds(10));
        assertThat(begin()).as("beside it").succeedsWithin(Duration.ofSeconds(10));
        answering.close();
    }

    @Test
    void messagesThatAreFarApartOnlyBecauseTheWorkHasTheProcessorsAreWaitedFor() throws Exception {
        Turns.Turn work = turns.smallFiles();
        for (int message = 0; message < 30; message++) {
            turns.answer().close();
            millis.addAndGet(4);
        }
        Turns.Turn answering = turns.answer();
        work.close();
        Turns.Turn one = turns.smallFiles();

        CompletableFuture<Turns.Turn> other = begin();
        assertThat(other).isNotDone();
        one.close();
        answering.close();
        millis.addAndGet(50);
        assertThat(other).succeedsWithin(Duration.ofSeconds(10));
    }

    @Test
    void thatMessagesAreFarApartMustBeSeenAgainAfterASecond() throws Exception {
        for (int message = 0; message < 30; message++) {
            turns.answer().close();
            millis.addAndGet(4);
        }
        Turns.Turn work = turns.smallFiles();
        millis.addAndGet(1000);
        Turns.Turn answering = turns.answer();
        work.close();
        Turns.Turn one = turns.smallFiles();
        CompletableFuture<Turns.Turn> other = begin();
        assertThat(other).isNotDone();

        millis.addAndGet(100);
        one.close();
        answering.close();
        assertThatThrownBy(() -> other.get(20, TimeUnit.MILLISECONDS))
                .as("it rests")
                .isInstanceOf(TimeoutException.class);
        millis.addAndGet(4);
        turns.answer().close();

        assertThat(other).succeedsWithin(Duration.ofSeconds(10));
    }

    @Test
    void whatIsLateWaitsForNobody() throws Exception {
        Turns.Turn answering = turns.answer();
        Turns.Turn one = turns.smallFiles();
        CompletableFuture<Turns.Turn> other = begin();

        turns.behind(Duration.ofSeconds(31));

        assertThat(other).succeedsWithin(Duration.ofSeconds(10));
        one.close();
        answering.close();
    }

    @Test
    void aSliceOfALargeFileLetsSmallFilesPassButNotForLong() throws Exception {
        Turns.Turn small = turns.smallFiles();
        CompletableFuture<Turns.Turn> slice = begin(() -> turns.slice(Duration.ZERO));
        assertThat(slice).isNotDone();
        small.close();
        assertThat(slice).succeedsWithin(Duration.ofSeconds(10));

        Turns.Turn more = turns.smallFiles();
        CompletableFuture<Turns.Turn> next = begin(() -> turns.slice(Duration.ZERO));
        millis.addAndGet(250);
        assertThat(next).succeedsWithin(Duration.ofSeconds(10));
        more.close();
    }

    @Test
    void aSliceOfAFileThatIsLateWaitsForNoAnswersAndDeliveriesNotForLong() throws Exception {
        Turns.Turn answering = turns.answer();
        Turns.Turn one = turns.smallFiles();
        one.close();
        Turns.Turn other = turns.smallFiles();
        CompletableFuture<Turns.Turn> deliveries = begin(() -> {
            turns.deliveries();
            return () -> {};
        });

        await("the deliveries begin beside the others")
                .atMost(Duration.ofSeconds(10))
                .until(() -> {
                    millis.addAndGet(100);
                    return deliveries.isDone();
                });
        other.close();
        CompletableFuture<Turns.Turn> late = begin(() -> turns.slice(Duration.ofSeconds(31)));
        assertThat(late).succeedsWithin(Duration.ofSeconds(10));
        answering.close();
    }

    /** The portion that is to begin when one of 100 ms has ended. */
    private CompletableFuture<Turns.Turn> nextAfterAPortion() throws InterruptedException {
        Turns.Turn one = turns.smallFiles();
        millis.addAndGet(100);
        one.close();
        return begin();
    }

    private CompletableFuture<Turns.Turn> begin() {
        return begin(turns::smallFiles);
    }

    /** Something that waits for its turn. */
    private interface Beginning {
        Turns.Turn begin() throws InterruptedException;
    }

    /** Begins a portion in a thread of its own, which is waiting when this returns. */
    private CompletableFuture<Turns.Turn> begin(Beginning beginning) {
        CompletableFuture<Turns.Turn> begun = new CompletableFuture<>();
        Thread thread = new Thread(() -> {
            try {
                begun.complete(beginning.begin());
            } catch (InterruptedException ended) {
                begun.completeExceptionally(ended);
            }
        });
        thread.setDaemon(true);
        thread.start();
        await("it waits")
                .atMost(Duration.ofSeconds(10))
                .until(() -> thread.getState() == Thread.State.TIMED_WAITING || begun.isDone());
        return begun;
    }
}
