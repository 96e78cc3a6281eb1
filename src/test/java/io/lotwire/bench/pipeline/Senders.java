package io.lotwire.bench.pipeline;

import io.lotwire.as2.As2Sender;
import io.lotwire.as2.OutgoingMessage;
import io.lotwire.as2.OutgoingPayload;
import io.lotwire.as2.QuickSender.Answered;
import io.lotwire.as2.Sent;
import io.lotwire.as2.agreement.As2Agreement;
import io.lotwire.as2.bytes.Content;
import io.lotwire.as2.http.HttpSender;
import io.lotwire.as2.keys.As2Exception;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
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
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntToLongFunction;

/** Sends messages: made beforehand, each MDN checked when the clock has stopped. */
final class Senders {
    private final As2Sender maker = new As2Sender(HttpSender.standard(), Duration.ofMinutes(1), Clock.systemUTC());
    private final Path folder;
    private final URI to;

    /**
     * @param folder for messages
     * @param to where they are taken
     */
    Senders(Path folder, URI to) {
        this.folder = folder;
        this.to = to;
    }

    /** The same, to another server. */
    Senders to(URI other) {
        return new Senders(folder, other);
    }

    /** A file of the folder, for a document that is to become a message. */
    Path newFile() throws IOException {
        return Files.createTempFile(folder, "file", "");
    }

    /** A message with a farm's document, not sent yet; a file stays where it is, and is read when it is sent. */
    OutgoingMessage message(Farm farm, Content document) throws IOException, As2Exception {
        return message(Agreements.of(farm), document, "application/edi-x12");
    }

    /** A message by an agreement, not sent yet. */
    OutgoingMessage message(As2Agreement agreement, Content document, String contentType)
            throws IOException, As2Exception {
        return maker.build(agreement, List.of(new OutgoingPayload(document, contentType, "bench.txt")), folder);
    }

    /** Sends messages of a farm by so many senders, each as fast as it is answered; returns when all are. */
    Times send(Farm farm, List<OutgoingMessage> messages, int senders) throws Exception {
        return send(Agreements.of(farm), messages, senders);
    }

    /** Sends messages by an agreement by so many senders, each as fast as it is answered; returns when all are. */
    Times send(As2Agreement agreement, List<OutgoingMessage> messages, int senders) throws Exception {
        return send(agreement, messages, senders, number -> System.nanoTime());
    }

    /**
     * Sends messages of a farm when they are due, whether the ones before are answered or not, as long as a sender is
     * free. The time of each counts from the moment it was due: one that had to wait for a sender has that in it.
     *
     * @param due when each is due, in the nanoseconds of the system's clock
     */
    Times sendWhenDue(Farm farm, List<OutgoingMessage> messages, int senders, IntToLongFunction due) throws Exception {
        return send(Agreements.of(farm), messages, senders, due);
    }

    private Times send(As2Agreement agreement, List<OutgoingMessage> messages, int senders, IntToLongFunction due)
            throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(senders);
        try {
            AtomicInteger next = new AtomicInteger();
            List<Callable<List<Timed>>> work = new ArrayList<>();
            for (int i = 0; i < senders; i++) {
                work.add(() -> sent(messages, next, due));
            }
            long start = System.nanoTime();
            List<Future<List<Timed>>> all = threads.invokeAll(work);
            double seconds = (System.nanoTime() - start) / 1e9;
            List<Double> millis = new ArrayList<>();
            for (Future<List<Timed>> some : all) {
                for (Timed timed : got(some)) {
                    check(timed.answered().judged(agreement));
                    millis.add(timed.millis());
                }
            }
            return new Times(seconds, millis);
        } finally {
            threads.shutdownNow();
        }
    }

    private record Timed(Answered answered, double millis) {}

    private List<Timed> sent(List<OutgoingMessage> messages, AtomicInteger next, IntToLongFunction due)
            throws IOException {
        List<Timed> sent = new ArrayList<>();
        try (KeptConnection connection = new KeptConnection(to)) {
            for (int number = next.getAndIncrement(); number < messages.size(); number = next.getAndIncrement()) {
                long start = due.applyAsLong(number);
                for (long early = start - System.nanoTime(); early > 0; early = start - System.nanoTime()) {
                    LockSupport.parkNanos(early);
                }
                Answered answered = connection.post(messages.get(number));
                sent.add(new Timed(answered, (System.nanoTime() - start) / 1e6));
            }
        }
        return sent;
    }

    private static void check(Sent sent) throws IOException {
        if (!(sent instanceof Sent.Confirmed)) {
            throw new IOException("not confirmed: " + sent);
        }
    }

    private static List<Timed> got(Future<List<Timed>> timed) throws IOException, InterruptedException {
        try {
            return timed.get();
        } catch (ExecutionException failed) {
            throw new IOException(failed.getCause());
        }
    }
}
