package io.lotwire.mapping;

import io.lotwire.edi.tree.Value;
import io.lotwire.lot.Issue;
import io.lotwire.lot.Quantity;
import java.util.List;

/**
 * One lot in one logistic unit, as a loop states it.
 *
 * @param lot the lot, null when none is stated
 * @param unit the unit, null when none is numbered
 * @param quantity how much of the lot is in the unit, null when not stated
 * @param quantityAt where that stands, null where it is the quantity of the whole
 * @param issues what is doubtful about that
 */
record Statement(LotFinding lot, UnitFinding unit, Quantity quantity, Value quantityAt, List<Issue> issues) {}
