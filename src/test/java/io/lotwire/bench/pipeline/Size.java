package io.lotwire.bench.pipeline;

/** How much of something is measured: a number for the usual run, and one for the full run. Zero leaves a measure out. */
enum Size {
    WARM_UP("warmUp", 8_000, 16_000, "small files to warm up"),
    ACCEPTED("accepted", 5_000, 20_000, "small files to accept"),
    STEADY("steady", 10_000, 20_000, "small files in the steady state"),
    HALF_RATE_SECONDS("halfRateSeconds", 20, 60, "seconds at half of its rate"),
    BULK_SETS("bulkSets", 7_700, 77_000, "sets in a big file (2.6 KB each)"),
    NEIGHBOURS("neighbours", 100, 200, "small files beside big ones"),
    DELIVERED("delivered", 500, 2_000, "sets to deliver, several times each"),
    REMEMBERED("remembered", 0, 100_000, "small files for the memory of the process"),
    EVENTS_THERE("eventsThere", 1_000_000, 1_000_000, "events there at first"),
    MORE_EVENTS_THERE("moreEventsThere", 0, 10_000_000, "events there then"),
    HEAP_MEGABYTES("heapMegabytes", 0, 1_000, "MB in an interchange for a small heap"),
    HEAP_LOTS("heapLots", 0, 1_000_000, "lots in a set for a small heap"),
    HEAP("heap", 256, 256, "MB of heap then"),
    BASELINE_MILLIS("baselineMillis", 5_000, 10_000, "ms for each baseline");

    private final String property;
    private final int usual;
    private final int full;
    private final String what;

    Size(String property, int usual, int full, String what) {
        this.property = property;
        this.usual = usual;
        this.full = full;
        this.what = what;
    }

    /** The last part of the system property that sets it. */
    String property() {
        return property;
    }

    /** The number of a usual run: some seconds for each measure. */
    int usual() {
        return usual;
    }

    /** The number of a full run. */
    int full() {
        return full;
    }

    /** What is counted, in words. */
    String what() {
        return what;
    }
}
