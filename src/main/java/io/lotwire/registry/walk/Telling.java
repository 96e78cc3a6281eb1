package io.lotwire.registry.walk;

import java.util.Set;

/**
 * What one step tells of goods of one lot.
 *
 * @param step the step
 * @param from the place where they were, or that they left: of a receipt that answers a shipment, where that came from
 * @param to the place that they went to
 * @param units the logistic units that they were on directly; none where they were on none
 * @param sure whether it is told, and of just this lot
 * @param own whether the step names the lot; else it names a unit that held some of it
 * @param answers whether it is the receipt of a shipment that is told
 * @param answered the transaction set that tells of this shipment; {@link Step#NONE} where those of several may be meant
 */
public record Telling(
        Step step, int from, int to, Set<Long> units, boolean sure, boolean own, boolean answers, long answered) {
    public Telling {
        units = Set.copyOf(units);
    }
}
