package io.lotwire.wire;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Whose turn it is on a machine with few processors. A partner who waits for the answer to a message comes first: while partners
 * hand in messages one right after the other, what is done with those that were taken is done a portion at a time, with a rest after
 * each; unless the work is so far behind that it must not wait any longer. Small files come next: no slice of a
 * large one and no deliveries are begun while they are worked on, for a moment.
 */
@Singleton
public class Turns {
    /**
     * When nobody waited for an answer for so long, nobody is about to. A sender whom a portion keeps from the processors
     * may be silent for some 25 ms between two messages: if that were taken for the end, all portions would begin at once.
     */
    private static final long QUIET_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

    /**
     * Whose messages are so far apart does not send one as soon as the other is answered: the work between them keeps nobody
     * waiting. Only pauses without any work count, as a sender who has no processor makes long ones, too.
     */
    private static final double FAR_APART_NANOS = TimeUnit.MILLISECONDS.toNanos(2);

    /** After so long it has to be seen again that messages are far apart: for that the work rests. */
    private static final long TRUSTED_NANOS = TimeUnit.SECONDS.toNanos(1);

    /** A pause counts as no longer than this, so that a single one does not look like senders with time. */
    private static final long LONGEST_PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(5);

    /** The weight of the latest pause in their mean. */
    private static final double LATEST = 1.0 / 16;

    /** So often who waits for a turn looks. */
    private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(5);

    /** After a portion there is a rest that is so many times as long: a tenth of the time is for the work. */
    private static final int REST = 9;

    /** What is older than this is not kept waiting any longer. */
    private static final Duration LATE = Duration.ofSeconds(30);

    /** When something was late, nothing waits for so long: there is more where it came from. */
    private static final long CATCHING_UP = TimeUnit.SECONDS.toNanos(1);

    /** So long at most a slice lets small files pass: there may always be some. */
    private static final long SLICE_PATIENCE = TimeUnit.MILLISECONDS.toNanos(250);

    /** So long at most deliveries do, which small files have, too. */
    private static final long DELIVERIES_PATIENCE = TimeUnit.MILLISECONDS.toNanos(50);

    /** So long at most deliveries wait for those who wait for answers: how old they are is not known before they are taken. */
    private static final long DELIVERIES_LONGEST = TimeUnit.SECONDS.toNanos(1);

    private final LongSupplier nanos;
    private final Semaphore one = new Semaphore(1, true);
    private int answering;
    private long lastAnswered;
    private double meanPause;
    private long lastPause;
    private int working;
    private long lastWorked;
    private int small;
    private long lateUntil;
    private long restUntil;

    /** By the system's clock. */
    public Turns() {
        this(System::nanoTime);
    }

    Turns(LongSupplier nanos) {
        this.nanos = nanos;
        this.restUntil = nanos.getAsLong();
        this.lastAnswered = restUntil - QUIET_NANOS;
        this.lastPause = restUntil;
        this.lastWorked = restUntil;
        this.lateUntil = restUntil;
    }

    /** The time of something; it is over when this is closed. */
    public interface Turn extends AutoCloseable {
        @Override
        void close();
    }

    /** Somebody waits for an answer. */
    public synchronized Turn answer() {
        if (answering > 0) {
            count(0);
        } else if (working == 0 && lastWorked <= lastAnswered) {
            count(nanos.getAsLong() - lastAnswered);
        }
        answering++;
        return this::answered;
    }

    private void count(long pause) {
        meanPause += LATEST * (Math.min(pause, LONGEST_PAUSE_NANOS) - meanPause);
        lastPause = nanos.getAsLong();
    }

    private synchronized void answered() {
        answering--;
        lastAnswered = nanos.getAsLong();
    }

    /**
     * A portion of small files may be worked on when this returns.
     *
     * @throws InterruptedException when the gateway ends meanwhile
     */
    public Turn smallFiles() throws InterruptedException {
        Turn portion = portion(Long.MAX_VALUE);
        synchronized (this) {
            small++;
        }
        return () -> {
            synchronized (this) {
                small--;
                notifyAll();
            }
            portion.close();
        };
    }

    /**
     * A slice of a large file may be worked on when this returns.
     *
     * @param ago when the file came in: one that is late goes on, and the others keep their turns
     */
    public Turn slice(Duration ago) throws InterruptedException {
        letSmallFilesPass(SLICE_PATIENCE);
        return portion(ago.compareTo(LATE) > 0 ? 0 : Long.MAX_VALUE);
    }

    /** Deliveries may be begun when this returns. */
    public void deliveries() throws InterruptedException {
        letSmallFilesPass(DELIVERIES_PATIENCE);
        portion(DELIVERIES_LONGEST).close();
    }

    /** So far is the work behind: what was just taken came so long ago. */
    public synchronized void behind(Duration ago) {
        if (ago.compareTo(LATE) > 0) {
            lateUntil = nanos.getAsLong() + CATCHING_UP;
        }
    }

    private synchronized void letSmallFilesPass(long patience) throws InterruptedException {
        long until = nanos.getAsLong() + patience;
        for (long rest = patience; small > 0 && rest > 0; rest = until - nanos.getAsLong()) {
            TimeUnit.NANOSECONDS.timedWait(this, rest);
        }
    }

    /** @param longest after which it is begun beside others */
    private Turn portion(long longest) throws InterruptedException {
        long since = nanos.getAsLong();
        boolean alone = false;
        while (!alone && !isFree() && nanos.getAsLong() - since < longest) {
            alone = one.tryAcquire(LOOK_NANOS, TimeUnit.NANOSECONDS);
        }
        try {
            for (long rest = rest(); alone && rest > 0 && nanos.getAsLong() - since < longest; rest = rest()) {
                TimeUnit.NANOSECONDS.sleep(Math.min(rest, LOOK_NANOS));
            }
        } catch (InterruptedException ending) {
            one.release();
            throw ending;
        }
        return begun(alone);
    }

    private synchronized Turn begun(boolean alone) {
        working++;
        long begun = nanos.getAsLong();
        return () -> ended(alone, begun);
    }

    private synchronized void ended(boolean alone, long begun) {
        working--;
        lastWorked = nanos.getAsLong();
        if (alone) {
            restUntil = Math.max(restUntil, lastWorked + REST * (lastWorked - begun));
            one.release();
        }
    }

    private synchronized boolean isFree() {
        long now = nanos.getAsLong();
        return now < lateUntil
                || (meanPause >= FAR_APART_NANOS && now - lastPause < TRUSTED_NANOS)
                || (answering == 0 && now - lastAnswered >= QUIET_NANOS);
    }

    private synchronized long rest() {
        return isFree() ? 0 : restUntil - nanos.getAsLong();
    }
}
