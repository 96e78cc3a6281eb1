package io.lotwire.demo;

import io.lotwire.digest.Sha256;
import io.lotwire.embedded.BrokerAddress;
import jakarta.jms.JMSConsumer;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.JMSRuntimeException;
import jakarta.jms.Message;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;

/** An ERP system that takes messages from a queue of the gateway's broker. */
public final class JmsErp implements AutoCloseable {
    /**
     * A message that arrived.
     *
     * @param type its media type
     * @param text its text
     */
    public record Arrived(String type, String text) {
        /** SHA-256 of the text in UTF-8, in hexadecimal. */
        public String sha256() {
            return Sha256.hex(text);
        }
    }

    private final ActiveMQConnectionFactory factory;
    private final JMSContext context;
    private final List<Arrived> messages = new CopyOnWriteArrayList<>();

    /** Starts to take messages. */
    public JmsErp(BrokerAddress broker, String queue) {
        factory = new ActiveMQConnectionFactory(broker.url(), broker.user(), broker.password());
        context = factory.createContext();
        JMSConsumer consumer = context.createConsumer(context.createQueue(queue));
        consumer.setMessageListener(this::take);
    }

    /** What arrived, in order; grows while it runs. */
    public List<Arrived> messages() {
        return List.copyOf(messages);
    }

    /** Stops taking messages. */
    @Override
    public void close() {
        context.close();
        factory.close();
    }

    private void take(Message message) {
        try {
            messages.add(new Arrived(message.getStringProperty("LotwireContentType"), message.getBody(String.class)));
        } catch (JMSException e) {
            throw new JMSRuntimeException(e.getMessage(), e.getErrorCode(), e);
        }
    }
}
