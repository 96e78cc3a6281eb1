package io.lotwire.compliance;

import io.lotwire.lot.EventType;
import io.lotwire.lot.Word;
import java.util.Set;

/** A critical tracking event (21 CFR 1.1310). */
public enum TrackingEvent {
    HARVESTING,
    COOLING,
    INITIAL_PACKING,
    FIRST_LAND_BASED_RECEIVING,
    SHIPPING,
    RECEIVING,
    TRANSFORMATION;

    /** The types of lot events among which there are some of this kind. */
    Set<EventType> types() {
        return switch (this) {
            case HARVESTING, COOLING, SHIPPING -> Set.of(EventType.SHIPPED);
            case INITIAL_PACKING -> Set.of(EventType.PACKED);
            case FIRST_LAND_BASED_RECEIVING, RECEIVING -> Set.of(EventType.RECEIVED);
            case TRANSFORMATION -> Set.of(EventType.TRANSFORMED, EventType.PACKED);
        };
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
