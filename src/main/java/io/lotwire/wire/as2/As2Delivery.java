package io.lotwire.wire.as2;

import io.lotwire.as2.As2Sender;
import io.lotwire.as2.NotConfirmedReason;
import io.lotwire.as2.OutgoingMessage;
import io.lotwire.as2.OutgoingPayload;
import io.lotwire.as2.Sent;
import io.lotwire.as2.agreement.As2Agreement;
import io.lotwire.as2.bytes.Content;
import io.lotwire.as2.bytes.Octets;
import io.lotwire.as2.keys.As2Exception;
import io.lotwire.as2.mdn.AsyncMdn;
import io.lotwire.as2.protection.Mic;
import io.lotwire.ledger.Archive;
import io.lotwire.ledger.KeptContent;
import io.lotwire.ledger.Ledger;
import io.lotwire.ledger.MdnToPost;
import io.lotwire.ledger.SentMessage;
import io.lotwire.ledger.Taken;
import io.lotwire.wire.DataPath;
import io.lotwire.wire.Outgoing;
import io.lotwire.wire.Sending;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.apache.camel.Exchange;
import org.jboss.logging.Logger;

/**
 * Sends deliveries and receipts over AS2, as many at a time as was agreed. A delivery that is sent again travels under the
 * same Message-ID, so that the partner recognises the repeat and answers with the MDN of the first time. One whose MDN
 * comes later is kept as it travels, and these very bytes are sent again.
 */
@Singleton
public class As2Delivery {
    private static final Logger LOG = Logger.getLogger(As2Delivery.class);

    private final As2Agreements agreements;
    private final As2Outcomes outcomes;
    private final Ledger ledger;
    private final Archive archive;
    private final Clock clock;
    private final Path spool;

    As2Delivery(
            As2Agreements agreements,
            As2Outcomes outcomes,
            Ledger ledger,
            Archive archive,
            Clock clock,
            DataPath data) {
        this.agreements = agreements;
        this.outcomes = outcomes;
        this.ledger = ledger;
        this.archive = archive;
        this.clock = clock;
        this.spool = data.folder().resolve("spool/as2-out");
    }

    /** Sends the body: deliveries ({@link Sending}), or the receipt of a refusal ({@link OutgoingMdn}), which leaves a {@link Sent}. */
    void send(Exchange exchange) throws IOException, InterruptedException {
        Sending sending = exchange.getMessage().getBody(Sending.class);
        if (sending == null) {
            OutgoingMdn refusal = exchange.getMessage().getBody(OutgoingMdn.class);
            exchange.getMessage().setBody(send(refusal));
        } else {
            send(sending);
        }
    }

    private Sent send(OutgoingMdn outgoing) throws InterruptedException {
        Optional<As2Partner> partner = agreements.with(outgoing.partner());
        return partner.isPresent()
                ? partner.get().sender(outgoing.mdn().to()).post(outgoing.mdn())
                : noAgreement(outgoing.partner());
    }

    private void send(Sending sending) throws IOException, InterruptedException {
        Optional<As2Partner> partner = agreements.with(sending.way().partner());
        if (partner.isEmpty()) {
            for (Taken each : sending.taken()) {
                outcomes.of(sending, each, noAgreement(each.partner()));
            }
            return;
        }
        new Flights(partner.get(), sending).all();
    }

    /** What is on its way to one partner. */
    private final class Flights {
        private final As2Partner partner;
        private final As2Agreement agreement;
        private final Sending sending;
        private final Map<Taken, CompletableFuture<Sent>> underWay = new LinkedHashMap<>();

        Flights(As2Partner partner, Sending sending) {
            this.partner = partner;
            this.agreement = partner.agreement(clock.instant());
            this.sending = sending;
        }

        /** When it ends otherwise than by an outcome for each, what is under way is broken off. */
        void all() throws IOException, InterruptedException {
            try {
                startAndLand();
            } finally {
                underWay.values().forEach(each -> each.cancel(true));
            }
        }

