package io.lotwire.ledger;

/** Which envelope a control number is for. */
public enum ControlNumberKind {
    /** ISA13. */
    INTERCHANGE,
    /** GS06. */
    GROUP,
    /** ST02. */
    TRANSACTION_SET
}
