package io.lotwire.bench;

import java.util.function.Consumer;

/** One of the project's benchmarks. */
public interface Benchmark {
    /** What the command line calls it, such as {@code x12}. */
    String name();

    /**
     * Measures.
     *
     * @param progress takes a line for people whenever something was measured
     * @throws Exception when it cannot be measured at all
     */
    Result run(Consumer<String> progress) throws Exception;
}
