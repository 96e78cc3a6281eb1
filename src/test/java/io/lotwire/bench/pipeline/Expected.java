package io.lotwire.bench.pipeline;

/** Nothing may be lost and nothing may come twice, else what was measured means nothing. */
final class Expected {
    private Expected() {}

    /** Fails when these are not the same. */
    static void same(String what, long expected, long found) {
        if (expected != found) {
            throw new IllegalStateException(what + ": " + found + " instead of " + expected);
        }
    }
}
