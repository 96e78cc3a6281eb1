package io.lotwire.lot;

/** What a document means to do with what was said before (X12 element 353; EDIFACT 1225). */
public enum Purpose {
    ORIGINAL,
    REPLACE,
    CANCEL,
    CORRECT
}
