package io.lotwire.gateway.step;

import io.lotwire.gateway.Settings;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;

/** The threads by which slices of large files are worked on side by side, so many at a time of all files together. */
@Singleton
public class SliceLanes {
    private final int lanes;
    private final ExecutorService threads;

    @Inject
    SliceLanes(Settings settings) {
        this(settings.lanes());
    }

    SliceLanes(int lanes) {
        this.lanes = lanes;
        this.threads = Executors.newFixedThreadPool(lanes, work -> {
            Thread thread = new Thread(work, "slices");
            thread.setDaemon(true);
            return thread;
        });
    }

    @PreDestroy
    void close() {
        threads.shutdown();
    }

    /** A piece of work. */
    @FunctionalInterface
    interface Work {
        /** Does it. */
        void run() throws InterruptedException;
    }

    /** For the slices of a file. */
    OfFile ofFile() {
        return new OfFile();
    }

    /** The slices of one file, as many of them begun as there are lanes. When one has failed, no more is begun. */
    final class OfFile implements AutoCloseable {
        private final Semaphore free = new Semaphore(lanes);
        private final AtomicReference<RuntimeException> failed = new AtomicReference<>();

        /** Begins a slice beside others, as soon as there is a lane for it. */
        void beside(Work slice) throws InterruptedException {
            free.acquire();
            if (failed.get() != null) {
                free.release();
                throw failed.get();
            }
            try {
                threads.execute(() -> {
                    run(slice);
                    free.release();
                });
            } catch (RejectedExecutionException ending) {
                free.release();
                throw ending;
            }
        }

        /** Whatever it fails by is remembered: after a slice that was not stored, the file must not be taken for done. */
        private void run(Work slice) {
            try {
                slice.run();
            } catch (RuntimeException e) {
                failed.compareAndSet(null, e);
            } catch (Throwable e) {
                failed.compareAndSet(null, new IllegalStateException("A slice was not worked on to its end", e));
            }
        }

        /** Does a slice when all that were begun have ended; returns when it is done, too. */
        void alone(Work slice) throws InterruptedException {
            free.acquire(lanes);
            try {
                if (failed.get() != null) {
                    throw failed.get();
                }
                slice.run();
            } finally {
                free.release(lanes);
            }
        }

        /** Returns when no slice is worked on any more. */
        @Override
        public void close() {
            free.acquireUninterruptibly(lanes);
        }
    }
}
