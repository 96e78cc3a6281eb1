package io.lotwire.as2.http;

import io.lotwire.as2.bytes.Content;
import java.net.MalformedURLException;
import java.net.URI;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What is asked of a server.
 *
 * @param method POST or HEAD
 * @param to an http or https address with a host
 * @param headers beside those that HTTP itself needs
 * @param body has no bytes where there is none
 */
public record Request(String method, URI to, Map<String, String> headers, Content body) {
    /** Keeps the headers in their order. */
    public Request {
        headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
    }

    /** @throws MalformedURLException when the address is none that something can be sent to */
    void check() throws MalformedURLException {
        String scheme = to.getScheme();
        if (!"http".equalsIgnoreCase(scheme) && !"https".equalsIgnoreCase(scheme)) {
            throw new MalformedURLException("the address must begin with http:// or https://");
        }
        if (to.getHost() == null) {
            throw new MalformedURLException("the address names no host");
        }
    }
}
