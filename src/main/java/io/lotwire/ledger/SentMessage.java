package io.lotwire.ledger;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A message as it travels, kept because its receipt comes later: the receipt is compared with it, and without a receipt
 * these very bytes are sent again.
 *
 * @param headers the header fields, in order
 * @param body the body in the archive
 * @param mic the digest that the receipt must state, such as {@code mbzRXw...=, sha-256}
 */
public record SentMessage(Map<String, String> headers, KeptContent body, String mic) {
    public SentMessage {
        headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
    }
}
