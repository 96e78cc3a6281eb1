package io.lotwire.compliance;

import io.lotwire.lot.Condition;
import io.lotwire.lot.LotEvent;
import io.lotwire.lot.Purpose;
import io.lotwire.partner.FoodTraceability.Role;
import java.util.Optional;

/**
 * Which critical tracking event a lot event is: by what happened, and by what its partner is to the food. Orders, counts, moves
 * inside a site and corrections of stock are none, nor is packing food onto a pallet.
 */
public final class TrackingEvents {
    private final Terms terms;

    /** @param terms what partners are to the food */
    public TrackingEvents(Terms terms) {
        this.terms = terms;
    }

    /** The critical tracking event that a lot event is; empty for none. */
    public Optional<TrackingEvent> of(LotEvent event) {
        if (event.purpose() == Purpose.CANCEL || didNotHappen(event.condition())) {
            return Optional.empty();
        }
        Role role = terms.role(event.source().partner());
        return Optional.ofNullable(
                switch (event.type()) {
                    case SHIPPED -> shipped(role);
                    case RECEIVED ->
                        role == Role.FIRST_LAND_BASED_RECEIVER
                                ? TrackingEvent.FIRST_LAND_BASED_RECEIVING
                                : TrackingEvent.RECEIVING;
                    case PACKED -> packed(event, role);
                    case TRANSFORMED -> TrackingEvent.TRANSFORMATION;
                    default -> null;
                });
    }

    /** Goods that are missing, were not taken, or whose use alone changed, did not move. */
    private static boolean didNotHappen(Condition condition) {
        return condition != null
                && (condition.movesNothing() || condition == Condition.SHORT || condition == Condition.REFUSED);
    }

    private static TrackingEvent shipped(Role role) {
        return role == Role.HARVESTER
                ? TrackingEvent.HARVESTING
                : role == Role.COOLER ? TrackingEvent.COOLING : TrackingEvent.SHIPPING;
    }

    /** Food that comes out of a run of production is repacked; what is put on a unit was packed before. */
    private static TrackingEvent packed(LotEvent event, Role role) {
        if (event.transformation() != null) {
            return TrackingEvent.TRANSFORMATION;
        }
        return role == Role.PACKER || event.unit() == null ? TrackingEvent.INITIAL_PACKING : null;
    }
}
