package io.lotwire.ledger;

/** Which way a document goes, seen from the gateway. */
public enum Direction {
    INBOUND,
    OUTBOUND
}
