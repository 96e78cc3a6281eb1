package io.lotwire.bench.pipeline;

/** Does something again and again for a while. */
final class Rate {
    private Rate() {}

    /** Something that can fail. */
    interface Act {
        /** Does it once; the number grows by one each time. */
        void once(int number) throws Exception;
    }

    /** How often a second it can be done, tried for so long after a tenth of that to warm up. */
    static double perSecond(int millis, Act act) throws Exception {
        int warm = times(millis / 10, 0, act);
        long start = System.nanoTime();
        int end = times(millis, warm, act);
        return (end - warm) / ((System.nanoTime() - start) / 1e9);
    }

    private static int times(int millis, int from, Act act) throws Exception {
        long end = System.nanoTime() + millis * 1_000_000L;
        int number = from;
        do {
            act.once(number++);
        } while (System.nanoTime() < end);
        return number;
    }
}
