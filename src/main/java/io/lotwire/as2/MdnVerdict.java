package io.lotwire.as2;

import io.lotwire.as2.mdn.Mdn;
import io.lotwire.as2.mime.MessageIdHeader;
import java.util.Optional;

/** Decides whether an MDN confirms a message. */
public final class MdnVerdict {
    private MdnVerdict() {}

    /**
     * Compares an MDN, synchronous or asynchronous, with the message that it should confirm: {@link Sent.Confirmed} or
     * {@link Sent.NotConfirmed}. All must hold: the signature (where one was asked for), the Original-Message-ID, the
     * disposition and the MIC.
     */
    public static Sent of(OutgoingMessage message, Mdn mdn) {
        if (mdn.authenticity() == Mdn.Authenticity.NOT_VERIFIED) {
            return not(
                    NotConfirmedReason.MDN_NOT_AUTHENTIC,
                    "The MDN's signature does not verify with any valid certificate that the agreement names",
                    mdn);
        }
        if (!MessageIdHeader.same(mdn.originalMessageId(), message.messageId())) {
            return not(
                    NotConfirmedReason.OTHER_MESSAGE,
                    "The MDN is about message '" + mdn.originalMessageId() + "', not about " + message.messageId(),
                    mdn);
        }
        if (!mdn.processed()) {
            return not(
                    NotConfirmedReason.REFUSED,
                    "The partner did not process the message: disposition '" + mdn.disposition() + "', '" + mdn.text()
                            + "'",
                    mdn);
        }
        if (message.signedMdn() && mdn.authenticity() == Mdn.Authenticity.UNSIGNED) {
            return not(
                    NotConfirmedReason.MDN_UNSIGNED, "The MDN is not signed although a signed one was asked for", mdn);
        }
        if (mdn.mic().isEmpty()) {
            return not(NotConfirmedReason.MIC_MISSING, "The MDN states no Received-Content-MIC that can be read", mdn);
        }
        if (!mdn.mic().get().equals(message.mic())) {
            return not(
                    NotConfirmedReason.MIC_DIFFERS,
                    "The MDN states MIC '" + mdn.mic().get() + "', the message sent has '" + message.mic() + "'",
                    mdn);
        }
        return new Sent.Confirmed(mdn);
    }

    private static Sent not(NotConfirmedReason reason, String sentence, Mdn mdn) {
        return new Sent.NotConfirmed(reason, sentence, Optional.of(mdn));
    }
}
