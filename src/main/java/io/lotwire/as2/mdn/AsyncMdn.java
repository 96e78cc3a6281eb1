package io.lotwire.as2.mdn;

import io.lotwire.as2.bytes.Octets;
import java.net.URI;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An MDN that travels as a request of its own (RFC 4130 section 7.2).
 *
 * @param to where it is POSTed; one of the addresses that the agreement allows
 * @param headers the request's headers, in order
 * @param body the request's body
 */
public record AsyncMdn(URI to, Map<String, String> headers, Octets body) {
    public AsyncMdn {
        headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
    }
}
