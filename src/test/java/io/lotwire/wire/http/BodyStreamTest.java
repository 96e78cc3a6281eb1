package io.lotwire.wire.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.lotwire.digest.Sha256;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A body is read by another thread than it comes in by, and waits for it. */
class BodyStreamTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** Many times what the sockets of both sides keep. */
    private static final int LARGE = 64 * 1024 * 1024;

    private static final int PIECE = 100_000;

    private final Vertx vertx = Vertx.vertx();
    private final CompletableFuture<BodyStream> arrived = new CompletableFuture<>();
    private final AtomicLong sent = new AtomicLong();
    private HttpServer server;

    @BeforeEach
    void start() throws Exception {
        Router router = Router.router(vertx);
        router.route().handler(request -> {
            BodyStream body = BodyStream.of(request, PATIENCE);
            body.bringIn(() -> arrived.complete(body));
        });
        server = vertx.createHttpServer()
                .requestHandler(router)
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }

    @AfterEach
    void stop() throws Exception {
        vertx.close().toCompletionStage().toCompletableFuture().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }

    @Test
    void theSenderOfALargeBodyIsHeldBackUntilItIsReadAndNothingIsLost() throws Exception {
        CompletableFuture<String> sender = CompletableFuture.supplyAsync(this::send);
        BodyStream body = arrived.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);

        AtomicLong before = new AtomicLong(-1);
        await("nothing more is taken")
                .pollInterval(Duration.ofMillis(300))
                .atMost(PATIENCE)
                .until(() -> before.getAndSet(sent.get()) == sent.get());
        assertThat(sent.get()).isLessThan(LARGE / 2);

        String read = Sha256.hex(body);
        assertThat(read).isEqualTo(sender.get(PATIENCE.toSeconds(), TimeUnit.SECONDS));
        assertThat(sent.get()).isEqualTo(LARGE);
        assertThat(body.read()).isEqualTo(-1);
        assertThat(body.isBroken()).isFalse();
    }

    /** Sends a large body; gives its hash. */
    private String send() {
        Random random = new Random(1);
        MessageDigest digest = Sha256.digest();
        byte[] piece = new byte[PIECE];
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.actualPort())) {
            OutputStream out = socket.getOutputStream();
            out.write(("POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: " + LARGE + "\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            while (sent.get() < LARGE) {
                random.nextBytes(piece);
                int length = (int) Math.min(PIECE, LARGE - sent.get());
                out.write(piece, 0, length);
                digest.update(piece, 0, length);
                sent.addAndGet(length);
            }
        } catch (IOException broken) {
            throw new IllegalStateException(broken);
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
