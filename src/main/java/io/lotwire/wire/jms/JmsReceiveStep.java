package io.lotwire.wire.jms;

import io.lotwire.ledger.Archive;
import io.lotwire.ledger.Arrival;
import io.lotwire.ledger.Cause;
import io.lotwire.ledger.CauseCode;
import io.lotwire.ledger.KeptContent;
import io.lotwire.ledger.Ledger;
import io.lotwire.ledger.LedgerTransaction;
import io.lotwire.ledger.Receipt;
import io.lotwire.wire.Arrivals;
import io.lotwire.wire.ExchangeNames;
import io.lotwire.wire.Intake;
import io.lotwire.wire.InterchangeLog;
import io.lotwire.wire.Wakes;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.Handler;
import org.apache.camel.component.jms.JmsMessage;
import org.jboss.logging.Logger;

/** Keeps a message of a queue or topic: when it returns, the broker may forget it; when it throws, nothing was taken. */
@Named("receiveJms")
@ApplicationScoped
public class JmsReceiveStep {
    private static final Logger LOG = Logger.getLogger(JmsReceiveStep.class);

    private final Ledger ledger;
    private final Archive archive;
    private final Wakes wakes;
    private final Intake intake;

    JmsReceiveStep(Ledger ledger, Archive archive, Wakes wakes, Intake intake) {
        this.ledger = ledger;
        this.archive = archive;
        this.wakes = wakes;
        this.intake = intake;
    }

    /**
     * Takes a message from a queue or topic of the partner in the header. One that can never be read is kept and parked:
     * it does not come again, and nothing behind it waits.
     */
    @Handler
    public void receive(Exchange exchange) throws IOException, JMSException {
        intake.require();
        String partner = exchange.getMessage().getHeader(ExchangeNames.PARTNER, String.class);
        Message message = exchange.getMessage(JmsMessage.class).getJmsMessage();
        JmsContent content = new JmsContent(message);
        String fileName = Objects.toString(message.getStringProperty("LotwireFileName"), "");
        String messageId = message.getJMSMessageID();
        KeptContent kept;
        try (InputStream bytes = content.open()) {
            kept = archive.keep(bytes);
        }
        Arrival arrival = new Arrival(partner, "jms", messageId, fileName, kept, Optional.empty());
        ledger.useTransaction(tx -> {
            Receipt outcome = tx.inbox().receive(arrival);
            Arrivals.say(outcome, "JMS message " + messageId + " from " + partner);
            if (outcome instanceof Receipt.New) {
                content.whyNotReadable().ifPresent(why -> park(tx, outcome.id(), why));
            }
        });
        wakes.file(partner, kept);
    }

    private static void park(LedgerTransaction tx, long inboxId, String why) {
        tx.inbox().park(inboxId, new Cause(CauseCode.NOT_READABLE, why));
        try (InterchangeLog ignored = InterchangeLog.about(inboxId)) {
            LOG.warnf("It is parked: %s", why);
        }
    }
}
