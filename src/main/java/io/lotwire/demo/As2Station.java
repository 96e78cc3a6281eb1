package io.lotwire.demo;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.lotwire.as2.As2Receiver;
import io.lotwire.as2.As2Sender;
import io.lotwire.as2.HttpAnswer;
import io.lotwire.as2.OutgoingMessage;
import io.lotwire.as2.OutgoingPayload;
import io.lotwire.as2.Received;
import io.lotwire.as2.ReceivedPayload;
import io.lotwire.as2.Sent;
import io.lotwire.as2.agreement.As2Agreement;
import io.lotwire.as2.http.HttpSender;
import io.lotwire.as2.keys.As2Exception;
import io.lotwire.as2.refusal.As2Limits;
import io.lotwire.as2.refusal.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;

/**
 * A partner's AS2 server on loopback, with one agreement. It keeps what it receives in a folder and in a list, answers
 * with MDNs, and can send. A Message-ID that comes again gets the MDN of the first time and makes no second delivery.
 */
public final class As2Station implements AutoCloseable {
    private static final Duration DELIVERY_TIMEOUT = Duration.ofSeconds(60);
    private static final int THREADS = 4;

    /**
     * A document that arrived.
     *
     * @param messageId the message it came in
     * @param file its bytes
     * @param contentType its content type
     * @param fileName its name as the sender gave it, {@code ""}: none
     */
    public record Delivery(String messageId, Path file, String contentType, String fileName) {}

    private record Answered(String micOfContent, HttpAnswer answer) {}

    private final As2Agreement agreement;
    private final Path folder;
    private final HttpServer server;
    private final ExecutorService threads;
    private final As2Receiver receiver;
    private final As2Sender sender;
    private final List<Delivery> deliveries = new CopyOnWriteArrayList<>();
    private final List<Received.Refused> refusals = new CopyOnWriteArrayList<>();
    private final Map<String, Answered> answered = new HashMap<>();

    private As2Station(As2Agreement agreement, Path folder, int port, Clock clock) throws IOException {
        this.agreement = agreement;
        this.folder = Files.createDirectories(folder);
        this.receiver = new As2Receiver(folder.resolve("spool"), As2Limits.standard(), clock);
        this.threads = Executors.newFixedThreadPool(THREADS, daemons());
        this.sender = new As2Sender(HttpSender.standard(), DELIVERY_TIMEOUT, clock);
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.createContext("/as2", this::serve);
        server.setExecutor(threads);
    }

    /**
     * Starts a station.
     *
     * @param agreement with the gateway, from the partner's side
     * @param folder where documents and the spool lie
     * @param port the port on loopback, 0: a free one
     */
    public static As2Station start(As2Agreement agreement, Path folder, int port, Clock clock) throws IOException {
        As2Station station = new As2Station(agreement, folder, port, clock);
        station.server.start();
        return station;
    }

    /** The address that takes messages. */
    public URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/as2");
    }

    /** The documents that arrived, in order; grows while the station runs. */
    public List<Delivery> deliveries() {
        return List.copyOf(deliveries);
    }

    /** The messages that were refused, in order. */
    public List<Received.Refused> refusals() {
        return List.copyOf(refusals);
    }

    /** Makes a message and sends it once. */
    public Sent send(OutgoingPayload payload, URI to) throws As2Exception, IOException, InterruptedException {
        return send(prepare(payload), to);
    }

    /** Makes a message without sending it, so that the same one can be sent twice. */
    public OutgoingMessage prepare(OutgoingPayload payload) throws As2Exception, IOException {
        return sender.build(agreement, List.of(payload), folder.resolve("sent"));
    }

    /** The same under a given Message-ID (with its angle brackets), as when a sender uses one twice. */
    public OutgoingMessage prepare(OutgoingPayload payload, String messageId) throws As2Exception, IOException {
        return sender.build(agreement, List.of(payload), folder.resolve("sent"), messageId);
    }

    /** Sends a message, the first time or again. */
    public Sent send(OutgoingMessage message, URI to) throws InterruptedException {
        return sender.send(message, agreement, to);
    }

    /** Stops taking messages. Documents stay in the folder. */
    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (!exchange.getRequestMethod().equals("POST")) {
                exchange.sendResponseHeaders(405, -1);
                return;
            }
            HttpAnswer answer;
            try (InputStream body = exchange.getRequestBody()) {
                answer = answerTo(receiver.receive(exchange.getRequestHeaders(), body, ids -> Optional.of(agreement)));
            }
            answer.headers().forEach(exchange.getResponseHeaders()::set);
            long size = answer.body().size();
            exchange.sendResponseHeaders(answer.status(), size == 0 ? -1 : size);
            try (OutputStream out = exchange.getResponseBody()) {
                answer.body().writeTo(out);
            }
        }
    }

    private HttpAnswer answerTo(Received received) throws IOException {
        if (received instanceof Received.Message message) {
            return keep(message);
        }
        if (received instanceof Received.Refused refused) {
            refusals.add(refused);
        }
        return received.answer();
    }

    private synchronized HttpAnswer keep(Received.Message message) throws IOException {
        Answered earlier = answered.get(message.messageId());
        if (earlier != null) {
            message.discard();
            return earlier.micOfContent().equals(message.mic().toString())
                    ? earlier.answer()
                    : receiver.decline(message, Refusal.MESSAGE_ID_REUSED).answer();
        }
        List<Delivery> arrived = new ArrayList<>();
        for (ReceivedPayload payload : message.payloads()) {
            Path file = nextFile();
            try (InputStream in = payload.content().open()) {
                Files.copy(in, file);
            }
            arrived.add(new Delivery(message.messageId(), file, payload.contentType(), payload.fileName()));
        }
        message.discard();
        answered.put(message.messageId(), new Answered(message.mic().toString(), message.answer()));
        deliveries.addAll(arrived);
        return message.answer();
    }

    /** The folder may hold documents of an earlier start. */
    private Path nextFile() {
        int number = 1;
        Path file = folder.resolve("0001.edi");
        while (Files.exists(file)) {
            number++;
            file = folder.resolve(String.format(Locale.ROOT, "%04d.edi", number));
        }
        return file;
    }

    private static ThreadFactory daemons() {
        return task -> {
            Thread thread = new Thread(task, "as2-station");
            thread.setDaemon(true);
            return thread;
        };
    }
}
