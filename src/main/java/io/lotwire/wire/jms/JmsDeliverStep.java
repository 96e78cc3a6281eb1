package io.lotwire.wire.jms;

import io.lotwire.ledger.Confirmation;
import io.lotwire.wire.Outgoing;
import io.lotwire.wire.Sending;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.Destination;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.JMSProducer;
import jakarta.jms.JMSRuntimeException;
import jakarta.jms.TextMessage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.camel.Body;
import org.jboss.logging.Logger;

/** Puts deliveries on a queue or topic of the broker, which drops a message id that it has seen before. */
@Named("deliverJms")
@ApplicationScoped
public class JmsDeliverStep {
    private static final Logger LOG = Logger.getLogger(JmsDeliverStep.class);

    /** By this Artemis tells a message that it has. */
    private static final String ONCE = "_AMQ_DUPL_ID";

    private static final Confirmation COMMITTED = new Confirmation("message committed by the broker", Map.of());

    private final ConnectionFactory connections;
    private final Clock clock;

    JmsDeliverStep(ConnectionFactory connections, Clock clock) {
        this.connections = connections;
        this.clock = clock;
    }

    /**
     * Sends deliveries in one transaction, and confirms them when the broker has it on disk.
     *
     * @param kind {@code queue} or {@code topic}
     * @param name its name
     */
    public void send(@Body Sending sending, String kind, String name) throws IOException, JMSException {
        List<Outgoing> due = sending.outgoing().stream()
                .filter(delivery -> sending.mayTry(delivery.id(), clock.instant()))
                .toList();
        try {
            sendTogether(due, kind, name);
        } catch (JMSException | JMSRuntimeException refused) {
            // The broker refuses the whole of a transaction in which it finds a message that it has.
            LOG.debug("They are sent one by one", refused);
            for (Outgoing delivery : due) {
                sendAlone(delivery, kind, name);
            }
        }
        due.forEach(delivery -> sending.confirm(delivery.id(), COMMITTED));
    }

    private void sendTogether(List<Outgoing> due, String kind, String name) throws IOException, JMSException {
        try (JMSContext context = connections.createContext(JMSContext.SESSION_TRANSACTED)) {
            Destination to = destination(context, kind, name);
            List<TextMessage> messages = new ArrayList<>();
            for (Outgoing delivery : due) {
                messages.add(message(context, delivery));
            }
            JMSProducer producer = context.createProducer();
            messages.forEach(message -> producer.send(to, message));
            context.commit();
        }
    }

    private void sendAlone(Outgoing delivery, String kind, String name) throws IOException, JMSException {
        try (JMSContext context = connections.createContext(JMSContext.AUTO_ACKNOWLEDGE)) {
            context.createProducer().send(destination(context, kind, name), message(context, delivery));
        }
    }

    private static Destination destination(JMSContext context, String kind, String name) {
        return kind.equals(JmsWire.Kind.TOPIC.word()) ? context.createTopic(name) : context.createQueue(name);
    }

    private static TextMessage message(JMSContext context, Outgoing delivery) throws IOException, JMSException {
        TextMessage message = context.createTextMessage(text(delivery));
        message.setStringProperty(ONCE, delivery.messageId());
        // An acknowledgement bears the id of the message that it answers.
        message.setJMSCorrelationID(delivery.answers());
        message.setJMSType(delivery.format());
        message.setStringProperty("LotwireDocument", delivery.document());
        message.setStringProperty("LotwireContentType", delivery.contentType());
        message.setStringProperty("LotwireFileName", delivery.fileName());
        return message;
    }

    private static String text(Outgoing delivery) throws IOException {
        try (InputStream bytes = delivery.open()) {
            return new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
