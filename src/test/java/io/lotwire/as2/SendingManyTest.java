package io.lotwire.as2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.lotwire.as2.agreement.As2Agreement;
import io.lotwire.as2.agreement.SendingRules;
import io.lotwire.as2.bytes.Content;
import io.lotwire.as2.http.HttpSender;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One thread has many messages to a partner under way, each by itself. */
class SendingManyTest {
    private static final int AT_A_TIME = 4;
    private static final int MESSAGES = 40;
    private static final int PATIENCE = 30;

    @TempDir
    Path folder;

    /** What the partner's server does with a message before it answers. */
    private interface Habit {
        void before(String messageId) throws Exception;
    }

    private final As2Agreement farm = TwoPartners.farmSide(SendingRules.standard());
    private final As2Sender sender = TwoPartners.sender();
    private final Set<InetSocketAddress> connections = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private volatile Habit habit = messageId -> {};
    private HttpServer server;
    private URI partner;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/as2", this::serve);
        server.setExecutor(threads);
        server.start();
        partner = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/as2");
    }

    @AfterEach
    void stop() {
        server.stop(0);
        threads.shutdownNow();
    }

    @Test
    void severalAreUnderWayAtOnceOverConnectionsThatAreUsedAgain() throws Exception {
        CyclicBarrier together = new CyclicBarrier(AT_A_TIME);
        habit = messageId -> together.await(PATIENCE, TimeUnit.SECONDS);
        Deque<CompletableFuture<Sent>> underWay = new ArrayDeque<>();

        for (int i = 0; i < MESSAGES; i++) {
            if (underWay.size() == AT_A_TIME) {
                assertConfirmed(underWay.remove());
            }
            underWay.add(sender.sendAsync(message(), farm, partner));
        }

        for (CompletableFuture<Sent> each : underWay) {
            assertConfirmed(each);
        }
        assertThat(connections).hasSizeBetween(AT_A_TIME, 3 * AT_A_TIME);
    }

    @Test
    void theOrderOfTheAnswersDoesNotMatter() throws Exception {
        List<OutgoingMessage> messages = List.of(message(), message(), message(), message());
        Map<String, CountDownLatch> turns = new ConcurrentHashMap<>();
        messages.forEach(message -> turns.put(message.messageId(), new CountDownLatch(1)));
        habit = messageId -> turns.get(messageId).await(PATIENCE, TimeUnit.SECONDS);
        List<CompletableFuture<Sent>> underWay = new ArrayList<>();
        for (OutgoingMessage message : messages) {
            underWay.add(sender.sendAsync(message, farm, partner));
        }

        for (int i = messages.size() - 1; i >= 0; i--) {
            turns.get(messages.get(i).messageId()).countDown();
            assertConfirmed(underWay.get(i));
            assertThat(underWay.subList(0, i)).noneMatch(CompletableFuture::isDone);
        }
    }

    @Test
    void oneThatHangsHoldsNoOtherAndEndsWithItsTime() throws Exception {
        CountDownLatch end = new CountDownLatch(1);
        OutgoingMessage hangs = message();
        habit = messageId -> {
            if (messageId.equals(hangs.messageId())) {
                end.await(PATIENCE, TimeUnit.SECONDS);
            }
        };
        As2Sender hasty = new As2Sender(HttpSender.standard(), Duration.ofSeconds(2), TwoPartners.CLOCK);

        CompletableFuture<Sent> first = hasty.sendAsync(hangs, farm, partner);
        for (int i = 0; i < AT_A_TIME; i++) {
            assertConfirmed(hasty.sendAsync(message(), farm, partner));
        }

        assertThat(first.get(PATIENCE, TimeUnit.SECONDS))
                .isInstanceOfSatisfying(Sent.NotConfirmed.class, not -> assertThat(not.reason())
                        .isEqualTo(NotConfirmedReason.TIMED_OUT));
        end.countDown();
    }

    @Test
    void whatIsCancelledIsBrokenOff() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            URI to = URI.create("http://127.0.0.1:" + silent.getLocalPort() + "/as2");
            CompletableFuture<Sent> sent = sender.sendAsync(message(), farm, to);
            try (Socket connection = silent.accept()) {
                connection.setSoTimeout((int) TimeUnit.SECONDS.toMillis(PATIENCE));
                assertThat(connection.getInputStream().read()).isEqualTo('P');

                sent.cancel(true);

                assertThat(ends(connection)).isTrue();
            }
            assertThatThrownBy(sent::join).isInstanceOf(CancellationException.class);
        }
    }

    @Test
    void aMessageWhoseFileIsGoneIsReportedNotThrown() throws Exception {
        OutgoingMessage gone = OutgoingMessage.stored(
                message().headers(),
                Content.of(folder.resolve("gone"), 10),
                message().mic());

        assertThat(sender.sendAsync(gone, farm, partner).get(PATIENCE, TimeUnit.SECONDS))
                .isInstanceOfSatisfying(Sent.NotConfirmed.class, not -> assertThat(not.sentence())
                        .contains("cannot be read", "gone"));
    }

    private OutgoingMessage message() throws Exception {
        Content document = Content.of(Arrays.copyOf(TwoPartners.PAYLOAD, 2200));
        return sender.build(farm, List.of(new OutgoingPayload(document, "application/edi-x12", "asn.edi")), folder);
    }

    /** Reads to the end, which may come with what was left unsent. */
    private static boolean ends(Socket connection) throws IOException {
        try {
            connection.getInputStream().readAllBytes();
            return true;
        } catch (SocketTimeoutException stillOpen) {
            return false;
        } catch (SocketException reset) {
            return true;
        }
    }

    private static void assertConfirmed(CompletableFuture<Sent> sent) throws Exception {
        assertThat(sent.get(PATIENCE, TimeUnit.SECONDS)).isInstanceOf(Sent.Confirmed.class);
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            connections.add(exchange.getRemoteAddress());
            Received received = TwoPartners.receiver(folder.resolve("spool"))
                    .receive(
                            exchange.getRequestHeaders(),
                            exchange.getRequestBody(),
                            TwoPartners.only(TwoPartners.hubSide(TwoPartners.ALL)));
            habit.before(((Received.Message) received).messageId());
            received.answer().headers().forEach(exchange.getResponseHeaders()::set);
            exchange.sendResponseHeaders(200, received.answer().body().size());
            received.answer().body().writeTo(exchange.getResponseBody());
        } catch (Exception broken) {
            throw new IOException(broken);
        }
    }
}
