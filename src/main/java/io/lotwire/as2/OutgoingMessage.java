package io.lotwire.as2;

import io.lotwire.as2.agreement.As2Ids;
import io.lotwire.as2.bytes.Content;
import io.lotwire.as2.bytes.Spool;
import io.lotwire.as2.protection.Mic;
import java.io.IOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A message made ready. It can be stored, and sent again later: the same bytes under the same Message-ID, which is
 * what lets the partner recognise a repeat.
 *
 * @param messageId the Message-ID with its angle brackets
 * @param ids the names it travels under
 * @param headers the HTTP headers, in order
 * @param body the HTTP body: in memory, or in a file when it is not small
 * @param mic the digest that the MDN must state
 * @param signedMdn whether the MDN must be signed
 * @param asyncMdn whether the MDN comes as a request of its own
 * @param spool where the body lies until the message is discarded; empty when it belongs to somebody else
 */
public record OutgoingMessage(
        String messageId,
        As2Ids ids,
        Map<String, String> headers,
        Content body,
        Mic mic,
        boolean signedMdn,
        boolean asyncMdn,
        Optional<Spool> spool) {
    public OutgoingMessage {
        headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
    }

    /**
     * A message that was stored, as it was: what it asks for stands in its headers. Its body stays the caller's.
     *
     * @param mic the digest that the MDN must state
     */
    public static OutgoingMessage stored(Map<String, String> headers, Content body, Mic mic) {
        return new OutgoingMessage(
                headers.getOrDefault("Message-ID", ""),
                As2Ids.ofHeaders(headers.getOrDefault("AS2-From", ""), headers.getOrDefault("AS2-To", "")),
                headers,
                body,
                mic,
                headers.containsKey("Disposition-Notification-Options"),
                headers.containsKey("Receipt-Delivery-Option"),
                Optional.empty());
    }

    /** Forgets the body, when it was made for this message: it cannot be sent any more. The payloads stay. */
    public void discard() throws IOException {
        if (spool.isPresent()) {
            spool.get().delete();
        }
    }
}
