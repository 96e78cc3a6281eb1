package io.lotwire.bench.pipeline;

import java.util.List;

/**
 * How long many of the same took.
 *
 * @param seconds from the begin of the first to the end of the last
 * @param millis of each
 */
record Times(double seconds, List<Double> millis) {
    Times {
        millis = List.copyOf(millis);
    }

    int count() {
        return millis.size();
    }

    double perSecond() {
        return count() / seconds;
    }

    /** The time within which this share of them ended. */
    double percentile(double share) {
        return millis.stream()
                .sorted()
                .skip(Math.max(0, (long) Math.ceil(millis.size() * share) - 1))
                .findFirst()
                .orElse(Double.NaN);
    }
}
