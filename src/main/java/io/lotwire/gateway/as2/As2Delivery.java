package io.lotwire.gateway.as2;

import io.lotwire.as2.As2Agreement;
import io.lotwire.as2.As2Exception;
import io.lotwire.as2.As2Sender;
import io.lotwire.as2.NotConfirmedReason;
import io.lotwire.as2.OutgoingMessage;
import io.lotwire.as2.OutgoingPayload;
import io.lotwire.as2.Sent;
import io.lotwire.gateway.Outgoing;
import io.lotwire.gateway.Settings;
import io.lotwire.gateway.SpoolFolder;
import io.lotwire.partner.As2Wire;
import io.lotwire.partner.Profile;
import io.lotwire.partner.Profiles;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.camel.Exchange;

/**
 * Sends a delivery over AS2. A delivery that is sent again travels under the same Message-ID, so that the partner
 * recognises the repeat and answers with the MDN of the first time.
 */
@Singleton
public class As2Delivery {
    private final As2Sender sender;
    private final As2Agreements agreements;
    private final Profiles profiles;
    private final Path spool;

    As2Delivery(As2Sender sender, As2Agreements agreements, Profiles profiles, Settings settings) {
        this.sender = sender;
        this.agreements = agreements;
        this.profiles = profiles;
        this.spool = settings.data().resolve("spool/as2-out");
    }

    /** Sends the body, an {@link Outgoing}; leaves what came of it, a {@link Sent}, as the body. */
    void send(Exchange exchange) throws IOException, InterruptedException {
        Outgoing outgoing = exchange.getMessage().getBody(Outgoing.class);
        Optional<As2Agreement> agreement = agreements.with(outgoing.partner());
        Optional<URI> url =
                profiles.byName(outgoing.partner()).flatMap(Profile::as2).map(As2Wire::url);
        Sent sent = agreement.isPresent() && url.isPresent()
                ? send(outgoing, agreement.get(), url.get())
                : notSent("There is no working AS2 agreement with " + outgoing.partner()
                        + ": run 'lotwire partner check " + outgoing.partner() + "'.");
        exchange.getMessage().setBody(sent);
    }

    private Sent send(Outgoing outgoing, As2Agreement agreement, URI url) throws IOException, InterruptedException {
        Files.createDirectories(spool);
        Path folder = Files.createTempDirectory(spool, "delivery-" + outgoing.id() + "-");
        try {
            OutgoingPayload payload = new OutgoingPayload(outgoing.file(), outgoing.contentType(), outgoing.fileName());
            OutgoingMessage message = sender.build(agreement, List.of(payload), folder, outgoing.messageId());
            return sender.send(message, agreement, url);
        } catch (As2Exception unfit) {
            return notSent(unfit.getMessage());
        } finally {
            SpoolFolder.delete(folder);
        }
    }

    private static Sent notSent(String sentence) {
        return new Sent.NotConfirmed(NotConfirmedReason.CONNECTION_FAILED, sentence, Optional.empty());
    }
}
