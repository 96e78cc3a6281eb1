package io.lotwire.gateway.step;

import jakarta.inject.Singleton;
import jakarta.jms.JMSException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.apache.activemq.artemis.api.core.ActiveMQException;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.api.core.client.ClientSession;
import org.apache.activemq.artemis.jms.client.ActiveMQConnection;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.messaginghub.pooled.jms.JmsPoolConnectionFactory;

/** What the broker's queues hold. */
@Singleton
class BrokerQueues {
    private final JmsPoolConnectionFactory connections;

    BrokerQueues(JmsPoolConnectionFactory connections) {
        this.connections = connections;
    }

    /**
     * How many messages each queue holds: also those that a worker has at the moment, and those that are given again
     * later. A queue that is not there holds none.
     */
    Map<String, Long> messages(Collection<String> queues) throws JMSException, ActiveMQException {
        Map<String, Long> messages = new HashMap<>();
        if (queues.isEmpty()) {
            return messages;
        }
        // The question is Artemis' own: JMS can only browse, and does not see what a worker has fetched ahead.
        ActiveMQConnectionFactory broker = (ActiveMQConnectionFactory) connections.getConnectionFactory();
        try (ActiveMQConnection connection = (ActiveMQConnection) broker.createConnection()) {
            ClientSession session = connection.getInitialSession();
            for (String queue : queues) {
                messages.put(queue, session.queueQuery(SimpleString.of(queue)).getMessageCount());
            }
        }
        return messages;
    }
}
