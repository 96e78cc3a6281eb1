package io.lotwire.journey;

import io.lotwire.embedded.BrokerAddress;
import jakarta.jms.JMSContext;
import jakarta.jms.Message;
import jakarta.jms.TemporaryQueue;
import java.time.Duration;
import org.apache.activemq.artemis.api.core.management.ResourceNames;
import org.apache.activemq.artemis.api.jms.management.JMSManagementHelper;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.apache.activemq.artemis.jms.client.ActiveMQQueue;

/** What a broker says of itself when it is asked over its management address. */
final class BrokerMessages {
    private static final String MANAGEMENT = "activemq.management";
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private BrokerMessages() {}

    /** How many messages have come into its queues since it started; each question adds one, its own answer. */
    static long added(BrokerAddress broker) throws Exception {
        try (ActiveMQConnectionFactory factory =
                        new ActiveMQConnectionFactory(broker.url(), broker.user(), broker.password());
                JMSContext context = factory.createContext()) {
            TemporaryQueue answers = context.createTemporaryQueue();
            Message question = context.createMessage();
            JMSManagementHelper.putAttribute(question, ResourceNames.BROKER, "totalMessagesAdded");
            question.setJMSReplyTo(answers);
            context.createProducer().send(new ActiveMQQueue(MANAGEMENT), question);
            Message answer = context.createConsumer(answers).receive(PATIENCE.toMillis());
            return ((Number) JMSManagementHelper.getResult(answer)).longValue();
        }
    }
}
