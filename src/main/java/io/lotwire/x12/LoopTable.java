package io.lotwire.x12;

import java.util.Arrays;

/**
 * The loops of one transaction set as rows of numbers: for each its kind, the loop around it, the first loop in it and
 * the one beside it, and where its own segments stand. Those are one run of bytes for most loops; where an inner loop
 * comes between them they are several.
 *
 * <p>Loop 0 is the set itself. A place is a number of bytes from the set's first one.
 */
final class LoopTable {
    static final int NONE = -1;

    private static final int FIRST = 64;

    /** Tables up to this many rows are copied to their exact size, larger ones are handed over as they are. */
    private static final int COPIED = 1 << 14;

    private int loops;
    private short[] kinds;
    private int[] around;
    private int[] firstInner;
    private int[] lastInner;
    private int[] beside;
    private int[] firstRun;

    private int runs;
    private int[] starts;
    private int[] positions;
    private int[] nextRun;

    LoopTable() {
        this(FIRST);
    }

    private LoopTable(int rows) {
        kinds = new short[rows];
        around = new int[rows];
        firstInner = new int[rows];
        lastInner = new int[rows];
        beside = new int[rows];
        firstRun = new int[rows];
        starts = new int[rows];
        positions = new int[rows];
        nextRun = new int[rows];
    }

    /** Forgets all loops. */
    void clear() {
        loops = 0;
        runs = 0;
    }

    /** The finished table; this one must be cleared before it is used again. */
    LoopTable finished() {
        if (loops > COPIED) {
            LoopTable whole = new LoopTable(0);
            whole.take(this);
            LoopTable empty = new LoopTable();
            take(empty);
            return whole;
        }
        LoopTable exact = new LoopTable(0);
        exact.loops = loops;
        exact.runs = runs;
        exact.kinds = Arrays.copyOf(kinds, loops);
        exact.around = Arrays.copyOf(around, loops);
        exact.firstInner = Arrays.copyOf(firstInner, loops);
        exact.beside = Arrays.copyOf(beside, loops);
        exact.firstRun = Arrays.copyOf(firstRun, loops);
        exact.starts = Arrays.copyOf(starts, runs);
        exact.positions = Arrays.copyOf(positions, runs);
        exact.nextRun = Arrays.copyOf(nextRun, runs);
        return exact;
    }

    private void take(LoopTable other) {
        loops = other.loops;
        runs = other.runs;
        kinds = other.kinds;
        around = other.around;
        firstInner = other.firstInner;
        lastInner = other.lastInner;
        beside = other.beside;
        firstRun = other.firstRun;
        starts = other.starts;
        positions = other.positions;
        nextRun = other.nextRun;
    }

    /**
     * Adds a loop, the last one inside the loop around it.
     *
     * @param outer the loop around it; {@link #NONE} for the set itself
     * @param start where its first segment stands
     * @param position its first segment's position in the set
     */
    int open(int kind, int outer, int start, int position) {
        int loop = loops++;
        if (loop == kinds.length) {
            growLoops();
        }
        kinds[loop] = (short) kind;
        around[loop] = outer;
        firstInner[loop] = NONE;
        lastInner[loop] = NONE;
        beside[loop] = NONE;
        if (outer != NONE) {
            int last = lastInner[outer];
            if (last == NONE) {
                firstInner[outer] = loop;
            } else {
                beside[last] = loop;
            }
            lastInner[outer] = loop;
        }
        firstRun[loop] = addRun(start, position);
        return loop;
    }

    /**
     * Adds a run of segments to a loop after loops inside it.
     *
     * @param lastRun the loop's last run so far
     */
    int resume(int lastRun, int start, int position) {
        int run = addRun(start, position);
        nextRun[lastRun] = run;
        return run;
    }

    /** The last run that was added. */
    int lastRun() {
        return runs - 1;
    }

    private int addRun(int start, int position) {
        int run = runs++;
        if (run == starts.length) {
            starts = Arrays.copyOf(starts, run * 2);
            positions = Arrays.copyOf(positions, run * 2);
            nextRun = Arrays.copyOf(nextRun, run * 2);
        }
        starts[run] = start;
        positions[run] = position;
        nextRun[run] = NONE;
        return run;
    }

    private void growLoops() {
        int rows = kinds.length * 2;
        kinds = Arrays.copyOf(kinds, rows);
        around = Arrays.copyOf(around, rows);
        firstInner = Arrays.copyOf(firstInner, rows);
        lastInner = Arrays.copyOf(lastInner, rows);
        beside = Arrays.copyOf(beside, rows);
        firstRun = Arrays.copyOf(firstRun, rows);
    }

    int loops() {
        return loops;
    }

    int kind(int loop) {
        return kinds[loop];
    }

    /** The loop around a loop; {@link #NONE} for the set itself. */
    int around(int loop) {
        return around[loop];
    }

    /** The first loop inside a loop, or {@link #NONE}. */
    int firstInner(int loop) {
        return firstInner[loop];
    }

    /** The loop that follows a loop inside the same one, or {@link #NONE}. */
    int beside(int loop) {
        return beside[loop];
    }

    /** The position in the set of a loop's first segment. */
    int position(int loop) {
        return positions[firstRun[loop]];
    }

    /** A loop's first run of segments. */
    int firstRun(int loop) {
        return firstRun[loop];
    }

    /** The run of the same loop that follows a run, or {@link #NONE}. */
    int nextRun(int run) {
        return nextRun[run];
    }

    int runStart(int run) {
        return starts[run];
    }

    /** The place behind a run's last segment: where the next one begins, or the set's end. */
    int runEnd(int run) {
        return run + 1 < runs ? starts[run + 1] : Integer.MAX_VALUE;
    }

    /** The position in the set of a run's first segment. */
    int runPosition(int run) {
        return positions[run];
    }
}
