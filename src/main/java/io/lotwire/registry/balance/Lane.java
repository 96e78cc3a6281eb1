package io.lotwire.registry.balance;

import io.lotwire.registry.Moment;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The shipments of a lot from one place to another, in the order in which they left. */
final class Lane {
    /** The order of time; what has none comes first. */
    static final Comparator<Moment> IN_TIME =
            Comparator.nullsFirst(Comparator.comparing(Moment::begins, Comparator.<LocalDateTime>naturalOrder()));

    private final List<Shipment> shipments = new ArrayList<>();
    private final Map<String, Integer> firstOpen = new HashMap<>();

    void add(Shipment shipment) {
        shipments.add(shipment);
    }

    /** All shipments are known. */
    void sort() {
        shipments.sort(Comparator.comparing(each -> each.leaves, IN_TIME));
    }

    /**
     * Gives a receipt that may answer several shipments to those that left before it, the first first. What is beyond all of them is
     * given to the last.
     */
    void receive(String unit, BigDecimal quantity, boolean sure, Moment when) {
        BigDecimal rest = quantity;
        int at = firstOpen.getOrDefault(unit, 0);
        while (at < shipments.size() && isBefore(shipments.get(at), when)) {
            Shipment shipment = shipments.get(at);
            BigDecimal part = rest.min(shipment.open(unit));
            if (part.signum() > 0) {
                shipment.receive(unit, Amount.of(part, sure));
                rest = rest.subtract(part);
            }
            if (shipment.open(unit).signum() > 0) {
                break;
            }
            at++;
        }
        firstOpen.put(unit, at);
        if (rest.signum() > 0) {
            shipments.get(Math.max(0, Math.min(at, shipments.size()) - 1)).receive(unit, Amount.of(rest, sure));
        }
    }

    private static boolean isBefore(Shipment shipment, Moment when) {
        return when == null || shipment.leaves == null || when.mayFollow(shipment.leaves);
    }
}
