package io.lotwire.wire.as2;

import io.lotwire.as2.As2Sender;
import io.lotwire.as2.NotConfirmedReason;
import io.lotwire.as2.OutgoingMessage;
import io.lotwire.as2.OutgoingPayload;
import io.lotwire.as2.Sent;
import io.lotwire.as2.agreement.As2Agreement;
import io.lotwire.as2.bytes.Content;
import io.lotwire.as2.keys.As2Exception;
import io.lotwire.as2.protection.Mic;
import io.lotwire.ledger.Archive;
import io.lotwire.ledger.Ledger;
import io.lotwire.ledger.SentMessage;
import io.lotwire.wire.DataPath;
import io.lotwire.wire.Outgoing;
import io.lotwire.wire.SpoolFolder;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.apache.camel.Exchange;

/**
 * Sends deliveries and receipts over AS2. A delivery that is sent again travels under the same Message-ID, so that the
 * partner recognises the repeat and answers with the MDN of the first time. One whose MDN comes later is kept as it
 * travels, and these very bytes are sent again.
 */
@Singleton
public class As2Delivery {
    private final As2Agreements agreements;
    private final Ledger ledger;
    private final Archive archive;
    private final Clock clock;
    private final Path spool;

    As2Delivery(As2Agreements agreements, Ledger ledger, Archive archive, Clock clock, DataPath data) {
        this.agreements = agreements;
        this.ledger = ledger;
        this.archive = archive;
        this.clock = clock;
        this.spool = data.folder().resolve("spool/as2-out");
    }

    /** Sends the body, {@link Outgoing} or {@link OutgoingMdn}; leaves what came of it, a {@link Sent}, as the body. */
    void send(Exchange exchange) throws IOException, InterruptedException {
        OutgoingMdn mdn = exchange.getMessage().getBody(OutgoingMdn.class);
        Sent sent = mdn == null ? send(exchange.getMessage().getBody(Outgoing.class)) : send(mdn);
        exchange.getMessage().setBody(sent);
    }

    private Sent send(OutgoingMdn outgoing) throws InterruptedException {
        Optional<As2Partner> partner = agreements.with(outgoing.partner());
        return partner.isPresent()
                ? partner.get().sender(outgoing.mdn().to()).post(outgoing.mdn())
                : noAgreement(outgoing.partner());
    }

    private Sent send(Outgoing outgoing) throws IOException, InterruptedException {
        Optional<As2Partner> partner = agreements.with(outgoing.partner());
        if (partner.isEmpty()) {
            return noAgreement(outgoing.partner());
        }
        As2Agreement agreement = partner.get().agreement(clock.instant());
        As2Sender sender = partner.get().sender(partner.get().url());
        Optional<OutgoingMessage> before = kept(outgoing.id());
        if (before.isPresent()) {
            return sender.send(before.get(), agreement, partner.get().url());
        }
        Files.createDirectories(spool);
        Path folder = Files.createTempDirectory(spool, "delivery-" + outgoing.id() + "-");
        try {
            OutgoingPayload payload =
                    new OutgoingPayload(Content.of(outgoing.file()), outgoing.contentType(), outgoing.fileName());
            OutgoingMessage message = sender.build(agreement, List.of(payload), folder, outgoing.messageId());
            if (message.asyncMdn()) {
                keep(outgoing.id(), message);
            }
            return sender.send(message, agreement, partner.get().url());
        } catch (As2Exception unfit) {
            return notSent(unfit.getMessage());
        } finally {
            SpoolFolder.delete(folder);
        }
    }

    private void keep(long id, OutgoingMessage message) throws IOException {
        try (InputStream body = message.body().open()) {
            SentMessage kept = new SentMessage(
                    message.headers(), archive.keep(body), message.mic().toString());
            ledger.useTransaction(tx -> tx.outbox().keep(id, kept));
        }
    }

    private Optional<OutgoingMessage> kept(long id) {
        return ledger.inTransaction(tx -> tx.outbox().kept(id)).flatMap(kept -> Mic.parse(kept.mic())
                .map(mic -> OutgoingMessage.stored(
                        kept.headers(),
                        Content.of(
                                archive.path(kept.body().sha256()), kept.body().size()),
                        mic)));
    }

    private static Sent noAgreement(String partner) {
        return notSent(
                "There is no working AS2 agreement with " + partner + ": run 'lotwire partner check " + partner + "'.");
    }

    private static Sent notSent(String sentence) {
        return new Sent.NotConfirmed(NotConfirmedReason.CONNECTION_FAILED, sentence, Optional.empty());
    }
}
