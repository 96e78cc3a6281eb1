package io.lotwire.bench.pipeline;

import java.util.List;

/**
 * How much is measured. Each can be set by a system property, {@code -Dlotwire.bench.pipeline.NAME=...}, as
 * {@code LOTWIRE_JAVA_OPTIONS} of {@code ./lotwire bench} does not reach the benchmark's Java, {@code JDK_JAVA_OPTIONS} does.
 *
 * @param warmUp small files before anything is measured, so that Java has compiled what there is to compile
 * @param accepted small files that one sender, and then eight, hand over
 * @param steady small files from the first sent to the last served
 * @param bulkSets sets in the big file
 * @param neighbours small files of another partner, on an idle gateway and beside a big file
 * @param delivered sets whose deliveries to one queue are counted, several of each
 * @param baselineMillis how long each baseline runs
 */
record Sizes(int warmUp, int accepted, int steady, int bulkSets, int neighbours, int delivered, int baselineMillis) {
    private static final String PROPERTY = "lotwire.bench.pipeline.";

    /** Enough that a run takes a few minutes and each measure some seconds. */
    static Sizes usual() {
        return new Sizes(
                Integer.getInteger(PROPERTY + "warmUp", 300),
                Integer.getInteger(PROPERTY + "accepted", 400),
                Integer.getInteger(PROPERTY + "steady", 400),
                Integer.getInteger(PROPERTY + "bulkSets", 400),
                Integer.getInteger(PROPERTY + "neighbours", 15),
                Integer.getInteger(PROPERTY + "delivered", 40),
                Integer.getInteger(PROPERTY + "baselineMillis", 3000));
    }

    /** In words, a line each. */
    List<String> words() {
        return List.of(
                "Sizes: " + warmUp + " small files to warm up, " + accepted + " to accept, " + steady
                        + " in the steady state, big files of " + bulkSets + " sets,",
                neighbours + " small files beside one, " + delivered + " sets of " + Notices.LOTS + " lots to deliver, "
                        + baselineMillis + " ms for each baseline.");
    }
}
