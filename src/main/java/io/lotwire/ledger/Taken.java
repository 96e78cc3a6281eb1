package io.lotwire.ledger;

/** A delivery that was taken for one attempt to write it or to send it. */
public sealed interface Taken permits ToWrite, NoticeToWrite, ToSend, MdnToPost {
    /** Its number. */
    long id();

    /** The inbox row that caused it; 0 for a notice, which none did. */
    long inboxId();

    /** To whom, by profile name. */
    String partner();
}
