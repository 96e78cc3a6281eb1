package io.lotwire.as2.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lotwire.as2.bytes.Octets;
import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Connections are used again, one that cannot be is replaced, and what lasts too long is broken off. */
@Timeout(60)
class HttpSenderTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String TAKEN = "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n";

    /** What the server does with each connection. */
    private interface Habit {
        void with(Socket connection, BufferedReader requests) throws IOException;
    }

    private final HttpSender sender = HttpSender.standard();
    private final List<List<String>> requests = new CopyOnWriteArrayList<>();
    private final List<Socket> connections = new CopyOnWriteArrayList<>();
    private ServerSocket server;
    private URI to;

    @BeforeEach
    void listen() throws IOException {
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        to = URI.create("http://127.0.0.1:" + server.getLocalPort() + "/as2?from=farm");
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
        for (Closeable each : connections) {
            each.close();
        }
    }

    @Test
    void oneConnectionServesManyRequests() throws Exception {
        serve((connection, incoming) -> {
            while (heard(incoming)) {
                say(connection, TAKEN);
            }
        });

        for (int i = 0; i < 20; i++) {
            assertThat(post().run().status()).isEqualTo(200);
        }

        assertThat(connections).hasSize(1);
    }

    @Test
    void aRequestSaysWhatItIsAndNoMore() throws Exception {
        serve((connection, incoming) -> {
            heard(incoming);
            say(connection, TAKEN);
        });

        post().run();

        assertThat(requests.get(0))
                .containsExactlyInAnyOrder(
                        "POST /as2?from=farm HTTP/1.1",
                        "Message-ID: <1@farm>",
                        "Content-Length: 6",
                        "Host: 127.0.0.1:" + server.getLocalPort(),
                        "Connection: keep-alive",
                        "User-Agent: Lotwire");
    }

    @Test
    void anAnswerComesWithItsHeadersAndBody() throws Exception {
        serve((connection, incoming) -> {
            heard(incoming);
            say(connection, "HTTP/1.1 401 No\r\nx-why: a\r\nX-Why: b\r\nTransfer-Encoding: chunked\r\n\r\n");
            say(connection, "2\r\nno\r\n0\r\n\r\n");
        });

        Answer answer = post().run();

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.headers().get("X-WHY")).containsExactly("a", "b");
        assertThat(answer.header("Content-Type")).isEmpty();
        assertThat(answer.body()).isEqualTo(Octets.of("no"));
    }

    @Test
    void aServerThatClosesAConnectionInTheMomentOfItsUseFailsNoRequest() throws Exception {
        serve((connection, incoming) -> {
            heard(incoming);
            say(connection, TAKEN);
            incoming.read();
        });

        for (int i = 0; i < 50; i++) {
            assertThat(post().run().status()).isEqualTo(200);
        }
    }

    @Test
    void aRequestIsRepeatedOnceAndOnlyAfterAKeptConnection() throws Exception {
        serve((connection, incoming) -> {
            heard(incoming);
            if (connections.size() == 1) {
                say(connection, TAKEN);
                heard(incoming);
            }
        });
        post().run();

        assertThatThrownBy(() -> post().run()).isInstanceOf(IOException.class);
        assertThat(requests).hasSize(3);
        assertThatThrownBy(() -> post().run()).isInstanceOf(IOException.class);
        assertThat(requests).hasSize(4);
    }

    @Test
    void anAnswerThatBreaksOffIsNoReasonToRepeat() throws Exception {
        serve((connection, incoming) -> {
            heard(incoming);
            say(connection, TAKEN);
            heard(incoming);
            say(connection, "HTTP/1.1 2");
        });
        post().run();

        assertThatThrownBy(() -> post().run()).isInstanceOf(IOException.class);
        assertThat(requests).hasSize(2);
    }

    @Test
    void aServerIsHeardThatHangsUpBeforeItHasReadTheWholeMessage() throws Exception {
        serve((connection, incoming) -> {
            incoming.readLine();
            say(connection, "HTTP/1.1 413 Too large\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
        });

        Answer answer = sender.exchange(
                        new Request("POST", to, Map.of(), Octets.of(new byte[64 * 1024 * 1024])), PATIENCE)
                .run();

        assertThat(answer.status()).isEqualTo(413);
    }

    @Test
    void anAnswerWhoseHeadIsEndlessIsCutOff() throws Exception {
        serve((connection, incoming) -> {
            heard(incoming);
            say(connection, "HTTP/1.1 200 OK\r\n");
            connection.setSoTimeout(1);
            while (!ends(incoming)) {
                say(connection, "X-More: 1\r\n".repeat(100));
            }
        });

        assertThatThrownBy(() -> post().run()).isInstanceOf(IOException.class).hasMessageContaining("header count");
    }

    @Test
    void anAnswerThatDripsEndsWithTheTime() throws Exception {
        serve((connection, incoming) -> {
            heard(incoming);
            say(connection, "HTTP/1.1 200 OK\r\n");
            connection.setSoTimeout(100);
            for (boolean listening = true; listening; listening = !ends(incoming)) {
                say(connection, "X-Drip: 1\r\n");
            }
        });

        assertThatThrownBy(
                        () -> sender.exchange(request(), Duration.ofSeconds(1)).run())
                .isInstanceOf(TimeoutException.class)
                .hasMessage("No full answer from " + to + " within 1 s");
    }

    @Test
    void aConnectionThatIsNotMadeEndsWithItsTime() throws Exception {
        try (ServerSocket full = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            List<Socket> waiting = fill(full);
            URI nobody = URI.create("http://127.0.0.1:" + full.getLocalPort() + "/as2");
            Request request = new Request("POST", nobody, Map.of(), Octets.EMPTY);
            HttpSender hasty = new HttpSender(SSLContext.getDefault(), Duration.ofSeconds(1));

            assertThatThrownBy(() -> hasty.exchange(request, PATIENCE).run())
                    .isInstanceOf(TimeoutException.class)
                    .hasMessage("No connection to " + nobody + " within 1 s");
            assertThatThrownBy(() ->
                            sender.exchange(request, Duration.ofSeconds(1)).run())
                    .isInstanceOf(TimeoutException.class)
                    .hasMessage("No full answer from " + nobody + " within 1 s");
            for (Socket each : waiting) {
                each.close();
            }
        }
    }

    @Test
    void anInterruptBreaksOffWhatWaitsForAnAnswer() throws Exception {
        CompletableFuture<Boolean> ended = new CompletableFuture<>();
        AtomicReference<Thread> waiting = new AtomicReference<>();
        serve((connection, incoming) -> {
            heard(incoming);
            waiting.get().interrupt();
            ended.complete(ends(incoming));
        });
        CompletableFuture<Throwable> thrown = new CompletableFuture<>();
        Exchange exchange = post();
        waiting.set(new Thread(() -> {
            try {
                exchange.run();
                thrown.complete(null);
            } catch (Exception e) {
                thrown.complete(e);
            }
        }));
        waiting.get().start();

        assertThat(thrown.get(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isInstanceOf(InterruptedException.class);
        assertThat(ended.get(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void whatWasCancelledBeforeItBeganReachesNobody() throws Exception {
        serve((connection, incoming) -> heard(incoming));
        Exchange exchange = post();

        exchange.cancel();

        assertThatThrownBy(exchange::run).isInstanceOf(IOException.class).hasMessage("The exchange was broken off");
        assertThat(requests).isEmpty();
    }

    @Test
    void whyThereIsNoConnectionIsSaidInAFewWords() throws Exception {
        server.close();

        assertThatThrownBy(() -> post().run()).isInstanceOf(IOException.class).hasMessage("Connection refused");
        assertThatThrownBy(() -> sender.exchange(
                                new Request("POST", URI.create("http://nobody.invalid/"), Map.of(), Octets.EMPTY),
                                PATIENCE)
                        .run())
                .isInstanceOf(IOException.class)
                .hasMessageContaining("nobody.invalid");
    }

    private Exchange post() {
        return sender.exchange(request(), PATIENCE);
    }

    private Request request() {
        return new Request("POST", to, Map.of("Message-ID", "<1@farm>"), Octets.of("hello\n"));
    }

    /** Connects until the server's queue takes no more. */
    private static List<Socket> fill(ServerSocket server) throws IOException {
        List<Socket> waiting = new ArrayList<>();
        while (true) {
            Socket next = new Socket();
            waiting.add(next);
            try {
                next.connect(server.getLocalSocketAddress(), 300);
            } catch (SocketTimeoutException full) {
                return waiting;
            }
        }
    }

    private void serve(Habit habit) {
        daemon(() -> {
            while (!server.isClosed()) {
                try {
                    Socket connection = server.accept();
                    connections.add(connection);
                    daemon(() -> talk(connection, habit));
                } catch (IOException closing) {
                    return;
                }
            }
        });
    }

    private static void talk(Socket connection, Habit habit) {
        try (connection;
                BufferedReader incoming = new BufferedReader(
                        new InputStreamReader(connection.getInputStream(), StandardCharsets.US_ASCII))) {
            habit.with(connection, incoming);
        } catch (IOException ended) {
            // The client's doing, or the end of the test.
        }
    }

    private static void daemon(Runnable task) {
        Thread thread = new Thread(task);
        thread.setDaemon(true);
        thread.start();
    }

    /** Reads a whole request and notes its head. */
    private boolean heard(BufferedReader incoming) throws IOException {
        List<String> head = new ArrayList<>();
        for (String line = incoming.readLine(); !"hello".equals(line); line = incoming.readLine()) {
            if (line == null) {
                return false;
            }
            if (!line.isEmpty()) {
                head.add(line);
            }
        }
        requests.add(head);
        return true;
    }

    private static void say(Socket connection, String words) throws IOException {
        connection.getOutputStream().write(words.getBytes(StandardCharsets.US_ASCII));
    }

    /** Whether the connection ends within its timeout. */
    private static boolean ends(BufferedReader incoming) {
        try {
            return incoming.read() < 0;
        } catch (SocketTimeoutException stillOpen) {
            return false;
        } catch (IOException reset) {
            return true;
        }
    }
}
