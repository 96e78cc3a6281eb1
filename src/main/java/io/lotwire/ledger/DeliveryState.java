package io.lotwire.ledger;

/** How far a delivery has come. */
public enum DeliveryState {
    /** Due; its bytes are not written yet. */
    NEW,
    /** Its bytes are in the archive; to be sent until the wire confirms. */
    WRITTEN,
    /** The partner's server took it; its receipt, which comes as a message of its own, is awaited. */
    SENT,
    /** The wire confirmed it: MDN checked, file in place, JMS committed. */
    CONFIRMED,
    /** The partner accepted it by a 997, 999, 824, CONTRL or APERAK. */
    ACCEPTED,
    /** The partner rejected it by one of these, or its envelope by a TA1. */
    REJECTED,
    /** It waits for a person on our side. */
    PARKED,
    /** It was parked, and a person said that it needs nothing more. */
    DISMISSED;

    /** Whether it is still to be written, sent or confirmed. */
    public boolean onItsWay() {
        return this == NEW || this == WRITTEN || this == SENT;
    }
}
