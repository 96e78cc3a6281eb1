package io.lotwire.as2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.lotwire.as2.agreement.AcceptanceRules;
import io.lotwire.as2.agreement.As2Agreement;
import io.lotwire.as2.agreement.SendingRules;
import io.lotwire.as2.bytes.Content;
import io.lotwire.as2.http.HttpSender;
import io.lotwire.as2.keys.KeyAndCertificate;
import io.lotwire.as2.keys.KeyMaker;
import io.lotwire.as2.protection.Compression;
import io.lotwire.as2.refusal.As2Limits;
import java.io.ByteArrayInputStream;
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
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Whole exchanges with another implementation over HTTP on loopback: it is the farm, ours is the hub. */
final class PeerPartner implements Partner {
    private static final byte[] PAYLOAD = TwoPartners.payload(300);
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Clock CLOCK = Clock.systemUTC();

    private final Path folder;
    private final PeerProcess.Product product;
    private final PeerProcess peer;
    private final Path payload;
    private final As2Agreement agreement;
    private final As2Receiver receiver;
    private final As2Sender sender = new As2Sender(HttpSender.standard(), Duration.ofSeconds(30), CLOCK);
    private final BlockingQueue<Received> arrived = new LinkedBlockingQueue<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server;
    private final URI ourAddress;

    PeerPartner(PeerProcess.Product product, Path folder) throws Exception {
        this.folder = Files.createDirectories(folder);
        this.product = product;
        this.payload = TwoPartners.file(folder, PAYLOAD);
        KeyAndCertificate farm = key("Farm");
        KeyAndCertificate hub = key("HUB");
        this.peer = PeerProcess.start(
                Path.of(""), product, folder.resolve("peer"), farm, hub.certificate(), List.of("-Xmx256m"));
        this.agreement = TwoPartners.agreement(
                "HUB",
                "Farm",
                hub,
                farm.certificate(),
                SendingRules.standard(),
                AcceptanceRules.standard().allowing(TwoPartners.ALL).withAsyncMdnUrls(Set.of(peer.mdnAddress())));
        this.receiver = new As2Receiver(folder.resolve("spool"), As2Limits.standard(), CLOCK);
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        this.ourAddress = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/as2");
        server.createContext("/", this::serve);
        server.setExecutor(threads);
        server.start();
    }

    @Override
    public String title() {
        return product.title();
    }

    @Override
    public void sendsToUs(Combination how) throws Exception {
        arrived.clear();
        String outcome = peer.send(ourAddress, payload, how);

        Received received = arrived.poll(0, TimeUnit.SECONDS);
        if (received == null) {
            throw new AssertionError("nothing was sent: " + outcome);
        }
        assertThat(received).as("%s", received).isInstanceOf(Received.Message.class);
        Received.Message message = (Received.Message) received;
        assertThat(message.payloads().get(0).content().open()).hasBinaryContent(PAYLOAD);
        assertThat(message.protection().signature()).isEqualTo(how.sign());
        assertThat(message.protection().encryption()).isEqualTo(how.encrypt());
        assertThat(message.protection().compressed()).isEqualTo(how.compression() != Compression.NONE);
        assertThat(message.mdnRequest().signed()).isEqualTo(how.signedMdn());
        assertThat(message.asyncMdn().isPresent()).isEqualTo(how.asyncMdn());
        message.discard();
        assertThat(outcome).isEqualTo("confirmed");
    }

    @Override
    public void receivesFromUs(Combination how) throws Exception {
        arrived.clear();
        for (Path old : peer.received()) {
            Files.delete(old);
        }
        peer.expect(how);
        OutgoingPayload document = new OutgoingPayload(Content.of(payload), "application/edi-x12", "asn.edi");
        OutgoingMessage message = sender.build(agreement.withSending(how.rules(ourAddress)), List.of(document), folder);
        Sent sent = sender.send(message, agreement, peer.address());
        message.discard();
        if (how.asyncMdn() && sent instanceof Sent.AwaitingMdn) {
            Received back = arrived.poll(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            assertThat(back)
                    .as(back == null ? "no receipt came" : back.toString())
                    .isInstanceOf(Received.MdnArrived.class);
            sent = MdnVerdict.of(message, ((Received.MdnArrived) back).mdn());
        }
        assertThat(sent).as("%s", sent).isInstanceOf(Sent.Confirmed.class);
        await().atMost(PATIENCE).until(() -> !peer.received().isEmpty());
        assertThat(peer.received()).singleElement().satisfies(file -> assertThat(file)
                .hasBinaryContent(PAYLOAD));
    }

    @Override
    public void close() throws IOException {
        server.stop(0);
        threads.shutdownNow();
        peer.close();
    }

    private void serve(HttpExchange exchange) throws IOException {
        Received received;
        try (exchange) {
            byte[] body;
            try (InputStream in = exchange.getRequestBody()) {
                body = in.readAllBytes();
            }
            received = receiver.receive(
                    exchange.getRequestHeaders(), new ByteArrayInputStream(body), TwoPartners.only(agreement));
            arrived.add(received);
            received.answer().headers().forEach(exchange.getResponseHeaders()::set);
            long size = received.answer().body().size();
            exchange.sendResponseHeaders(received.answer().status(), size == 0 ? -1 : size);
            try (OutputStream out = exchange.getResponseBody()) {
                received.answer().body().writeTo(out);
            }
        }
        if (received instanceof Received.Message message && message.asyncMdn().isPresent()) {
            try {
                sender.post(message.asyncMdn().get());
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Peers look at the clock: their keys are of today. */
    private static KeyAndCertificate key(String name) {
        return KeyMaker.make(name, Instant.now().minus(Duration.ofDays(1)), Duration.ofDays(30));
    }
}
