package io.lotwire.bench.pipeline;

import io.lotwire.embedded.BrokerAddress;
import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.MessageProducer;
import jakarta.jms.Session;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;

/** What the gateway's broker can do for one sender. */
final class BrokerBaseline {
    private static final String QUEUE = "bench.bare";

    private BrokerBaseline() {}

    /** Sends these bodies to a queue, each in a transaction, while another takes them. */
    static Times sends(BrokerAddress broker, List<byte[]> bodies, int millis) throws Exception {
        try (ActiveMQConnectionFactory factory =
                        new ActiveMQConnectionFactory(broker.url(), broker.user(), broker.password());
                Connection connection = factory.createConnection();
                Connection other = factory.createConnection()) {
            take(other);
            Session session = connection.createSession(true, Session.SESSION_TRANSACTED);
            MessageProducer producer = session.createProducer(session.createQueue(QUEUE));
            List<String> texts = bodies.stream()
                    .map(body -> new String(body, StandardCharsets.UTF_8))
                    .toList();
            return Repeated.during(millis, number -> {
                producer.send(session.createTextMessage(texts.get(number % texts.size())));
                session.commit();
            });
        }
    }

    private static void take(Connection connection) throws JMSException {
        Session session = connection.createSession(false, Session.DUPS_OK_ACKNOWLEDGE);
        session.createConsumer(session.createQueue(QUEUE)).setMessageListener(message -> {
            // What was delivered is forgotten, as the subscriber of the gateway forgets it.
        });
        connection.start();
    }
}
