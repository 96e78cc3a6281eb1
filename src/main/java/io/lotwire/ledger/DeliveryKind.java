package io.lotwire.ledger;

/** Why something is sent. */
public enum DeliveryKind {
    /** A partner subscribed to it. */
    SUBSCRIPTION,
    /** It acknowledges what a partner sent. */
    ACKNOWLEDGEMENT,
    /** It is the receipt of a message, which its sender wants posted. */
    MDN,
    /** It tells of a recall. */
    NOTICE,
    /** It tells of doubts about lots. */
    ALERT
}
