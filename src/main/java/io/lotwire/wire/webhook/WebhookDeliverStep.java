package io.lotwire.wire.webhook;

import io.lotwire.as2.bytes.Octets;
import io.lotwire.as2.http.Answer;
import io.lotwire.as2.http.HttpSender;
import io.lotwire.as2.http.Request;
import io.lotwire.digest.Sha256;
import io.lotwire.ledger.Cause;
import io.lotwire.ledger.CauseCode;
import io.lotwire.ledger.Confirmation;
import io.lotwire.ledger.Ledger;
import io.lotwire.wire.Deliveries;
import io.lotwire.wire.Outgoing;
import io.lotwire.wire.ProfilesInForce;
import io.lotwire.wire.RootCause;
import io.lotwire.wire.Sending;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.InputStream;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLContext;
import org.apache.camel.Body;
import org.apache.camel.Handler;
import org.jboss.logging.Logger;

/** Posts deliveries to the address of their partner, one after the other; a status 2xx confirms. */
@Named("deliverWebhook")
@ApplicationScoped
public class WebhookDeliverStep {
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);

    /** Digits of a SHA-256 that tell a message from all others. */
    private static final int ID_DIGITS = 32;

    private final ProfilesInForce rules;
    private final Ledger ledger;
    private final Deliveries deliveries;
    private final Clock clock;

    WebhookDeliverStep(ProfilesInForce rules, Ledger ledger, Deliveries deliveries, Clock clock) {
        this.rules = rules;
        this.ledger = ledger;
        this.deliveries = deliveries;
        this.clock = clock;
    }

    /** Posts them; what the server asks to be spared for a while is given back. */
    @Handler
    public void post(@Body Sending sending) throws IOException, InterruptedException {
        String partner = sending.way().partner();
        WebhookWire wire = rules.profiles()
                .byName(partner)
                .flatMap(profile -> profile.wire(WebhookWire.class))
                .orElseThrow(() -> new IOException(partner + " has no webhook"));
        HttpSender sender = new HttpSender(tls(), CONNECT_TIMEOUT, wire.reachable());
        List<byte[]> keys = WebhookKeys.of(wire.secret());
        for (Outgoing delivery : sending.outgoing()) {
            if (sending.mayTry(delivery.id(), clock.instant())) {
                try {
                    judged(sending, delivery, posted(sender, wire, keys, delivery));
                } catch (IOException | TimeoutException failed) {
                    sending.fail(delivery.id(), RootCause.sentence(failed));
                }
                deliveries.settleSome(sending);
            }
        }
    }

    private static SSLContext tls() throws IOException {
        try {
            return SSLContext.getDefault();
        } catch (NoSuchAlgorithmException none) {
            throw new IOException("Java has no TLS", none);
        }
    }

    private Answer posted(HttpSender sender, WebhookWire wire, List<byte[]> keys, Outgoing delivery)
            throws IOException, TimeoutException, InterruptedException {
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

    private void judged(Sending sending, Outgoing delivery, Answer answer) {
        Instant now = clock.instant();
        WebhookAnswer meant = WebhookAnswer.of(answer, now);
        if (meant instanceof WebhookAnswer.Taken taken) {
            sending.confirm(
                    delivery.id(),
                    new Confirmation(
                            "webhook taken: HTTP " + taken.status(),
                            Map.of("status", Integer.toString(taken.status()), "webhook-id", id(delivery))));
        } else if (meant instanceof WebhookAnswer.NeverTaken never) {
            CauseCode code = never.moved() ? CauseCode.ADDRESS_MOVED : CauseCode.ADDRESS_GONE;
            ledger.useTransaction(tx -> tx.attempts().park(delivery.id(), new Cause(code, never.sentence())));
            sending.settled(delivery.id());
            deliveries.say(
                    delivery.id(),
                    delivery.inboxId(),
                    delivery.partner(),
                    Logger.Level.WARN,
                    "is parked: " + never.sentence());
        } else if (meant instanceof WebhookAnswer.NotTaken not) {
            sending.fail(delivery.id(), not.sentence());
            not.before().ifPresent(sending::rest);
        }
    }
}