        private void startAndLand() throws IOException, InterruptedException {
            Map<Long, Outgoing> outgoing = new LinkedHashMap<>();
            sending.outgoing().forEach(each -> outgoing.put(each.id(), each));
            for (Taken each : sending.taken()) {
                while (underWay.size() >= (sending.isInOrder() ? 1 : partner.atATime())) {
                    landAny();
                }
                if (sending.mayTry(each.id(), clock.instant())) {
                    if (each instanceof MdnToPost mdn) {
                        underWay.put(each, post(mdn));
                    } else if (outgoing.containsKey(each.id())) {
                        underWay.put(each, start(outgoing.get(each.id())));
                    }
                }
            }
            while (!underWay.isEmpty()) {
                landAny();
            }
        }

        private void landAny() throws InterruptedException {
            try {
                CompletableFuture.anyOf(underWay.values().toArray(CompletableFuture[]::new))
                        .get();
            } catch (ExecutionException failed) {
                // It throws again when its outcome is taken.
            }
            for (Taken each : new ArrayList<>(underWay.keySet())) {
                if (underWay.get(each).isDone()) {
                    outcomes.of(sending, each, underWay.remove(each).join());
                }
            }
        }

        private CompletableFuture<Sent> post(MdnToPost mdn) {
            AsyncMdn receipt = new AsyncMdn(
                    URI.create(mdn.address()),
                    mdn.reply().headers(),
                    Octets.of(mdn.reply().body()));
            return partner.sender(receipt.to()).postAsync(receipt);
        }

        private CompletableFuture<Sent> start(Outgoing outgoing) throws IOException {
            As2Sender sender = partner.sender(partner.url());
            Optional<OutgoingMessage> before = outgoing.travelled() ? kept(outgoing.id()) : Optional.empty();
            if (before.isPresent()) {
                return sender.sendAsync(before.get(), agreement, partner.url());
            }
            OutgoingMessage message;
            try {
                message = made(sender, outgoing);
            } catch (As2Exception unfit) {
                return CompletableFuture.completedFuture(notSent(unfit.getMessage()));
            }
            if (message.asyncMdn()) {
                keep(outgoing.id(), message);
            }
            CompletableFuture<Sent> onItsWay = sender.sendAsync(message, agreement, partner.url());
            CompletableFuture<Sent> landed = onItsWay.whenComplete((sent, failed) -> discard(message));
            CompletableFuture<Sent> unusedEnd = landed.whenComplete((sent, cancelled) -> onItsWay.cancel(true));
            return landed;
        }

        private OutgoingMessage made(As2Sender sender, Outgoing outgoing) throws As2Exception, IOException {
            OutgoingPayload payload =
                    new OutgoingPayload(content(outgoing.content()), outgoing.contentType(), outgoing.fileName());
            return sender.build(agreement, List.of(payload), spool, outgoing.messageId());
        }
    }

    private static void discard(OutgoingMessage message) {
        try {
            message.discard();
        } catch (IOException left) {
            LOG.warnf("AS2 message %s was left in the spool: %s", message.messageId(), left.getMessage());
        }
    }

    private Content content(KeptContent kept) throws IOException {
        return kept.inRow().isPresent()
                ? Content.of(kept.inRow().get())
                : Content.of(archive.path(kept.sha256()), kept.size());
    }

    private void keep(long id, OutgoingMessage message) throws IOException {
        try (InputStream body = message.body().open()) {
            SentMessage kept = new SentMessage(
                    message.headers(), archive.keep(body), message.mic().toString());
            ledger.useTransaction(tx -> tx.attempts().keep(id, kept));
        }
    }

    private Optional<OutgoingMessage> kept(long id) throws IOException {
        Optional<SentMessage> kept = ledger.inTransaction(tx -> tx.attempts().kept(id));
        return kept.isEmpty() ? Optional.empty() : stored(kept.get());
    }

    /** A message as it travelled; empty when what was noted of it cannot be read. */
    Optional<OutgoingMessage> stored(SentMessage kept) throws IOException {
        Content body = content(kept.body());
        return Mic.parse(kept.mic()).map(mic -> OutgoingMessage.stored(kept.headers(), body, mic));
    }

    private static Sent noAgreement(String partner) {
        return notSent(
                "There is no working AS2 agreement with " + partner + ": run 'lotwire partner check " + partner + "'.");
    }

    private static Sent notSent(String sentence) {
        return new Sent.NotConfirmed(NotConfirmedReason.CONNECTION_FAILED, sentence, Optional.empty());
    }
}
