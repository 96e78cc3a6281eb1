package io.lotwire.journey;

import static org.awaitility.Awaitility.await;

import io.lotwire.as2.OutgoingMessage;
import io.lotwire.as2.Sent;
import io.lotwire.demo.DemoDocuments;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * Several threads of the farm: each posts ship notices as fast as they are answered, and one that is not confirmed once
 * more under the same Message-ID.
 */
final class NoticeSenders implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration BEFORE_IT_IS_SENT_AGAIN = Duration.ofMillis(100);

    private final Partners partners;
    private final Supplier<URI> to;
    private final ExecutorService threads;
    private final List<Future<?>> senders = new ArrayList<>();
    private final AtomicInteger numbers = new AtomicInteger();
    private final Map<String, DemoDocuments> confirmed = new ConcurrentHashMap<>();
    private final Queue<Sent> unconfirmed = new ConcurrentLinkedQueue<>();
    private volatile boolean ending;

    private NoticeSenders(Partners partners, int senders, Supplier<URI> to) {
        this.partners = partners;
        this.to = to;
        this.threads = Executors.newFixedThreadPool(senders);
    }

    /**
     * Starts so many.
     *
     * @param to where the gateway takes messages; asked before each is sent
     */
    static NoticeSenders start(Partners partners, int senders, Supplier<URI> to) {
        NoticeSenders started = new NoticeSenders(partners, senders, to);
        for (int i = 0; i < senders; i++) {
            started.senders.add(started.threads.submit(() -> {
                while (!started.ending) {
                    started.sendOne();
                }
                return null;
            }));
        }
        return started;
    }

    /** Waits until so many more are confirmed. */
    void awaitConfirmed(int more) {
        int enough = confirmed.size() + more;
        await(more + " more are confirmed").atMost(PATIENCE).until(() -> confirmed.size() >= enough);
    }

    /** The answers that were no receipt, in order. */
    List<Sent> unconfirmed() {
        return List.copyOf(unconfirmed);
    }

    /** Whether an answer asks to send it again later. */
    static boolean isLater(Sent answer) {
        return answer instanceof Sent.NotConfirmed not && not.sentence().contains("HTTP 503");
    }

    /** No more are begun; waits until those under way are confirmed. All that were: by their Message-ID. */
    Map<String, DemoDocuments> end() throws Exception {
        ending = true;
        for (Future<?> sender : senders) {
            sender.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        }
        return Map.copyOf(confirmed);
    }

    @Override
    public void close() {
        ending = true;
        threads.shutdownNow();
    }

    private void sendOne() throws Exception {
        DemoDocuments documents = Partners.documents(numbers.incrementAndGet());
        OutgoingMessage message = partners.message(partners.farm(), documents.shipNotice());
        await("notice " + documents.run() + " is confirmed")
                .pollDelay(Duration.ZERO)
                .pollInterval(BEFORE_IT_IS_SENT_AGAIN)
                .atMost(PATIENCE)
                .until(() -> isConfirmed(message));
        confirmed.put(message.messageId(), documents);
    }

    private boolean isConfirmed(OutgoingMessage message) throws InterruptedException {
        Sent sent = partners.farm().send(message, to.get());
        if (sent instanceof Sent.Confirmed) {
            return true;
        }
        unconfirmed.add(sent);
        return false;
    }
}
