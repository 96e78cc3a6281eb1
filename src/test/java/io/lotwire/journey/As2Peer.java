package io.lotwire.journey;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import io.lotwire.as2.As2Receiver;
import io.lotwire.as2.Received;
import io.lotwire.as2.agreement.As2Agreement;
import io.lotwire.as2.bytes.Octets;
import io.lotwire.as2.keys.KeyAndCertificate;
import io.lotwire.as2.refusal.As2Limits;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManagerFactory;

/** A partner's AS2 server whose hand the test holds: it takes what comes, tells it, and refuses as often as it is told. */
final class As2Peer implements AutoCloseable {
    private static final int UNAVAILABLE = 503;

    /** What a request bore beside its message. */
    record Request(String authorization, Octets body, Received received) {}

    private final As2Agreement agreement;
    private final HttpServer server;
    private final As2Receiver receiver;
    private final ExecutorService threads = Executors.newFixedThreadPool(2);
    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private final AtomicInteger refusals = new AtomicInteger();

    private As2Peer(As2Agreement agreement, Path folder, HttpServer server) {
        this.agreement = agreement;
        this.server = server;
        this.receiver = new As2Receiver(folder.resolve("spool"), As2Limits.standard(), Clock.systemUTC());
        server.createContext("/", this::serve);
        server.setExecutor(threads);
        server.start();
    }

    static As2Peer http(As2Agreement agreement, Path folder) throws IOException {
        return new As2Peer(agreement, folder, HttpServer.create(loopback(), 0));
    }

    /** A server that shows a key of its own and takes no client but one. */
    static As2Peer https(As2Agreement agreement, Path folder, KeyAndCertificate key, X509Certificate client)
            throws Exception {
        HttpsServer server = HttpsServer.create(loopback(), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context(key, client)) {
            @Override
            public void configure(HttpsParameters parameters) {
                SSLParameters wanted = getSSLContext().getDefaultSSLParameters();
                wanted.setNeedClientAuth(true);
                parameters.setSSLParameters(wanted);
            }
        });
        return new As2Peer(agreement, folder, server);
    }

    /** A context that shows this key and trusts this certificate. */
    static SSLContext context(KeyAndCertificate key, X509Certificate trusted) throws Exception {
        char[] none = new char[0];
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry("key", key.key(), none, new X509Certificate[] {key.certificate()});
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, none);
        KeyStore trust = KeyStore.getInstance("PKCS12");
        trust.load(null, null);
        trust.setCertificateEntry("trusted", trusted);
        TrustManagerFactory trustees = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trustees.init(trust);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), trustees.getTrustManagers(), null);
        return context;
    }

    URI url() {
        String scheme = server instanceof HttpsServer ? "https" : "http";
        return URI.create(scheme + "://127.0.0.1:" + server.getAddress().getPort() + "/as2");
    }

    /** Answers so many receipts with a 503. */
    void refuseNext(int times) {
        refusals.set(times);
    }

    /** What came, in order. */
    List<Request> requests() {
        return List.copyOf(requests);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body;
            try (InputStream in = exchange.getRequestBody()) {
                body = in.readAllBytes();
            }
            Received received = receiver.receive(
                    exchange.getRequestHeaders(), new ByteArrayInputStream(body), ids -> Optional.of(agreement)
                            .filter(known -> known.incoming().equals(ids)));
            String authorization = exchange.getRequestHeaders().getFirst("Authorization");
            requests.add(new Request(authorization == null ? "" : authorization, Octets.of(body), received));
            if (received instanceof Received.MdnArrived && refusals.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                exchange.sendResponseHeaders(UNAVAILABLE, -1);
                return;
            }
            received.answer().headers().forEach(exchange.getResponseHeaders()::set);
            long size = received.answer().body().size();
            exchange.sendResponseHeaders(received.answer().status(), size == 0 ? -1 : size);
            try (OutputStream out = exchange.getResponseBody()) {
                received.answer().body().writeTo(out);
            }
        }
    }

    private static InetSocketAddress loopback() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    }
}
