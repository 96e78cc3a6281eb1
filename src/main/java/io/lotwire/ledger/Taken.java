package io.lotwire.ledger;

/** A delivery that was taken for one attempt to write it or to send it. */
public sealed interface Taken permits ToWrite, ToSend, MdnToPost {
    /** Its number. */
    long id();

    /** The inbox row that caused it. */
    long inboxId();

    /** To whom, by profile name. */
    String partner();
}
