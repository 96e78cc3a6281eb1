package io.lotwire.mapping.goods;

import io.lotwire.lot.Issue;

/**
 * The goods that a level holds whose quantity is stated for them together.
 *
 * @param count how many deepest levels state some of them
 * @param sumDoubt a doubt when their quantities do not add up to the level's own, null when there is none
 */
public record GoodsBelow(int count, Issue sumDoubt) {}
