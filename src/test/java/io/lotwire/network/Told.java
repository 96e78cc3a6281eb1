package io.lotwire.network;

import io.lotwire.lot.EventType;

/**
 * One thing that happened in a network, as it is told, and what is known of it beside.
 *
 * @param second when, in seconds from the beginning; no two have the same
 * @param type what happened
 * @param from the place
 * @param to the place that goods went to; {@link #NONE} for none
 * @param lot the lot; {@link #NONE} where only a logistic unit is told
 * @param sscc the unit; {@link #NONE} for none
 * @param quantity cases; nothing is told of a unit that goes as a whole
 * @param run the run of production; {@link #NONE} for none
 * @param output whether the goods came out of the run
 * @param shipment what was sent together and its receipts; {@link #NONE} for what did not go to another place
 * @param watched which of the watched lots may be in the goods, a bit each; for a unit, in any of what is on it
 */
public record Told(
        long second,
        EventType type,
        int from,
        int to,
        int lot,
        long sscc,
        int quantity,
        int run,
        boolean output,
        int shipment,
        long watched) {
    /** Stands for what there is not. */
    public static final int NONE = -1;
}
