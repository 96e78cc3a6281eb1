package io.lotwire.lot;

/** How often each of many statements was made, by 64 bits of their hashes: 18 to 36 bytes for each. */
final class TimesSaid {
    private static final int FIRST = 1 << 6;

    private long[] hashes = new long[FIRST];
    private int[] times = new int[FIRST];
    private int count;

    /**
     * Counts a statement once more; answers how often it was made by now.
     *
     * @param hash evenly spread bits
     */
    int again(long hash) {
        long key = hash == 0 ? 1 : hash;
        int at = place(key);
        if (hashes[at] == 0) {
            hashes[at] = key;
            count++;
        }
        int now = ++times[at];
        if (count * 3L > hashes.length * 2L) {
            grow();
        }
        return now;
    }

    private int place(long key) {
        int at = (int) key & (hashes.length - 1);
        while (hashes[at] != 0 && hashes[at] != key) {
            at = (at + 1) & (hashes.length - 1);
        }
        return at;
    }

    private void grow() {
        long[] oldHashes = hashes;
        int[] oldTimes = times;
        hashes = new long[oldHashes.length * 2];
        times = new int[oldTimes.length * 2];
        for (int i = 0; i < oldHashes.length; i++) {
            if (oldHashes[i] != 0) {
                int at = place(oldHashes[i]);
                hashes[at] = oldHashes[i];
                times[at] = oldTimes[i];
            }
        }
    }
}
