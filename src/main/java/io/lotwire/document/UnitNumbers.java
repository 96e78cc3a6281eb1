package io.lotwire.document;

import io.lotwire.lot.Sscc;

/** Numbers logistic units from 0, in the order in which they are first met. A million of them take some 40 MB. */
final class UnitNumbers {
    private static final int FIRST_ROOM = 1 << 10;
    /** Fibonacci hashing (Knuth, The Art of Computer Programming, 6.4): numbers that follow one another go far apart. */
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    /** An SSCC has 18 digits, which a long holds; beside it, of which group it is and its number, from 1. */
    private long[] ssccs = new long[FIRST_ROOM];

    private int[] groups = new int[FIRST_ROOM];
    private int[] numbers = new int[FIRST_ROOM];
    private int count;

    /**
     * The number of a unit.
     *
     * @param group in another group the same unit is another one
     */
    int of(int group, Sscc sscc) {
        long digits = Long.parseLong(sscc.digits());
        int at = place(group, digits);
        if (numbers[at] == 0) {
            if (2 * ++count > numbers.length) {
                grow();
                at = place(group, digits);
            }
            put(at, group, digits, count);
        }
        return numbers[at] - 1;
    }

    /** How many there are. */
    int count() {
        return count;
    }

    /** Where it is, or the empty place where it would be. */
    private int place(int group, long digits) {
        int last = numbers.length - 1;
        int at = (int) (((digits * 31 + group) * SPREAD) >>> Long.numberOfLeadingZeros(last));
        while (numbers[at] != 0 && (ssccs[at] != digits || groups[at] != group)) {
            at = (at + 1) & last;
        }
        return at;
    }

    private void put(int at, int group, long digits, int number) {
        ssccs[at] = digits;
        groups[at] = group;
        numbers[at] = number;
    }

    private void grow() {
        long[] itsSsccs = ssccs;
        int[] itsGroups = groups;
        int[] itsNumbers = numbers;
        ssccs = new long[2 * itsSsccs.length];
        groups = new int[ssccs.length];
        numbers = new int[ssccs.length];
        for (int i = 0; i < itsNumbers.length; i++) {
            if (itsNumbers[i] != 0) {
                put(place(itsGroups[i], itsSsccs[i]), itsGroups[i], itsSsccs[i], itsNumbers[i]);
            }
        }
    }
}
