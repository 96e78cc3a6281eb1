package io.lotwire.gateway;

import io.lotwire.as2.As2Receiver;
import io.lotwire.as2.HttpAnswer;
import io.lotwire.as2.Received;
import io.lotwire.as2.ReceivedPayload;
import io.lotwire.as2.agreement.As2Ids;
import io.lotwire.as2.bytes.Octets;
import io.lotwire.as2.mdn.AsyncMdn;
import io.lotwire.as2.refusal.Refusal;
import io.lotwire.ledger.Archive;
import io.lotwire.ledger.ArchivedContent;
import io.lotwire.ledger.Arrival;
import io.lotwire.ledger.Cause;
import io.lotwire.ledger.CauseCode;
import io.lotwire.ledger.Ledger;
import io.lotwire.ledger.LedgerTransaction;
import io.lotwire.ledger.Receipt;
import io.lotwire.ledger.Reply;
import io.lotwire.partner.Profile;
import io.lotwire.wire.as2.As2Wire;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.InvalidPayloadException;
import org.apache.camel.component.jms.JmsMessage;
import org.jboss.logging.Logger;

/**
 * Keeps what a wire hands over: the bytes in the archive, the row in the inbox. When it returns, the partner may hear
 * yes; when it throws, nothing was taken. A repeat finds its row and makes none.
 */
@Named("receive")
@ApplicationScoped
public class ReceiveStep {
    private static final Logger LOG = Logger.getLogger(ReceiveStep.class);
    private static final int OK = 200;

    /** After a day without its receipt a sender has long sent the message again, and gets it then. */
    private static final Duration RECEIPT_DEADLINE = Duration.ofDays(1);

    private final Ledger ledger;
    private final Archive archive;
    private final RulesInForce rules;
    private final As2Receiver as2;
    private final MdnArrival mdns;

    ReceiveStep(Ledger ledger, Archive archive, RulesInForce rules, As2Receiver as2, MdnArrival mdns) {
        this.ledger = ledger;
        this.archive = archive;
        this.rules = rules;
        this.as2 = as2;
        this.mdns = mdns;
    }

