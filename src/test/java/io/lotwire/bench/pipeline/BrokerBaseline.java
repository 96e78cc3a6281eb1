package io.lotwire.bench.pipeline;

import io.lotwire.embedded.BrokerAddress;
import jakarta.jms.BytesMessage;
import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageProducer;
import jakarta.jms.Session;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;

/** What the gateway's broker takes from one sender. */
final class BrokerBaseline {
    /** Messages of a transaction: more make it no faster. */
    static final int BATCH = 100;

    private static final String QUEUE = "bench.bare";

    /** With the usual 64 KB the sender waits for the broker's leave after every second or third message. */
    private static final String WINDOW = "?producerWindowSize=10485760";

    private BrokerBaseline() {}

    /**
     * Sends these bodies to a queue, many in a transaction, while another takes them.
     *
     * @param asBytes whether they travel as bytes; else as text, which takes two bytes a character
     * @return how long each transaction took
     */
    static Times batches(BrokerAddress broker, List<byte[]> bodies, boolean asBytes, int millis) throws Exception {
        try (ActiveMQConnectionFactory factory =
                        new ActiveMQConnectionFactory(broker.url() + WINDOW, broker.user(), broker.password());
                Connection connection = factory.createConnection();
                Connection other = factory.createConnection()) {
            take(other);
            Session session = connection.createSession(true, Session.SESSION_TRANSACTED);
            MessageProducer producer = session.createProducer(session.createQueue(QUEUE));
            return Repeated.during(millis, number -> {
                for (int i = 0; i < BATCH; i++) {
                    producer.send(message(session, bodies.get((number * BATCH + i) % bodies.size()), asBytes));
                }
                session.commit();
            });
        }
    }

    private static Message message(Session session, byte[] body, boolean asBytes) throws JMSException {
        if (!asBytes) {
            return session.createTextMessage(new String(body, StandardCharsets.UTF_8));
        }
        BytesMessage message = session.createBytesMessage();
        message.writeBytes(body);
        return message;
    }

    private static void take(Connection connection) throws JMSException {
        Session session = connection.createSession(false, Session.DUPS_OK_ACKNOWLEDGE);
        session.createConsumer(session.createQueue(QUEUE)).setMessageListener(message -> {
            // What was delivered is forgotten, as the subscriber of the gateway forgets it.
        });
        connection.start();
    }
}
