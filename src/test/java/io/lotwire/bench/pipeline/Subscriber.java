package io.lotwire.bench.pipeline;

import io.lotwire.embedded.BrokerAddress;
import jakarta.jms.BytesMessage;
import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.Session;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;

/**
 * Takes what the gateway delivers to a queue, counts it, and forgets it. It is there all the time: what piles up in a queue
 * makes the broker write all queues to pages, which takes ten times as long.
 */
final class Subscriber implements AutoCloseable {
    private static final String FILE_NAME = "LotwireFileName";
    private static final Pattern DOCUMENT = Pattern.compile("ASN-(\\d+)");

    private final ActiveMQConnectionFactory factory;
    private final Connection connection;
    private final AtomicInteger taken = new AtomicInteger();
    /** When each document came, in the nanoseconds of the system's clock; null while nobody wants to know. */
    private volatile Map<Integer, Long> watched;
    /** The first failure to look at a message. */
    private volatile Optional<JMSException> failed = Optional.empty();

    private volatile boolean bytes;

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

    private void take(Message message) {
        bytes = message instanceof BytesMessage;
        Map<Integer, Long> watching = watched;
        if (watching != null) {
            try {
                Matcher document = DOCUMENT.matcher(String.valueOf(message.getStringProperty(FILE_NAME)));
                if (document.find()) {
                    watching.put(Integer.valueOf(document.group(1)), System.nanoTime());
                }
            } catch (JMSException e) {
                failed = Optional.of(e);
            }
        }
        taken.incrementAndGet();
    }

    /** How many have come. */
    int count() throws JMSException {
        if (failed.isPresent()) {
            throw failed.get();
        }
        return taken.get();
    }

    /** Whether they come as bytes, and not as text. */
    boolean takesBytes() {
        return bytes;
    }

    /** From now on notes when each document comes, by its number among {@link Notices}; ends what was noted before. */
    Map<Integer, Long> watch() {
        Map<Integer, Long> watching = new ConcurrentHashMap<>();
        watched = watching;
        return watching;
    }

    /** Notes nothing any more. */
    void unwatch() {
        watched = null;
    }

    @Override
    public void close() throws JMSException {
        connection.close();
        factory.close();
    }
}
