package io.lotwire.journey;

import io.lotwire.embedded.BrokerAddress;
import jakarta.jms.JMSConsumer;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import java.util.ArrayList;
import java.util.List;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;

/** The ERP's queue, from which nobody takes anything until all is taken at once: no kill falls on who takes. */
final class ErpQueue {
    /** The broker is asked, so a queue that gives nothing for so long is empty. */
    private static final long EMPTY_AFTER_MILLISECONDS = 1_000;

    private ErpQueue() {}

    /** Empties the queue: the texts of its messages, in order. */
    static List<String> takeAll(BrokerAddress broker) throws JMSException {
        try (ActiveMQConnectionFactory factory =
                        new ActiveMQConnectionFactory(broker.url(), broker.user(), broker.password());
                JMSContext context = factory.createContext();
                JMSConsumer consumer = context.createConsumer(context.createQueue("erp.lot-events"))) {
            List<String> texts = new ArrayList<>();
            for (Message message = consumer.receive(EMPTY_AFTER_MILLISECONDS);
                    message != null;
                    message = consumer.receive(EMPTY_AFTER_MILLISECONDS)) {
                texts.add(message.getBody(String.class));
            }
            return texts;
        }
    }
}
