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
    /** The partner's 997 or 999 accepted it. */
    ACCEPTED,
    /** The partner's 997 or 999 rejected it. */
    REJECTED,
    /** It waits for a person on our side. */
    PARKED;

    /** Whether it is still to be written, sent or confirmed. */
    public boolean onItsWay() {
        return this == NEW || this == WRITTEN || this == SENT;
    }
}
