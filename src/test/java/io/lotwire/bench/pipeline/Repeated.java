package io.lotwire.bench.pipeline;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Something that is done again and again for a while, one after the other. */
final class Repeated {
    private static final int WARM_UP_SHARE = 10;

    private Repeated() {}

    /** Something that can fail. */
    interface Act {
        /** Does it once; the number grows by one each time. */
        void once(int number) throws Exception;
    }

    /** Does it for so long, after a tenth of that to warm up. */
    static Times during(int millis, Act act) throws Exception {
        int warm = times(millis / WARM_UP_SHARE, 0, act).count();
        return times(millis, warm, act);
    }

    /** The same by so many at once. */
    static Times together(int many, Callable<Times> each) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(many);
        try {
            List<Times> all = new ArrayList<>();
            for (Future<Times> one : threads.invokeAll(Collections.nCopies(many, each))) {
                all.add(one.get());
            }
            return Times.together(all);
        } finally {
            threads.shutdownNow();
        }
    }

    private static Times times(int millis, int from, Act act) throws Exception {
        List<Double> each = new ArrayList<>();
        long start = System.nanoTime();
        long end = start + millis * 1_000_000L;
        long now = start;
        do {
            act.once(from + each.size());
            long ended = System.nanoTime();
            each.add((ended - now) / 1e6);
            now = ended;
        } while (now < end);
        return new Times((now - start) / 1e9, each);
    }
}
