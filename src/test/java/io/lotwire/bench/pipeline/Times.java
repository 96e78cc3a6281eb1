package io.lotwire.bench.pipeline;

import java.util.List;

/**
 * How long many of the same took.
 *
 * @param seconds from the begin of the first to the end of the last
 * @param millis of each
 */
record Times(double seconds, List<Double> millis) {
    private static final double HALF = 0.5;
    private static final double MOST = 0.99;

    Times {
        millis = List.copyOf(millis);
    }

    /** Those of several who did the same at the same time. */
    static Times together(List<Times> all) {
        return new Times(
                all.stream().mapToDouble(Times::seconds).max().orElseThrow(),
                all.stream().flatMap(times -> times.millis().stream()).toList());
    }

    int count() {
        return millis.size();
    }

    double perSecond() {
        return count() / seconds;
    }

    /** The milliseconds within which half of them ended. */
    double half() {
        return within(HALF);
    }

    /** The milliseconds within which 99 of 100 ended. */
    double most() {
        return within(MOST);
    }

    private double within(double share) {
        return millis.stream()
                .sorted()
                .skip(Math.max(0, (long) Math.ceil(millis.size() * share) - 1))
                .findFirst()
                .orElse(Double.NaN);
    }
}
