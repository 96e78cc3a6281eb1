package io.lotwire.registry.walk;

import io.lotwire.registry.Moment;

/**
 * A way of a lot from one holder to another: from a place to another one, from a place onto a logistic unit, from there to a place. Goods on
 * a unit do not mix with those beside it.
 *
 * @param from the place, or a unit by {@link Holder}
 * @param to likewise; the same where a unit goes on with what it holds
 * @param leaves when, or what is known best of it; null where nothing is
 * @param arrives when it is at its end; null where that is not told
 * @param sure whether it is told, and of just this lot
 * @param flow what moves so; null where nothing goes to another place
 */
record Edge(long from, long to, Moment leaves, Moment arrives, boolean sure, Flow flow) {}
