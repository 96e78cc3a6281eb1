package io.lotwire.desk;

/** What a document of a known sender is held against. */
public enum Measure {
    /** All that was agreed: addresses, tests, the list of documents, how severe faults are. So does the gateway. */
    AGREEMENT,
    /**
     * The standard, the partner's guide and how severe faults were agreed to be: who looks into a file wants to see what is in it,
     * also where it went to somebody else or was not agreed on. A document that is not agreed on is read by the usual mapping.
     */
    DOCUMENT
}
