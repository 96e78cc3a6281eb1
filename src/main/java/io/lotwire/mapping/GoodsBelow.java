package io.lotwire.mapping;

import io.lotwire.lot.Issue;

/**
 * The goods that a loop holds whose quantity is stated for them together.
 *
 * @param count how many deepest loops state some of them
 * @param sumDoubt a doubt when their quantities do not add up to the loop's own, null when there is none
 */
record GoodsBelow(int count, Issue sumDoubt) {}
