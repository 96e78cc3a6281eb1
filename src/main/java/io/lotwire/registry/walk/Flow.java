package io.lotwire.registry.walk;

import io.lotwire.registry.Moment;

/**
 * Goods of a lot on their way between two places.
 *
 * @param step what tells it
 * @param sure whether it is told of just this lot
 * @param from where they left; {@link Places#NOWHERE} where that is not told
 * @param to where they went; {@link Places#NOWHERE} where that is not told
 * @param leaves when they left, or what is known best of it; null where nothing is
 * @param arrives when they arrived; null where that is not told
 */
public record Flow(Step step, boolean sure, int from, int to, Moment leaves, Moment arrives) {}