    /** Takes what the AS2 engine made of a request (a {@link Received}); leaves the {@link HttpAnswer} as the body. */
    public void fromAs2(Exchange exchange) throws IOException {
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

    /** Takes a whole file (the body, as a stream) that was fetched from the server of the partner in the header. */
    public void fromSftp(Exchange exchange) throws IOException {
        String partner = exchange.getMessage().getHeader(ExchangeNames.PARTNER, String.class);
        String fileName = exchange.getMessage().getHeader(Exchange.FILE_NAME_ONLY, String.class);
        String place = exchange.getMessage().getHeader(Exchange.FILE_PATH, String.class);
        long length = exchange.getMessage().getHeader(Exchange.FILE_LENGTH, Long.class);
        Instant putAt = Instant.ofEpochMilli(exchange.getMessage().getHeader(Exchange.FILE_LAST_MODIFIED, Long.class));
        ArchivedContent content;
        try (InputStream bytes = exchange.getMessage().getMandatoryBody(InputStream.class)) {
            content = archive.keep(bytes);
        } catch (InvalidPayloadException noBytes) {
            throw new IOException("The file " + fileName + " could not be read from the server", noBytes);
        }
        if (content.size() != length) {
            throw new IOException("The file " + fileName + " has " + content.size() + " bytes, but its server said "
                    + length + ": it was cut short or is still written");
        }
        keepFile(partner, fileName, content, exchange, (tx, inboxId) -> tx.pickUps()
                .found(inboxId, place, putAt));
    }

    /** Takes a whole file (the body) that the partner in the header has written into their mailbox. */
    public void fromMailbox(Exchange exchange) throws IOException {
        String partner = exchange.getMessage().getHeader(ExchangeNames.PARTNER, String.class);
        String fileName = exchange.getMessage().getHeader(Exchange.FILE_NAME_ONLY, String.class);
        ArchivedContent content;
        try (InputStream bytes = Files.newInputStream(exchange.getMessage().getBody(Path.class))) {
            content = archive.keep(bytes);
        }
        keepFile(partner, fileName, content, exchange, (tx, inboxId) -> true);
    }

    /**
     * Takes a message from a queue or topic of the partner in the header. One that can never be read is kept and parked:
     * it does not come again, and nothing behind it waits.
     */
    public void fromJms(Exchange exchange) throws IOException, JMSException {
        String partner = exchange.getMessage().getHeader(ExchangeNames.PARTNER, String.class);
        Message message = exchange.getMessage(JmsMessage.class).getJmsMessage();
        JmsContent content = new JmsContent(message);
        String fileName = Objects.toString(message.getStringProperty("LotwireFileName"), "");
        String messageId = message.getJMSMessageID();
        ArchivedContent kept;
        try (InputStream bytes = content.open()) {
            kept = archive.keep(bytes);
        }
        Arrival arrival = new Arrival(partner, "jms", messageId, fileName, kept, Optional.empty());
        List<Long> made = new ArrayList<>();
        ledger.useTransaction(tx -> {
            Receipt outcome = tx.inbox().receive(arrival);
            say(outcome, "JMS message " + messageId + " from " + partner);
            if (outcome instanceof Receipt.New) {
                content.whyNotReadable()
                        .ifPresentOrElse(why -> park(tx, outcome.id(), why), () -> made.add(outcome.id()));
            }
        });
        exchange.getMessage().setHeader(ExchangeNames.NEW_INBOX_ROWS, made);
    }

    private static void park(LedgerTransaction tx, long inboxId, String why) {
        tx.inbox().park(inboxId, new Cause(CauseCode.NOT_READABLE, why));
        try (InterchangeLog ignored = InterchangeLog.about(inboxId)) {
            LOG.warnf("It is parked: %s", why);
        }
    }

    /** Tells whether the partner has put the file there since it was last taken. */
    @FunctionalInterface
    private interface PutThere {
        boolean since(LedgerTransaction tx, long inboxId);
    }

    private void keepFile(
            String partner, String fileName, ArchivedContent content, Exchange exchange, PutThere putThere) {
        Arrival arrival =
                new Arrival(partner, "sftp", fileName + " " + content.sha256(), fileName, content, Optional.empty());
        List<Long> made = new ArrayList<>();
        ledger.useTransaction(tx -> {
            Receipt outcome = tx.inbox().receive(arrival);
            boolean again = putThere.since(tx, outcome.id());
            if (outcome instanceof Receipt.New) {
                made.add(outcome.id());
            } else if (again) {
                tx.outbox().acknowledgeAgain(outcome.id(), MessageIds::next);
            }
            say(outcome, "File " + fileName + " from " + partner);
        });
        exchange.getMessage().setHeader(ExchangeNames.NEW_INBOX_ROWS, made);
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
        List<Long> made = new ArrayList<>();
        Optional<ArchivedContent> posted =
                message.asyncMdn().isPresent() ? Optional.of(archive.keep(answer.body())) : Optional.empty();
        Receipt first = ledger.inTransaction(tx -> {
            Receipt outcome = keepAll(tx, arrivals, made);
            if (posted.isPresent() && !(outcome instanceof Receipt.Conflict)) {
                Instant deadline = tx.now().plus(RECEIPT_DEADLINE);
                String to = message.asyncMdn().get().to().toString();
                tx.outbox().addMdn(partner, Due.AS2_MDN, outcome.id(), to, posted.get(), deadline);
            }
            return outcome;
        });
        exchange.getMessage().setHeader(ExchangeNames.NEW_INBOX_ROWS, made);
        say(first, "AS2 message " + message.messageId() + " from " + partner);
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

    private static Receipt keepAll(LedgerTransaction tx, List<Arrival> arrivals, List<Long> made) {
        List<Receipt> outcomes = new ArrayList<>();
        for (Arrival arrival : arrivals) {
            Receipt outcome = tx.inbox().receive(arrival);
            outcomes.add(outcome);
            if (outcome instanceof Receipt.New) {
                made.add(outcome.id());
            }
        }
        return outcomes.get(0);
    }

    private static void say(Receipt outcome, String what) {
        try (InterchangeLog ignored = InterchangeLog.about(outcome.id())) {
            LOG.infof("%s kept (%s)", what, kind(outcome));
        }
    }

    private static String kind(Receipt outcome) {
        if (outcome instanceof Receipt.New) {
            return "new";
        }
        return outcome instanceof Receipt.Repeat ? "a repeat" : "its id was used before";
    }
}
