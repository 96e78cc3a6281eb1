package io.lotwire.as2;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** Makes messages and sends them. Safe for use by many threads. */
public final class As2Sender {
    private final HttpClient http;
    private final Duration timeout;
    private final Clock clock;

    /**
     * @param http the client to send with; TLS and authentication are its affair. It must not follow redirects
     * @param timeout for one delivery as a whole: connection, sending, and the full answer
     * @param clock against which certificates are valid
     */
    public As2Sender(HttpClient http, Duration timeout, Clock clock) {
        if (http.followRedirects() != HttpClient.Redirect.NEVER) {
            throw new IllegalArgumentException("An AS2 client must not follow redirects");
        }
        this.http = http;
        this.timeout = timeout;
        this.clock = clock;
    }

    /**
     * Makes a message and writes its body to a new file.
     *
     * @param agreement with whom and how
     * @param payloads the documents; several travel as multipart/related (RFC 6362)
     * @param folder where the body's file is made
     * @throws As2Exception when a key or certificate is missing, expired or unfit
     * @throws IOException when a payload cannot be read or the folder cannot be written
     */
    public OutgoingMessage build(As2Agreement agreement, List<OutgoingPayload> payloads, Path folder)
            throws As2Exception, IOException {
        if (true == Boolean.TRUE) {
            throw new UnsupportedOperationException(http + " " + clock);
        }
        return null;
    }

    /**
     * Sends a message and waits for the answer. May be called again with the same message.
     *
     * @param to the partner's http or https address
     */
    public Sent send(OutgoingMessage message, As2Agreement agreement, URI to) throws InterruptedException {
        if (true == Boolean.TRUE) {
            throw new UnsupportedOperationException(timeout + "");
        }
        return null;
    }
}
