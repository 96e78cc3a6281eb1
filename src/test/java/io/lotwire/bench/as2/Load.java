package io.lotwire.bench.as2;

import io.lotwire.as2.AcceptanceRules;
import io.lotwire.as2.As2Agreement;
import io.lotwire.as2.As2Exception;
import io.lotwire.as2.As2Sender;
import io.lotwire.as2.KeyAndCertificate;
import io.lotwire.as2.KeyMaker;
import io.lotwire.as2.NotConfirmedReason;
import io.lotwire.as2.OutgoingMessage;
import io.lotwire.as2.OutgoingPayload;
import io.lotwire.as2.SendingRules;
import io.lotwire.as2.Sent;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** The sender: messages made beforehand, the same ones for every receiver, each MDN checked in full. */
final class Load {
    private static final int THREADS = 4;
    private static final int TRIES = 5;
    private static final Duration DEADLINE = Duration.ofMinutes(2);

    private final KeyAndCertificate farm = key("Farm");
    private final KeyAndCertificate hub = key("HUB");
    private final As2Agreement agreement = new As2Agreement(
            "HUB",
            "Farm",
            List.of(hub),
            List.of(farm.certificate()),
            SendingRules.standard(),
            AcceptanceRules.standard());

    KeyAndCertificate farm() {
        return farm;
    }

    KeyAndCertificate hub() {
        return hub;
    }

    /** As many messages with this file, each with an id of its own: SHA-256, AES-256-CBC, signed MDN in the answer. */
    List<OutgoingMessage> messages(Path file, int count, Path folder) throws IOException, As2Exception {
        List<OutgoingMessage> messages = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            messages.add(sender().build(
                            agreement, List.of(new OutgoingPayload(file, "application/edi-x12", "asn.edi")), folder));
        }
        return messages;
    }

    /** The seconds from the first to the last of these messages. */
    double seconds(List<OutgoingMessage> messages, URI to) throws Exception {
        As2Sender sender = sender();
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Callable<Sent>> exchanges = new ArrayList<>();
            for (OutgoingMessage message : messages) {
                exchanges.add(() -> sent(sender, message, to));
            }
            long start = System.nanoTime();
            List<Future<Sent>> all = threads.invokeAll(exchanges);
            double seconds = (System.nanoTime() - start) / 1e9;
            for (Future<Sent> sent : all) {
                if (!(sent.get() instanceof Sent.Confirmed)) {
                    throw new IOException("not confirmed: " + sent.get());
                }
            }
            return seconds;
        } finally {
            threads.shutdownNow();
        }
    }

    /** A receiver that closes each connection may be met on one that is just closing: that does not count. */
    private Sent sent(As2Sender sender, OutgoingMessage message, URI to) throws InterruptedException {
        Sent sent = sender.send(message, agreement, to);
        for (int i = 1; i < TRIES && closed(sent); i++) {
            sent = sender.send(message, agreement, to);
        }
        return sent;
    }

    private static boolean closed(Sent sent) {
        return sent instanceof Sent.NotConfirmed not && not.reason() == NotConfirmedReason.CONNECTION_FAILED;
    }

    private static As2Sender sender() {
        HttpClient http =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        return new As2Sender(http, DEADLINE, Clock.systemUTC());
    }

    private static KeyAndCertificate key(String name) {
        return KeyMaker.make(name, Instant.now().minus(Duration.ofDays(1)), Duration.ofDays(30));
    }
}
