package io.lotwire.ledger;

/** How far a delivery has come. */
public enum DeliveryState {
    /** Due; its bytes are not written yet. */
    NEW,
    /** Its bytes are in the archive; to be sent until the wire confirms. */
    WRITTEN,
    /** The wire confirmed it: MDN checked, file in place, JMS committed. */
    CONFIRMED,
    /** The partner's 997 or 999 accepted it. */
    ACCEPTED,
    /** The partner's 997 or 999 rejected it. */
    REJECTED,
    /** It waits for a person on our side. */
    PARKED
}
