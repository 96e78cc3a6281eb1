package io.lotwire.registry;

/** Whether the lots that a document names should be known before it. */
public enum Expectation {
    /** They may be new: goods that come in. */
    MAY_BE_NEW,
    /** They came in before: goods that go out. */
    KNOWN
}
