package io.lotwire.as2;

import io.lotwire.as2.bytes.Octets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The answer to an HTTP request, ready to be written (or stored, and written again).
 *
 * @param status the HTTP status
 * @param headers the headers, in order; Content-Length is left to the server. {@code Connection: close} is among them
 *     when the request's body was not read to its end
 * @param body the body
 */
public record HttpAnswer(int status, Map<String, String> headers, Octets body) {
    public HttpAnswer {
        headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
    }

    static HttpAnswer text(int status, String sentence) {
        return new HttpAnswer(
                status, Map.of("Content-Type", "text/plain; charset=utf-8"), Octets.of(sentence + "\r\n"));
    }
}
