package io.lotwire.gateway;

import io.lotwire.ledger.Delivery;

/**
 * A delivery that a sender should look at.
 *
 * @param id its number in the outbox
 * @param queue the queue of its partner and wire
 * @param once the same for the same attempt: the broker drops what it has seen before
 */
public record Due(long id, String queue, String once) {
    static Due of(Delivery delivery) {
        return new Due(
                delivery.id(),
                queue(delivery.partner(), delivery.wire()),
                "delivery-" + delivery.id() + "-" + delivery.nextAttemptAt().toEpochMilli());
    }

    /** The queue of a partner's wire. */
    static String queue(String partner, String wire) {
        return "lotwire.deliver." + partner + "." + wire;
    }
}
