package io.lotwire.bench.pipeline;

import io.lotwire.as2.As2Sender;
import io.lotwire.as2.OutgoingMessage;
import io.lotwire.as2.OutgoingPayload;
import io.lotwire.as2.QuickSender;
import io.lotwire.as2.QuickSender.Answered;
import io.lotwire.as2.Sent;
import io.lotwire.as2.agreement.As2Agreement;
import io.lotwire.as2.bytes.Content;
import io.lotwire.as2.keys.As2Exception;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Sends the farms' files: made beforehand, each MDN checked when the clock has stopped. */
final class Senders {
    private static final int PATIENCE_MILLIS = 120_000;
    private static final QuickSender SENDER = new QuickSender(PATIENCE_MILLIS);

    private final As2Sender maker = new As2Sender(HttpClient.newHttpClient(), Duration.ofMinutes(1), Clock.systemUTC());
    private final Path folder;
    private final URI gateway;

    /**
     * @param folder for messages
     * @param gateway where it takes them
     */
    Senders(Path folder, URI gateway) {
        this.folder = folder;
        this.gateway = gateway;
    }

    /** A message with a file of a farm, not sent yet. */
    OutgoingMessage message(Farm farm, byte[] file) throws IOException, As2Exception {
        return message(Agreements.of(farm), file, "application/edi-x12");
    }

    /** A message by an agreement, not sent yet. */
    OutgoingMessage message(As2Agreement agreement, byte[] file, String contentType) throws IOException, As2Exception {
        return maker.build(agreement, List.of(new OutgoingPayload(Content.of(file), contentType, "bench.txt")), folder);
    }

    /** Sends messages of a farm by so many senders at once; returns when all are answered. */
    Times send(Farm farm, List<OutgoingMessage> messages, int senders) throws IOException, InterruptedException {
        ExecutorService threads = Executors.newFixedThreadPool(senders);
        try {
            List<Callable<Timed>> exchanges = new ArrayList<>();
            messages.forEach(message -> exchanges.add(() -> timed(message)));
            long start = System.nanoTime();
            List<Future<Timed>> all = threads.invokeAll(exchanges);
            double seconds = (System.nanoTime() - start) / 1e9;
            List<Double> millis = new ArrayList<>();
            for (Future<Timed> each : all) {
                Timed timed = got(each);
                Sent sent = timed.answered().judged(Agreements.of(farm));
                if (!(sent instanceof Sent.Confirmed)) {
                    throw new IOException("not confirmed: " + sent);
                }
                millis.add(timed.millis());
            }
            return new Times(seconds, millis);
        } finally {
            threads.shutdownNow();
        }
    }

    private record Timed(Answered answered, double millis) {}

    private Timed timed(OutgoingMessage message) throws IOException {
        long start = System.nanoTime();
        Answered answered = SENDER.post(message, gateway);
        return new Timed(answered, (System.nanoTime() - start) / 1e6);
    }

    private static Timed got(Future<Timed> timed) throws IOException, InterruptedException {
        try {
            return timed.get();
        } catch (ExecutionException failed) {
            throw new IOException(failed.getCause());
        }
    }
}
