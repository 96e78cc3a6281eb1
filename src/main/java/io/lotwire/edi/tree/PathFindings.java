package io.lotwire.edi.tree;

import java.util.Arrays;

/**
 * What a {@link PathTable} found in one loop: values in document order, each with the number of the path that it was found
 * by.
 */
public final class PathFindings {
    private static final int FIRST = 8;

    private int[] paths = new int[FIRST];
    private Value[] values = new Value[FIRST];
    private int count;
    private int last;
    private boolean inOrder = true;

    PathFindings() {}

    /** How many values there are. */
    public int count() {
        return count;
    }

    /** The number of the path that a value was found by. */
    public int path(int index) {
        return paths[index];
    }

    /** A value, counted from 0. */
    public Value value(int index) {
        return values[index];
    }

    /** The first value of a path, null when it has none. */
    public Value first(int path) {
        for (int i = 0; i < count; i++) {
            if (paths[i] == path) {
                return values[i];
            }
        }
        return null;
    }

    void add(int path, Value value) {
        if (count == paths.length) {
            paths = Arrays.copyOf(paths, count * 2);
            values = Arrays.copyOf(values, count * 2);
        }
        int position = value.segment().position();
        inOrder &= last <= position;
        last = position;
        paths[count] = path;
        values[count] = value;
        count++;
    }

    /** True when a path has a value at this position in the set or before it. */
    boolean hasUpTo(int path, int position) {
        for (int i = 0; i < count; i++) {
            if (paths[i] == path && position(i) <= position) {
                return true;
            }
        }
        return false;
    }

    /** Puts segments in order that stand behind inner loops which were looked at later. */
    PathFindings inOrder() {
        for (int i = 1; i < count && !inOrder; i++) {
            for (int at = i; at > 0 && position(at - 1) > position(at); at--) {
                swap(at - 1, at);
            }
        }
        inOrder = true;
        return this;
    }

    private void swap(int one, int other) {
        int path = paths[one];
        paths[one] = paths[other];
        paths[other] = path;
        Value value = values[one];
        values[one] = values[other];
        values[other] = value;
    }

    private int position(int index) {
        return values[index].segment().position();
    }
}
