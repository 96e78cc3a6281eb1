package io.lotwire.bench.as2;

import io.lotwire.as2.As2Sender;
import io.lotwire.as2.OutgoingMessage;
import io.lotwire.as2.OutgoingPayload;
import io.lotwire.as2.QuickSender;
import io.lotwire.as2.QuickSender.Answered;
import io.lotwire.as2.Sent;
import io.lotwire.as2.agreement.AcceptanceRules;
import io.lotwire.as2.agreement.As2Agreement;
import io.lotwire.as2.agreement.SendingRules;
import io.lotwire.as2.bytes.Content;
import io.lotwire.as2.http.HttpSender;
import io.lotwire.as2.keys.As2Exception;
import io.lotwire.as2.keys.KeyAndCertificate;
import io.lotwire.as2.keys.KeyMaker;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** The sender: messages made beforehand, the same ones for every receiver, each MDN checked in full. */
final class Load {
    private static final int THREADS = 4;
    private static final int TRIES = 5;
    private static final QuickSender SENDER = new QuickSender(120_000);

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
                            agreement,
                            List.of(new OutgoingPayload(Content.of(file), "application/edi-x12", "asn.edi")),
                            folder));
        }
        return messages;
    }

    /** The seconds from the first to the last of these messages. The MDNs are checked when the clock has stopped. */
    double seconds(List<OutgoingMessage> messages, URI to) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Callable<Answered>> exchanges = new ArrayList<>();
            for (OutgoingMessage message : messages) {
                exchanges.add(() -> posted(message, to));
            }
            long start = System.nanoTime();
            List<Future<Answered>> all = threads.invokeAll(exchanges);
            double seconds = (System.nanoTime() - start) / 1e9;
            for (Future<Answered> answered : all) {
                Sent sent = got(answered).judged(agreement);
                if (!(sent instanceof Sent.Confirmed)) {
                    throw new IOException("not confirmed: " + sent);
                }
            }
            return seconds;
        } finally {
            threads.shutdownNow();
        }
    }

    private static Answered got(Future<Answered> answered) throws IOException, InterruptedException {
        try {
            return answered.get();
        } catch (ExecutionException failed) {
            throw new IOException(failed.getCause());
        }
    }

    /** A receiver that closes each connection may be met on one that is just closing: that does not count. */
    private static Answered posted(OutgoingMessage message, URI to) throws IOException {
        for (int i = 1; i < TRIES; i++) {
            try {
                return SENDER.post(message, to);
            } catch (SocketTimeoutException late) {
                throw late;
            } catch (IOException closed) {
                // Once more, on another connection.
            }
        }
        return SENDER.post(message, to);
    }

    private static As2Sender sender() {
        return new As2Sender(HttpSender.standard(), Duration.ofMinutes(1), Clock.systemUTC());
    }

    private static KeyAndCertificate key(String name) {
        return KeyMaker.make(name, Instant.now().minus(Duration.ofDays(1)), Duration.ofDays(30));
    }
}
