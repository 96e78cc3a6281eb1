package io.lotwire.capture;

import io.lotwire.lot.Condition;
import io.lotwire.lot.EventType;

/** What was done with what was scanned. */
enum ScanAction {
    RECEIVE(EventType.RECEIVED),
    PUT_AWAY(EventType.MOVED),
    PICK(EventType.MOVED),
    PACK(EventType.PACKED),
    UNPACK(EventType.UNPACKED),
    SHIP(EventType.SHIPPED),
    /** It may not be used or sent for now. */
    HOLD(EventType.ADJUSTED, Condition.HELD),
    RELEASE(EventType.ADJUSTED, Condition.RELEASED),
    COUNT(EventType.COUNTED),
    DISPOSE(EventType.DISPOSED),
    /** It came back to where it is scanned. */
    RETURN(EventType.RETURNED);

    private final EventType type;
    private final Condition condition;

    ScanAction(EventType type) {
        this(type, null);
    }

    ScanAction(EventType type, Condition condition) {
        this.type = type;
        this.condition = condition;
    }

    /** What happened to the goods. */
    EventType type() {
        return type;
    }

    /** In what condition they are by it; null where it says nothing of that. */
    Condition condition() {
        return condition;
    }

    /** True when the goods come to where they are scanned. */
    boolean comesThere() {
        return this == RECEIVE || this == RETURN;
    }

    /** True when they stay at the site where they are scanned, unless something else is said. */
    boolean staysThere() {
        return type == EventType.MOVED;
    }
}
