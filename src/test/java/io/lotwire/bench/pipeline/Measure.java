package io.lotwire.bench.pipeline;

/** One thing that is measured. It finds the gateway idle and leaves it so. */
interface Measure {
    /** Measures it, and right after it what it is held against. */
    Outcome of(Scene scene) throws Exception;
}
