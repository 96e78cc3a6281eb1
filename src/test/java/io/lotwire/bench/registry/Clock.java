package io.lotwire.bench.registry;

import java.util.ArrayList;
import java.util.List;

/** How long many of the same took, each. */
final class Clock {
    private static final double NANOS_OF_MILLI = 1e6;

    private final List<Double> millis = new ArrayList<>();

    /** Something to be timed. */
    interface Work {
        void run() throws Exception;
    }

    /** Times one. */
    void time(Work work) throws Exception {
        long start = System.nanoTime();
        work.run();
        millis.add((System.nanoTime() - start) / NANOS_OF_MILLI);
    }

    /** The milliseconds within which this share of them ended. */
    double within(double share) {
        List<Double> sorted = millis.stream().sorted().toList();
        return sorted.get(Math.max(0, (int) Math.ceil(sorted.size() * share) - 1));
    }

    int count() {
        return millis.size();
    }
}
