package io.lotwire.as2;

import io.lotwire.as2.agreement.As2Agreement;
import io.lotwire.as2.agreement.As2Ids;
import io.lotwire.as2.bytes.Spool;
import io.lotwire.as2.mdn.AsyncMdn;
import io.lotwire.as2.mdn.Mdn;
import io.lotwire.as2.mdn.MdnRequest;
import io.lotwire.as2.protection.Mic;
import io.lotwire.as2.protection.Protection;
import io.lotwire.as2.refusal.Refusal;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** What came of a request to the AS2 address. */
public sealed interface Received {
    /** What to answer the request with. */
    HttpAnswer answer();

    /**
     * A message that holds: from a known partner, protected as agreed. Nothing is confirmed before the answer (or the
     * asynchronous MDN) is given, so it can be stored first.
     *
     * @param messageId the Message-ID with its angle brackets as sent
     * @param ids the names it travelled under
     * @param agreement the agreement it was checked with
     * @param spool where it lies until it is discarded
     * @param payloads the documents, at least one
     * @param mic over the content; equal for a message that is sent again, even when it was encrypted anew
     * @param protection how it was protected
     * @param mdnRequest the MDN asked for
     * @param asyncMdn the MDN to send when the sender asked for an asynchronous one
     * @param answer the answer: the MDN, or an empty 200 where none or an asynchronous one was asked for
     */
    record Message(
            String messageId,
            As2Ids ids,
            As2Agreement agreement,
            Spool spool,
            List<ReceivedPayload> payloads,
            Mic mic,
            Protection protection,
            MdnRequest mdnRequest,
            Optional<AsyncMdn> asyncMdn,
            HttpAnswer answer)
            implements Received {
        public Message {
            payloads = List.copyOf(payloads);
        }

        /** Forgets the bytes of the message: what of it is to stay was copied. Its payloads cannot be read any more. */
        public void discard() throws IOException {
            spool.delete();
        }
    }

    /**
     * An asynchronous MDN about a message of ours. It confirms nothing by itself: {@link MdnVerdict#of} compares it
     * with the message.
     *
     * @param ids the names it travelled under
     * @param agreement the agreement its signature was checked with
     * @param mdn what it says
     * @param answer an empty 200
     */
    record MdnArrived(As2Ids ids, As2Agreement agreement, Mdn mdn, HttpAnswer answer) implements Received {}

    /**
     * A message that is not taken. Nothing of it is kept.
     *
     * @param ids the names it claims, {@code ""} where a header is missing
     * @param messageId the Message-ID it claims, {@code ""} when missing
     * @param refusal the kind of reason
     * @param sentence the reason in full, for our log and never for the sender
     * @param answer an MDN with an error disposition, an empty 200 where it travels by itself, or a 4xx with a sentence
     *     where none can be given
     * @param asyncMdn the MDN to send when the sender asked for an asynchronous one: its sender may be anyone, but it
     *     goes to an address that the agreement names
     */
    record Refused(
            As2Ids ids,
            String messageId,
            Refusal refusal,
            String sentence,
            HttpAnswer answer,
            Optional<AsyncMdn> asyncMdn)
            implements Received {}
}
