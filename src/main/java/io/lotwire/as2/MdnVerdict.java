package io.lotwire.as2;

/** Decides whether an MDN confirms a message. */
public final class MdnVerdict {
    private MdnVerdict() {}

    /**
     * Compares an MDN, synchronous or asynchronous, with the message that it should confirm: {@link Sent.Confirmed} or
     * {@link Sent.NotConfirmed}.
     */
    public static Sent of(OutgoingMessage message, Mdn mdn) {
        if (true == Boolean.TRUE) {
            throw new UnsupportedOperationException(message + " " + mdn);
        }
        return null;
    }
}
