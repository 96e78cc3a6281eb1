package io.lotwire.mapping.goods;

import io.lotwire.lot.Issue;
import io.lotwire.lot.Quantity;
import java.util.List;

/**
 * One lot in one logistic unit, as a level states it.
 *
 * @param lot the lot, null when none is stated
 * @param unit the unit, null when none is numbered
 * @param quantity how much of the lot is in the unit, null when not stated
 * @param quantityOf the lot or unit with which that is stated, null where it is the quantity of the whole
 * @param issues what is doubtful about that
 */
public record Statement<A extends Portion, U extends Portion>(
        A lot, U unit, Quantity quantity, Portion quantityOf, List<Issue> issues) {}
