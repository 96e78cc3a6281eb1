package io.lotwire.registry.balance;

import io.lotwire.registry.Moment;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;

/** What one document sent of a lot from one place to another, while the book of it is made. */
final class Shipment {
    final Way way;
    Moment leaves;
    /** Whether who tells it tells of its arrival, too. */
    boolean lands;

    boolean comesBack;
    boolean complete = true;
    /** Whether it is there though no receipt tells how much of it. */
    boolean arrived;

    final Map<String, Amount> sent = new LinkedHashMap<>();
    final Map<String, Amount> received = new LinkedHashMap<>();

    /**
     * What tells shipments apart.
     *
     * @param from where it left, by the number of the place
     * @param to where it went
     * @param setId the transaction set that tells it
     */
    record Way(int from, int to, long setId) {}

    Shipment(Way way) {
        this.way = way;
    }

    void send(String unit, Amount amount) {
        sent.merge(unit, amount, Amount::plus);
    }

    void receive(String unit, Amount amount) {
        received.merge(unit, amount, Amount::plus);
    }

    /** How much of it no receipt tells of yet. */
    BigDecimal open(String unit) {
        return sent.getOrDefault(unit, Amount.NONE)
                .possible()
                .subtract(received.getOrDefault(unit, Amount.NONE).possible())
                .max(BigDecimal.ZERO);
    }

    boolean isReceived() {
        return !received.isEmpty();
    }

    /** Whether it was sent in units that it was not received in, and the other way round. */
    boolean isIncomparable() {
        return isReceived()
                && (!complete
                        || (sent.keySet().stream().anyMatch(unit -> !received.containsKey(unit))
                                && received.keySet().stream().anyMatch(unit -> !sent.containsKey(unit))));
    }

    Consignment.State state() {
        if (isIncomparable()) {
            return Consignment.State.INCOMPARABLE;
        }
        if (isReceived()) {
            return Consignment.State.RECEIVED;
        }
        return arrived || lands ? Consignment.State.ARRIVED : Consignment.State.OPEN;
    }
}
