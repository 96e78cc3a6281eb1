package io.lotwire.compliance;

import io.lotwire.lot.EventType;
import io.lotwire.lot.Word;
import java.util.Set;

/** A critical tracking event (21 CFR 1.1310). */
public enum TrackingEvent {
    HARVESTING(EventType.SHIPPED),
    COOLING(EventType.SHIPPED),
    INITIAL_PACKING(EventType.PACKED),
    FIRST_LAND_BASED_RECEIVING(EventType.RECEIVED),
    SHIPPING(EventType.SHIPPED),
    RECEIVING(EventType.RECEIVED),
    TRANSFORMATION(EventType.TRANSFORMED, EventType.PACKED);

    private final Set<EventType> types;

    TrackingEvent(EventType... types) {
        this.types = Set.of(types);
    }

    /** The types of lot events among which there are some of this kind. */
    Set<EventType> types() {
        return types;
    }

    /** Its word, such as {@code initial-packing}. */
    public String word() {
        return Word.of(this);
    }

    /** What people call it, such as {@code initial packing}. */
    public String title() {
        return word().replace('-', ' ');
    }
}
