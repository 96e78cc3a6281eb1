package io.lotwire.mapping.goods;

import io.lotwire.lot.Issue;
import java.util.List;

/**
 * The goods of one level, counted.
 *
 * @param statements one for each lot in each logistic unit
 * @param sumDoubt a doubt when parts do not add up, null when there is none
 */
public record Counted<A extends Portion, U extends Portion>(List<Statement<A, U>> statements, Issue sumDoubt) {}
