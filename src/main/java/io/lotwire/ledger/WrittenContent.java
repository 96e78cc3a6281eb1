package io.lotwire.ledger;

/** What goes out, written once: the same bytes however often it is sent. */
public sealed interface WrittenContent permits WrittenDocument, WrittenMdn {
    /** Its bytes in the archive. */
    KeptContent content();
}
