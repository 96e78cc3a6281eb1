package io.lotwire.wire.as2;

import io.lotwire.as2.As2Receiver;
import io.lotwire.as2.HttpAnswer;
import io.lotwire.as2.Received;
import io.lotwire.as2.ReceivedPayload;
import io.lotwire.as2.agreement.As2Ids;
import io.lotwire.as2.bytes.Octets;
import io.lotwire.as2.mdn.AsyncMdn;
import io.lotwire.as2.refusal.Refusal;
import io.lotwire.ledger.Archive;
import io.lotwire.ledger.Arrival;
import io.lotwire.ledger.KeptContent;
import io.lotwire.ledger.Ledger;
import io.lotwire.ledger.LedgerTransaction;
import io.lotwire.ledger.Outbox;
import io.lotwire.ledger.Receipt;
import io.lotwire.ledger.Reply;
import io.lotwire.partner.Profile;
import io.lotwire.wire.Arrivals;
import io.lotwire.wire.ExchangeNames;
import io.lotwire.wire.ProfilesInForce;
import io.lotwire.wire.Wakes;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.Handler;
import org.jboss.logging.Logger;

/** Keeps what an AS2 message brings: when it returns, the receipt may say yes; when it throws, nothing was taken. */
@Named("receiveAs2")
@ApplicationScoped
public class As2ReceiveStep {
    private static final Logger LOG = Logger.getLogger(As2ReceiveStep.class);
    private static final int OK = 200;

    /** After a day without its receipt a sender has long sent the message again, and gets it then. */
    private static final Duration RECEIPT_DEADLINE = Duration.ofDays(1);

    private final Ledger ledger;
    private final Archive archive;
    private final ProfilesInForce rules;
    private final As2Receiver as2;
    private final MdnArrival mdns;
    private final Wakes wakes;

    As2ReceiveStep(
            Ledger ledger, Archive archive, ProfilesInForce rules, As2Receiver as2, MdnArrival mdns, Wakes wakes) {
        this.ledger = ledger;
        this.archive = archive;
        this.rules = rules;
        this.as2 = as2;
        this.mdns = mdns;
        this.wakes = wakes;
    }

    /** Takes what the AS2 engine made of a request (a {@link Received}); leaves the {@link HttpAnswer} as the body. */
    @Handler
    public void receive(Exchange exchange) throws IOException {
        Received received = exchange.getMessage().getBody(Received.class);
        if (received instanceof Received.Message message) {
            try {
                exchange.getMessage().setBody(keep(message, exchange));
            } finally {
                discard(message);
            }
            return;
        }
        if (received instanceof Received.Refused refused) {
            LOG.warnf(
                    "AS2 message %s from '%s' to '%s' refused (%s): %s",
                    refused.messageId(),
                    refused.ids().from(),
                    refused.ids().to(),
                    refused.refusal(),
                    refused.sentence());
            tellLater(refused, exchange);
        } else if (received instanceof Received.MdnArrived mdn) {
            mdns.take(mdn);
        }
        exchange.getMessage().setBody(received.answer());
    }

    private void tellLater(Received.Refused refused, Exchange exchange) {
        refused.asyncMdn().ifPresent(mdn -> exchange.getMessage()
                .setHeader(ExchangeNames.REFUSAL, new OutgoingMdn(0, partner(refused.ids()), mdn)));
    }

    private String partner(As2Ids ids) {
        return As2Wire.named(rules.profiles(), ids.from()).map(Profile::name).orElse("");
    }

    private static void discard(Received.Message message) {
        try {
            message.discard();
        } catch (IOException left) {
            LOG.warnf("AS2 message %s was left in the spool: %s", message.messageId(), left.getMessage());
        }
    }

    private HttpAnswer keep(Received.Message message, Exchange exchange) throws IOException {
        String partner = partner(message.ids());
        Reply answer = receipt(message);
        List<Arrival> arrivals = new ArrayList<>();
        for (ReceivedPayload payload : message.payloads()) {
            try (InputStream bytes = payload.content().open()) {
                // A message with several documents (RFC 6362) makes several rows; they share its id.
                String id = message.messageId() + (arrivals.isEmpty() ? "" : " #" + (arrivals.size() + 1));
                arrivals.add(
                        new Arrival(partner, "as2", id, payload.fileName(), archive.keep(bytes), Optional.of(answer)));
            }
        }
        Optional<KeptContent> posted =
                message.asyncMdn().isPresent() ? Optional.of(archive.keep(answer.body())) : Optional.empty();
        Receipt first = arrivals.size() == 1 && posted.isEmpty()
                ? ledger.receive(arrivals.get(0))
                : keepTogether(partner, message, arrivals, posted);
        arrivals.forEach(arrival -> wakes.file(partner, arrival.content()));
        posted.ifPresent(receipt -> wakes.deliveries(List.of(new Outbox.Way(partner, As2Routes.AS2_MDN))));
        Arrivals.say(first, "AS2 message " + message.messageId() + " from " + partner);
        if (first instanceof Receipt.Conflict) {
            Received.Refused declined = as2.decline(message, Refusal.MESSAGE_ID_REUSED);
            tellLater(declined, exchange);
            return declined.answer();
        }
        if (first instanceof Receipt.Repeat repeat
                && repeat.answer().isPresent()
                && message.asyncMdn().isEmpty()) {
            Reply stored = repeat.answer().get();
            return new HttpAnswer(OK, stored.headers(), Octets.of(stored.body()));
        }
        return message.answer();
    }

    /** What the sender is to hear, in the answer or in a message of its own. */
    private static Reply receipt(Received.Message message) {
        Optional<AsyncMdn> later = message.asyncMdn();
        return later.isPresent()
                ? new Reply(later.get().headers(), later.get().body().toByteArray())
                : new Reply(message.answer().headers(), message.answer().body().toByteArray());
    }

    private Receipt keepTogether(
            String partner, Received.Message message, List<Arrival> arrivals, Optional<KeptContent> posted) {
        return ledger.inTransaction(tx -> {
            Receipt outcome = keepAll(tx, arrivals);
            if (posted.isPresent() && !(outcome instanceof Receipt.Conflict)) {
                Instant deadline = tx.now().plus(RECEIPT_DEADLINE);
                String to = message.asyncMdn().orElseThrow().to().toString();
                tx.outbox().addMdn(partner, As2Routes.AS2_MDN, outcome.id(), to, posted.get(), deadline);
            }
            return outcome;
        });
    }

    private static Receipt keepAll(LedgerTransaction tx, List<Arrival> arrivals) {
        List<Receipt> outcomes = new ArrayList<>();
        for (Arrival arrival : arrivals) {
            outcomes.add(tx.inbox().receive(arrival));
        }
        return outcomes.get(0);
    }
}
