package io.lotwire.edi.tree;

import java.util.Arrays;

/**
 * The loops of one transaction set as rows of numbers, in document order: for each its kind, the loop around it, the first
 * loop in it and the one beside it, and where its own segments stand. Those are one run of bytes for most loops; where
 * inner loops come between them, each further run is a row of its own.
 *
 * <p>Row 0 is the set itself. A place is a number of bytes from the set's first one.
 */
public final class LoopTable {
    public static final int NONE = -1;

    private static final int KIND = 0;
    private static final int AROUND = 1;
    private static final int FIRST_INNER = 2;
    private static final int LAST_INNER = 3;
    private static final int BESIDE = 4;
    private static final int START = 5;
    private static final int POSITION = 6;
    private static final int NEXT_RUN = 7;
    private static final int COLUMNS = 8;

    private static final int FIRST = 64 * COLUMNS;

    /** Tables up to this size are copied when they are finished, larger ones are handed over as they are. */
    private static final int COPIED = 1 << 16;

    private int[] table;
    private int end;

    public LoopTable() {
        this(new int[FIRST], 0);
    }

    private LoopTable(int[] table, int end) {
        this.table = table;
        this.end = end;
    }

    /** Forgets all loops. */
    public void clear() {
        end = 0;
    }

    /** The finished table; this one must be cleared before it is used again. */
    public LoopTable finished() {
        if (end <= COPIED) {
            return new LoopTable(Arrays.copyOf(table, end), end);
        }
        LoopTable whole = new LoopTable(table, end);
        table = new int[FIRST];
        return whole;
    }

    /**
     * Adds a loop, the last one inside the loop around it.
     *
     * @param outer the loop around it; {@link #NONE} for the set itself
     * @param start where its first segment stands
     * @param position its first segment's position in the set
     */
    public int open(int kind, int outer, int start, int position) {
        int loop = add(kind, start, position);
        set(loop, AROUND, outer);
        if (outer != NONE) {
            int last = get(outer, LAST_INNER);
            set(last == NONE ? outer : last, last == NONE ? FIRST_INNER : BESIDE, loop);
            set(outer, LAST_INNER, loop);
        }
        return loop;
    }

    /**
     * Adds a run of segments to a loop, after loops inside it.
     *
     * @param lastRun the loop itself, or the run that was added to it last
     */
    public int resume(int lastRun, int start, int position) {
        int run = add(NONE, start, position);
        set(lastRun, NEXT_RUN, run);
        return run;
    }

    private int add(int kind, int start, int position) {
        if (end + COLUMNS > table.length) {
            table = Arrays.copyOf(table, end + (end >> 1));
        }
        int row = end / COLUMNS;
        Arrays.fill(table, end, end + COLUMNS, NONE);
        end += COLUMNS;
        set(row, KIND, kind);
        set(row, START, start);
        set(row, POSITION, position);
        return row;
    }

    private int get(int row, int column) {
        return table[row * COLUMNS + column];
    }

    private void set(int row, int column, int value) {
        table[row * COLUMNS + column] = value;
    }

    /** How many rows there are; each loop is the number of a row. */
    public int rows() {
        return end / COLUMNS;
    }

    int kind(int loop) {
        return get(loop, KIND);
    }

    /** The loop around a loop; {@link #NONE} for the set itself. */
    public int around(int loop) {
        return get(loop, AROUND);
    }

    /** The first loop inside a loop, or {@link #NONE}. */
    int firstInner(int loop) {
        return get(loop, FIRST_INNER);
    }

    /** The loop that follows a loop inside the same one, or {@link #NONE}. */
    int beside(int loop) {
        return get(loop, BESIDE);
    }

    /** The position in the set of the first segment of a loop, or of a run. */
    public int position(int row) {
        return get(row, POSITION);
    }

    /** The run of the same loop that follows the loop's first run, or another, or {@link #NONE}. */
    int nextRun(int row) {
        return get(row, NEXT_RUN);
    }

    /** Where a loop's first run begins, or another. */
    int start(int row) {
        return get(row, START);
    }

    /** The place behind a run's last segment: where the next row's first one begins, or a place behind the set's end. */
    int end(int row) {
        return row + 1 < rows() ? get(row + 1, START) : Integer.MAX_VALUE;
    }
}
