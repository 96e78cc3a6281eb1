package io.lotwire.mapping;

import io.lotwire.lot.Condition;
import io.lotwire.lot.EventType;
import io.lotwire.lot.Reason;

/**
 * What happened to goods, and in what condition they are.
 *
 * @param event what happened
 * @param condition in what condition they are, null where the document does not say
 * @param reason why, null where the document does not say
 */
record State(EventType event, Condition condition, Reason reason) {
    /** That of goods of which no code says more than the kind of document. */
    static State of(EventType event) {
        return new State(event, null, null);
    }

    /**
     * What a code, or a place that says what a code else does, makes of it.
     *
     * @param code the code, {@code ""} where there is none
     * @param meaning what the code means, null where that is not known
     */
    State with(String code, String list, Meaning meaning) {
        if (meaning == null) {
            return new State(event, condition, new Reason(code, list, ""));
        }
        return meaning.isSilent()
                ? this
                : new State(
                        meaning.event() == null ? event : meaning.event(),
                        meaning.condition(),
                        code.isEmpty() ? null : new Reason(code, list, meaning.says()));
    }

    /** The same of goods of which nothing is otherwise, though of others of their line. */
    State ofTheGood() {
        return condition == null && reason == null ? new State(event, Condition.GOOD, null) : this;
    }
}
