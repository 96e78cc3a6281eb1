package io.lotwire.mapping;

import io.lotwire.lot.Issue;
import io.lotwire.lot.Quantity;
import io.lotwire.mapping.goods.Statement;
import java.util.List;

/**
 * A statement as it is told.
 *
 * @param statement which lot in which unit
 * @param quantity how much, null when not stated
 * @param state what happened to it
 * @param part the part of the line that it is, null for the rest of it
 * @param issues what is doubtful about it
 */
record Told(
        Statement<LotFinding, UnitFinding> statement, Quantity quantity, State state, Part part, List<Issue> issues) {}
