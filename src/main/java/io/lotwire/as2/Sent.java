package io.lotwire.as2;

import io.lotwire.as2.mdn.Mdn;
import java.util.Optional;

/** What came of sending a message. */
public sealed interface Sent {
    /**
     * Delivered: the MDN is authentic (signed by the partner, where a signature was asked for), is about this message,
     * says processed, and states the MIC of what we sent.
     *
     * @param mdn the proof
     */
    record Confirmed(Mdn mdn) implements Sent {}

    /**
     * Taken by the partner's server, which will send the MDN later.
     *
     * @param status the HTTP status of the answer
     */
    record AwaitingMdn(int status) implements Sent {}

    /**
     * A receipt of ours that the partner's server took.
     *
     * @param status the HTTP status of the answer
     */
    record MdnTaken(int status) implements Sent {}

    /**
     * Not delivered, as far as anyone can tell.
     *
     * @param reason the kind of reason
     * @param sentence the reason in full, with what to look at
     * @param mdn the MDN, where one came
     */
    record NotConfirmed(NotConfirmedReason reason, String sentence, Optional<Mdn> mdn) implements Sent {}
}
