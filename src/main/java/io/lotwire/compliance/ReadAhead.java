package io.lotwire.compliance;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/**
 * Goes through what is read in batches: while one is worked on, another thread reads the next, so that the database and whoever
 * writes do not wait for each other. Two batches are in memory at most.
 */
final class ReadAhead {
    private static final String THREAD = "read ahead";

    private ReadAhead() {}

    /** Takes what was read. */
    interface Taker<T> {
        void take(T item) throws IOException;
    }

    /**
     * Hands over one after the other.
     *
     * @param batches reads the next batch, an empty one when there are no more; it is asked by one thread at a time, and by none any
     *     more when this returns
     * @param taker is called by the caller's thread; it must not use what the batches are read by
     */
    static <T> void forEach(Supplier<List<T>> batches, Taker<T> taker) throws IOException {
        CompletableFuture<List<T>> next = read(batches);
        try {
            for (List<T> batch = known(next); !batch.isEmpty(); batch = known(next)) {
                next = read(batches);
                for (T item : batch) {
                    taker.take(item);
                }
            }
        } finally {
            next.handle((batch, failure) -> batch).join();
        }
    }

    private static <T> CompletableFuture<List<T>> read(Supplier<List<T>> batches) {
        return CompletableFuture.supplyAsync(batches, work -> new Thread(work, THREAD).start());
    }

    private static <T> List<T> known(CompletableFuture<List<T>> batch) {
        try {
            return batch.join();
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw failed;
        }
    }
}
