package io.lotwire.document;

import io.lotwire.lot.Condition;
import io.lotwire.lot.EventType;
import io.lotwire.lot.LotEvent;
import io.lotwire.lot.Purpose;
import java.util.Map;

/**
 * What an event was a step of, and in what state it left the goods, in the words of the Core Business Vocabulary 2.0 (7.1, 7.2).
 *
 * @param step {@code bizStep}, {@code ""} where none is certain
 * @param disposition {@code ""} where none is certain
 * @param observed false for goods that were not there: no quantity of them may be counted
 */
record EpcisState(String step, String disposition, boolean observed) {
    private static final String OTHER = "other";

    private static final Map<EventType, String> STEPS = Map.of(
            EventType.SHIPPED, "shipping",
            EventType.RECEIVED, "receiving",
            EventType.PACKED, "packing",
            EventType.UNPACKED, "unpacking",
            EventType.COUNTED, "cycle_counting",
            EventType.DISPOSED, "destroying");

    private static final Map<EventType, String> DISPOSITIONS = Map.of(
            EventType.SHIPPED, "in_transit",
            EventType.RECEIVED, "in_progress",
            EventType.RETURNED, "returned",
            EventType.DISPOSED, "destroyed");

    /**
     * Goods that are held are "not sellable pending further evaluation", released ones "returned to the supply chain". Whether
     * anybody may sell contested or refused goods nobody knows.
     */
    private static final Map<Condition, String> CONDITIONS = Map.of(
            Condition.DAMAGED, "damaged",
            Condition.SHORT, "mismatch_quantity",
            Condition.OVER, "mismatch_quantity",
            Condition.HELD, "non_sellable_other",
            Condition.RELEASED, "available",
            Condition.EXPIRED, "expired",
            Condition.RECALLED, "recalled",
            Condition.RETURNED, "returned",
            Condition.WRONG_ITEM, "mismatch_class",
            Condition.POOR_QUALITY, "non_conformant");

    static EpcisState of(LotEvent event) {
        if (event.purpose() == Purpose.CANCEL) {
            // What a cancelled notice says did not happen: no reader may count it as shipped or received.
            return new EpcisState(event.type() == EventType.SHIPPED ? "void_shipping" : OTHER, "", true);
        }
        Condition condition = event.condition();
        boolean isUsual = condition == null || condition == Condition.GOOD || event.type() == EventType.DISPOSED;
        return new EpcisState(
                step(event.type(), condition),
                isUsual ? DISPOSITIONS.getOrDefault(event.type(), "") : disposition(condition),
                condition != Condition.SHORT);
    }

    private static String step(EventType type, Condition condition) {
        if (condition == Condition.SHORT || condition == Condition.REFUSED) {
            // They did not come, or were not taken: nobody received or shipped them.
            return OTHER;
        }
        return STEPS.getOrDefault(type, condition == Condition.HELD ? "holding" : "");
    }

    private static String disposition(Condition condition) {
        return CONDITIONS.getOrDefault(condition, "unknown");
    }
}
