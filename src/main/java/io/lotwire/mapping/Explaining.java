package io.lotwire.mapping;

import io.lotwire.edi.tree.TransactionSet;

/**
 * The segments of a file of which is told how they became events. Events whose own segment lies elsewhere are made and forgotten, so
 * that some segments of a large document can be explained with little memory.
 *
 * @param from number in the file of the first, from 1
 * @param to number of the last
 */
public record Explaining(int from, int to) {
    /** All of them. */
    public static final Explaining ALL = new Explaining(1, Integer.MAX_VALUE);

    /** True for a segment that is told of, by its number in the file. */
    public boolean has(int segment) {
        return segment >= from && segment <= to;
    }

    /** The same by positions in a set, from 1. */
    Explaining within(TransactionSet set) {
        int before = set.header().number() - 1;
        return new Explaining(Math.max(1, from - before), to == Integer.MAX_VALUE ? to : to - before);
    }
}
