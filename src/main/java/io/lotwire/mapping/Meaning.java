package io.lotwire.mapping;

import io.lotwire.lot.Condition;
import io.lotwire.lot.EventType;

/**
 * What a code of a document says of goods.
 *
 * @param event what happened to them, null where that is what the kind of document says
 * @param condition in what condition they are, null where it does not say
 * @param says the code in words, {@code ""} where it says nothing that an event should tell
 * @param differs true where its quantity is what is missing, or otherwise than told before, and no goods of its own
 */
public record Meaning(EventType event, Condition condition, String says, boolean differs) {
    /** True for a code that says nothing beyond the kind of document. */
    boolean isSilent() {
        return event == null && condition == null && says.isEmpty();
    }
}
