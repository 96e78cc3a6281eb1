package io.lotwire.journey;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** An HTTP door before a partner's server. It lets everything pass until it is told to hold answers back, or is shut. */
final class HeldDoor implements AutoCloseable {
    private static final Set<String> HOP_BY_HOP =
            Set.of("connection", "content-length", "date", "host", "http2-settings", "transfer-encoding", "upgrade");

    private final URI server;
    private final HttpServer door;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpClient client = HttpClient.newHttpClient();
    private final List<String> messageIds = new CopyOnWriteArrayList<>();
    private volatile CountDownLatch answers = new CountDownLatch(0);
    private volatile boolean shut;

    private HeldDoor(URI server) throws IOException {
        this.server = server;
        this.door = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        door.createContext("/", this::pass);
        door.setExecutor(threads);
    }

    /** Makes an open door on a free port of loopback. */
    static HeldDoor before(URI server) throws IOException {
        HeldDoor made = new HeldDoor(server);
        made.door.start();
        return made;
    }

    /** The address to use instead of the server's. */
    URI url() {
        return URI.create("http://127.0.0.1:" + door.getAddress().getPort() + server.getPath());
    }

    /** From now on messages reach the server, but no answer comes back. */
    void holdAnswers() {
        answers = new CountDownLatch(1);
    }

    /** From now on nothing passes: connections are dropped. */
    void shut() {
        shut = true;
    }

    /** From now on everything passes, and what was held back goes on. */
    void open() {
        shut = false;
        answers.countDown();
    }

    /** The Message-ID of each message that the server has answered, in order. */
    List<String> messageIds() {
        return List.copyOf(messageIds);
    }

    @Override
    public void close() {
        open();
        door.stop(0);
        threads.shutdownNow();
    }

    private void pass(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            if (shut) {
                return;
            }
            HttpResponse<byte[]> answer = ask(exchange, body);
            messageIds.add(exchange.getRequestHeaders().getFirst("Message-ID"));
            answers.await();
            answer.headers().map().forEach((name, values) -> {
                if (isOfMessage(name)) {
                    exchange.getResponseHeaders().put(name, values);
                }
            });
            exchange.sendResponseHeaders(answer.statusCode(), answer.body().length);
            exchange.getResponseBody().write(answer.body());
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
            throw (IOException) new InterruptedIOException("The door closes").initCause(closing);
        }
    }

    private HttpResponse<byte[]> ask(HttpExchange exchange, byte[] body) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(server).POST(HttpRequest.BodyPublishers.ofByteArray(body));
        exchange.getRequestHeaders().forEach((name, values) -> {
            if (isOfMessage(name)) {
                values.forEach(value -> request.header(name, value));
            }
        });
        return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    private static boolean isOfMessage(String header) {
        return !HOP_BY_HOP.contains(header.toLowerCase(Locale.ROOT));
    }
}
