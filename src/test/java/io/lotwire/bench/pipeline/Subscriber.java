package io.lotwire.bench.pipeline;

import io.lotwire.embedded.BrokerAddress;
import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.Session;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;

/** Takes what the gateway delivers to a queue, and counts it. */
final class Subscriber implements AutoCloseable {
    private final ActiveMQConnectionFactory factory;
    private final Connection connection;
    private final AtomicInteger taken = new AtomicInteger();

    private Subscriber(ActiveMQConnectionFactory factory, Connection connection) {
        this.factory = factory;
        this.connection = connection;
    }

    static Subscriber of(BrokerAddress broker, Subscription subscription) throws JMSException {
        ActiveMQConnectionFactory factory =
                new ActiveMQConnectionFactory(broker.url(), broker.user(), broker.password());
        Subscriber subscriber = new Subscriber(factory, factory.createConnection());
        Session session = subscriber.connection.createSession(false, Session.DUPS_OK_ACKNOWLEDGE);
        session.createConsumer(session.createQueue(subscription.queue()))
                .setMessageListener(message -> subscriber.taken.incrementAndGet());
        subscriber.connection.start();
        return subscriber;
    }

    /** How many have come. */
    int count() {
        return taken.get();
    }

    @Override
    public void close() throws JMSException {
        connection.close();
        factory.close();
    }
}
