package io.lotwire.wire.webhook;

import io.lotwire.as2.http.Answer;
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
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import org.apache.camel.Body;
import org.apache.camel.Handler;
import org.jboss.logging.Logger;

/** Posts deliveries to the address of their partner, one after the other; a status 2xx confirms. */
@Named("deliverWebhook")
@ApplicationScoped
public class WebhookDeliverStep {
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
        WebhookSender sender = new WebhookSender(wire, clock);
        for (Outgoing delivery : sending.outgoing()) {
            if (sending.mayTry(delivery.id(), clock.instant())) {
                try {
                    judged(sending, delivery, sender.post(delivery));
                } catch (IOException | TimeoutException failed) {
                    sending.fail(delivery.id(), RootCause.sentence(failed));
                }
                deliveries.settleSome(sending);
            }
        }
    }

    private void judged(Sending sending, Outgoing delivery, Answer answer) {
        Instant now = clock.instant();
        WebhookAnswer meant = WebhookAnswer.of(answer, now);
        if (meant instanceof WebhookAnswer.Taken taken) {
            sending.confirm(
                    delivery.id(),
                    new Confirmation(
                            "webhook taken: HTTP " + taken.status(),
                            Map.of(
                                    "status",
                                    Integer.toString(taken.status()),
                                    "webhook-id",
                                    WebhookSender.id(delivery))));
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
