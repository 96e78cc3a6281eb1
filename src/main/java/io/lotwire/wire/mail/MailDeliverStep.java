package io.lotwire.wire.mail;

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
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.apache.camel.Body;
import org.apache.camel.Handler;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.jboss.logging.Logger;

/** Sends deliveries by mail over one connection; the server's 250 confirms that it has taken one. */
@Named("deliverMail")
@ApplicationScoped
public class MailDeliverStep {
    private static final Logger LOG = Logger.getLogger(MailDeliverStep.class);

    /** A server that looks for viruses may take a while to say that it has taken a message. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** Replies from 500 on are not to be tried again (RFC 5321, 4.2.1). */
    private static final int PERMANENT = 500;

    private final ProfilesInForce rules;
    private final Ledger ledger;
    private final Deliveries deliveries;
    private final Clock clock;

    MailDeliverStep(ProfilesInForce rules, Ledger ledger, Deliveries deliveries, Clock clock) {
        this.rules = rules;
        this.ledger = ledger;
        this.deliveries = deliveries;
        this.clock = clock;
    }

    /** Sends them, one after the other; after one that failed over a new connection. */
    @Handler
    public void send(@Body Sending sending) throws IOException {
        String partner = sending.way().partner();
        MailWire wire = rules.profiles()
                .byName(partner)
                .flatMap(profile -> profile.wire(MailWire.class))
                .orElseThrow(() -> new IOException(partner + " has no mail"));
        MailServer server = new MailServer(wire, PATIENCE, true);
        SMTPTransport connection = null;
        try {
            for (Outgoing delivery : sending.outgoing()) {
                if (sending.mayTry(delivery.id(), clock.instant())) {
                    try {
                        if (connection == null) {
                            connection = server.connect();
                        }
                        sending.confirm(delivery.id(), sent(connection, server, wire, delivery));
                    } catch (MessagingException | IOException failed) {
                        failed(sending, delivery, failed);
                        close(connection);
                        connection = null;
                    }
                    deliveries.settleSome(sending);
                }
            }
        } finally {
            close(connection);
        }
    }

    private Confirmation sent(SMTPTransport connection, MailServer server, MailWire wire, Outgoing delivery)
            throws MessagingException, IOException {
        DocumentMail mail = DocumentMail.of(server.session(), wire, delivery, clock.instant());
        connection.sendMessage(mail, mail.getAllRecipients());
        return new Confirmation(
                "mail taken by the server",
                Map.of("reply", connection.getLastServerResponse().strip(), "message-id", delivery.messageId()));
    }

    private void failed(Sending sending, Outgoing delivery, Exception failed) {
        String sentence = RootCause.sentence(refusal(failed)).strip();
        if (!isPermanent(refusal(failed))) {
            sending.fail(delivery.id(), sentence);
            return;
        }
        String parked =
                "The mail server refuses it: " + sentence + "; correct 'from' or 'to' in the profile, or ask them why.";
        ledger.useTransaction(tx -> tx.attempts().park(delivery.id(), new Cause(CauseCode.REFUSED_BY_PARTNER, parked)));
        sending.settled(delivery.id());
        deliveries.say(
                delivery.id(), delivery.inboxId(), delivery.partner(), Logger.Level.WARN, "is parked: " + parked);
    }

    /** What of a failure says what the server answered; the failure itself where nothing does. */
    private static Exception refusal(Exception failed) {
        Exception each = failed;
        while (each instanceof MessagingException messaging && messaging.getNextException() != null) {
            if (isPermanent(each)) {
                return each;
            }
            each = messaging.getNextException();
        }
        return each;
    }

    private static boolean isPermanent(Exception failed) {
        return (failed instanceof SMTPAddressFailedException address && address.getReturnCode() >= PERMANENT)
                || (failed instanceof SMTPSendFailedException sent && sent.getReturnCode() >= PERMANENT);
    }

    private static void close(SMTPTransport connection) {
        if (connection != null) {
            try {
                connection.close();
            } catch (MessagingException broken) {
                LOG.debug("The connection was broken already", broken);
            }
        }
    }
}
