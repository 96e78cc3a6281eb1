package io.lotwire.wire.webhook;

import io.lotwire.as2.bytes.Octets;
import io.lotwire.as2.http.Answer;
import io.lotwire.as2.http.HttpSender;
import io.lotwire.as2.http.Request;
import io.lotwire.digest.Sha256;
import io.lotwire.wire.Outgoing;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;

/** Posts documents to the server of a webhook, each signed. */
final class WebhookSender {
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);

    /** Digits of a SHA-256 that tell a message from all others. */
    private static final int ID_DIGITS = 32;

    private final WebhookWire wire;
    private final Clock clock;
    private final HttpSender sender;
    private final List<byte[]> keys;

    /** @throws IOException when the secret, or a certificate that the profile names, cannot be read */
    WebhookSender(WebhookWire wire, Clock clock) throws IOException {
        this.wire = wire;
        this.clock = clock;
        this.sender = new HttpSender(wire.serverCertificates().tls(), CONNECT_TIMEOUT, wire.reachable());
        this.keys = WebhookKeys.of(wire.secret());
    }

    /** Posts one, and answers what the server does. */
    Answer post(Outgoing delivery) throws IOException, TimeoutException, InterruptedException {
        byte[] body;
        try (InputStream bytes = delivery.open()) {
            body = bytes.readAllBytes();
        }
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Type", delivery.contentType());
        headers.putAll(WebhookSignature.of(keys, id(delivery), clock.instant(), body));
        return sender.exchange(new Request("POST", wire.url(), headers, Octets.of(body)), wire.deadline())
                .run();
    }

    /** The same each time it is posted, and of no other delivery. */
    static String id(Outgoing delivery) {
        return "msg_" + Sha256.hex(delivery.id() + " " + delivery.messageId()).substring(0, ID_DIGITS);
    }
}
