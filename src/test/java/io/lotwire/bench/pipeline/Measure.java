package io.lotwire.bench.pipeline;

import java.util.List;

/**
 * One thing that is measured. It finds the gateway idle and leaves it so.
 *
 * @param name what it is called where one is chosen
 * @param needs sizes of which each must not be zero, else it is left out
 * @param way how it is measured, and right after it what it is held against
 */
record Measure(String name, List<Size> needs, Way way) {
    /** How something is measured. */
    interface Way {
        Outcome of(Scene scene) throws Exception;
    }

    Measure {
        needs = List.copyOf(needs);
    }
}
