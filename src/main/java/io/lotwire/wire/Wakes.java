package io.lotwire.wire;

import io.lotwire.ledger.KeptContent;
import io.lotwire.ledger.Outbox;
import io.lotwire.partner.Order;
import io.lotwire.partner.Profile;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.DeliveryMode;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSProducer;
import jakarta.jms.JMSRuntimeException;
import java.time.Duration;
import java.util.Collection;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * Wakes those who have something to do: a message without content to the queue that they wait at, which any gateway of the
 * same broker may take. What is to be done stands in the ledger, so a message that is lost costs time only, until the next
 * sweep; none is kept on disk, and while one of ours waits in a queue, no other follows it. Nobody who asks for a wake
 * waits for the broker.
 */
@Singleton
public class Wakes {
    /** The queue of those who read small files. */
    public static final String SMALL_FILES = "lotwire.files.small";

    /** The queue of those who read large files. */
    public static final String LARGE_FILES = "lotwire.files.large";

    /** The queue of those who read the files of partners one after the other. */
    private static final String FILES_IN_ORDER = "lotwire.files.in-order";

    /** Between a queue and whose message it is. */
    private static final String WHOSE = "?";

    private static final Logger LOG = Logger.getLogger(Wakes.class);

    /** Where nobody listens, messages do not heap up. */
    private static final Duration FORGOTTEN_AFTER = Duration.ofMinutes(1);

    private static final Duration SAID_ONCE = Duration.ofMinutes(1);

    private final ConnectionFactory connections;
    private final ProfilesInForce rules;
    private final Set<String> waiting = ConcurrentHashMap.newKeySet();
    private final BlockingQueue<String> toSend = new LinkedBlockingQueue<>();
    private final Thread sender = new Thread(this::sendAll, "wakes");
    private long saidAt;

    Wakes(ConnectionFactory connections, ProfilesInForce rules) {
        this.connections = connections;
        this.rules = rules;
        sender.setDaemon(true);
        sender.start();
    }

    /** A file of a partner came in. */
    public void file(String partner, KeptContent content) {
        if (inOrder().contains(partner)) {
            send(filesInOrder(partner));
        } else {
            send(content.inRow().isPresent() ? SMALL_FILES : LARGE_FILES);
        }
    }

    /** The partners whose files are worked on one after the other. */
    public Set<String> inOrder() {
        return rules.profiles().partners().stream()
                .filter(partner -> partner.order() == Order.STRICT)
                .map(Profile::name)
                .collect(Collectors.toSet());
    }

    /** The queue of those who read the files of such a partner, with whose files they are. */
    public static String filesInOrder(String partner) {
        return FILES_IN_ORDER + WHOSE + partner;
    }

    /** Deliveries are due to go these ways. */
    public void deliveries(Collection<Outbox.Way> ways) {
        ways.forEach(way -> send(queueOf(way)));
    }

    /** The queue of those who deliver a way. */
    public static String queueOf(Outbox.Way way) {
        return "lotwire.deliver." + way.partner() + "." + way.wire();
    }

    /** Wakes who waits at a queue, unless a message of ours waits there already. */
    public void send(String queue) {
        if (waiting.add(queue)) {
            toSend.add(queue);
        }
    }

    /** The same for what the ledger knows to be waiting, whatever was sent before: that may be lost. */
    public void sendAnyway(String queue) {
        waiting.add(queue);
        toSend.add(queue);
    }

    /** Somebody was woken and looks now: what comes after this is told anew. */
    public void heard(String queue) {
        waiting.remove(queue);
    }

    private void sendAll() {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                sendOne(toSend.take());
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void sendOne(String queue) {
        try (JMSContext context = connections.createContext(JMSContext.AUTO_ACKNOWLEDGE)) {
            int whose = queue.indexOf(WHOSE);
            JMSProducer producer = context.createProducer();
            if (whose > 0) {
                String partner = queue.substring(whose + WHOSE.length());
                // The broker gives the messages of a group to one consumer.
                producer.setProperty("JMSXGroupID", partner).setProperty(ExchangeNames.PARTNER, partner);
            }
            producer.setDeliveryMode(DeliveryMode.NON_PERSISTENT)
                    .setTimeToLive(FORGOTTEN_AFTER.toMillis())
                    .send(context.createQueue(whose > 0 ? queue.substring(0, whose) : queue), context.createMessage());
        } catch (JMSRuntimeException failed) {
            waiting.remove(queue);
            say(failed);
        }
    }

    /** Says in a line that the broker takes no messages, unless it did so a moment ago. */
    private void say(RuntimeException cause) {
        long now = System.nanoTime();
        if (saidAt == 0 || now - saidAt > SAID_ONCE.toNanos()) {
            LOG.warnf(
                    "The broker takes no messages (%s). What is to be done waits in the ledger.",
                    RootCause.sentence(cause));
            saidAt = now;
        }
        LOG.debug("The failed attempt", cause);
    }

    @PreDestroy
    void stop() {
        sender.interrupt();
    }
}
