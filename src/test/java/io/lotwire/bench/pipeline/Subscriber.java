package io.lotwire.bench.pipeline;

import io.lotwire.embedded.BrokerAddress;
import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.Session;
import jakarta.jms.TextMessage;
import java.util.ArrayList;
import java.util.List;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;

/** Takes what the gateway delivers to a queue, and notes when. */
final class Subscriber implements AutoCloseable {
    /** One that came. */
    record Taken(long nanoTime, String body) {}

    private final ActiveMQConnectionFactory factory;
    private final Connection connection;
    private final List<Taken> taken = new ArrayList<>();

    private Subscriber(ActiveMQConnectionFactory factory, Connection connection) {
        this.factory = factory;
        this.connection = connection;
    }

    static Subscriber of(BrokerAddress broker, Subscription subscription) throws JMSException {
        ActiveMQConnectionFactory factory =
                new ActiveMQConnectionFactory(broker.url(), broker.user(), broker.password());
        Subscriber subscriber = new Subscriber(factory, factory.createConnection());
        Session session = subscriber.connection.createSession(false, Session.DUPS_OK_ACKNOWLEDGE);
        session.createConsumer(session.createQueue(subscription.queue())).setMessageListener(subscriber::take);
        subscriber.connection.start();
        return subscriber;
    }

    private synchronized void take(Message message) {
        try {
            taken.add(new Taken(System.nanoTime(), ((TextMessage) message).getText()));
        } catch (JMSException broken) {
            throw new IllegalStateException(broken);
        }
    }

    /** How many have come. */
    synchronized int count() {
        return taken.size();
    }

    /** All that came after the first ones, in order. */
    synchronized List<Taken> after(int first) {
        return List.copyOf(taken.subList(first, taken.size()));
    }

    @Override
    public void close() throws JMSException {
        connection.close();
        factory.close();
    }
}
