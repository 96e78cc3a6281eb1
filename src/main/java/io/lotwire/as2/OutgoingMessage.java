package io.lotwire.as2;

import io.lotwire.as2.agreement.As2Ids;
import io.lotwire.as2.protection.Mic;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A message made ready. It can be stored, and sent again later: the same bytes under the same Message-ID, which is
 * what lets the partner recognise a repeat.
 *
 * @param messageId the Message-ID with its angle brackets
 * @param ids the names it travels under
 * @param headers the HTTP headers, in order
 * @param body the file with the HTTP body
 * @param mic the digest that the MDN must state
 * @param signedMdn whether the MDN must be signed
 * @param asyncMdn whether the MDN comes as a request of its own
 */
public record OutgoingMessage(
        String messageId,
        As2Ids ids,
        Map<String, String> headers,
        Path body,
        Mic mic,
        boolean signedMdn,
        boolean asyncMdn) {
    public OutgoingMessage {
        headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
    }

    /**
     * A message that was stored, as it was: what it asks for stands in its headers.
     *
     * @param mic the digest that the MDN must state
     */
    public static OutgoingMessage stored(Map<String, String> headers, Path body, Mic mic) {
        return new OutgoingMessage(
                headers.getOrDefault("Message-ID", ""),
                As2Ids.ofHeaders(headers.getOrDefault("AS2-From", ""), headers.getOrDefault("AS2-To", "")),
                headers,
                body,
                mic,
                headers.containsKey("Disposition-Notification-Options"),
                headers.containsKey("Receipt-Delivery-Option"));
    }
}
