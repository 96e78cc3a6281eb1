package io.lotwire.journey;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A real server that takes webhooks, and answers them as it is told: 204 where nothing is said. */
final class WebhookServer implements AutoCloseable {
    private static final byte[] KEY = "thirty-two bytes for a test key.".getBytes(UTF_8);

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Post> posts = new CopyOnWriteArrayList<>();
    private final Queue<Answer> answers = new ConcurrentLinkedQueue<>();

    /** What was posted. */
    record Post(String id, String timestamp, String signature, String contentType, String body) {
        /** Whether it is signed as Standard Webhooks says. */
        boolean isSigned() throws GeneralSecurityException {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(KEY, "HmacSHA256"));
            byte[] wanted = mac.doFinal((id + "." + timestamp + "." + body).getBytes(UTF_8));
            return MessageDigest.isEqual(
                    ("v1," + Base64.getEncoder().encodeToString(wanted)).getBytes(UTF_8), signature.getBytes(UTF_8));
        }
    }

    /**
     * What it answers to the next one.
     *
     * @param status the HTTP status, 0 for no answer at all
     * @param retryAfter the header, {@code ""} for none
     */
    record Answer(int status, String retryAfter) {}

    private WebhookServer(HttpServer server) {
        this.server = server;
    }

    static WebhookServer start() throws IOException {
        WebhookServer started =
                new WebhookServer(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
        started.server.createContext("/alerts", started::take);
        started.server.setExecutor(started.threads);
        started.server.start();
        return started;
    }

    /** The secret of those who post to it. */
    static String secret() {
        return "whsec_" + Base64.getEncoder().encodeToString(KEY);
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/alerts";
    }

    /** Says what is answered to the next one that is not answered yet. */
    void answer(int status, String retryAfter) {
        answers.add(new Answer(status, retryAfter));
    }

    /** What was posted, in order. */
    List<Post> posts() {
        return List.copyOf(posts);
    }

    private void take(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
        Answer answer = answers.isEmpty() ? new Answer(204, "") : answers.remove();
        posts.add(new Post(
                exchange.getRequestHeaders().getFirst("webhook-id"),
                exchange.getRequestHeaders().getFirst("webhook-timestamp"),
                exchange.getRequestHeaders().getFirst("webhook-signature"),
                exchange.getRequestHeaders().getFirst("Content-Type"),
                body));
        if (answer.status() == 0) {
            // The exchange stays open: whoever posted waits.
            return;
        }
        if (!answer.retryAfter().isEmpty()) {
            exchange.getResponseHeaders().set("Retry-After", answer.retryAfter());
        }
        exchange.sendResponseHeaders(answer.status(), -1);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
