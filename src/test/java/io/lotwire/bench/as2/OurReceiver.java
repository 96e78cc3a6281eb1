package io.lotwire.bench.as2;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.lotwire.as2.As2Receiver;
import io.lotwire.as2.Received;
import io.lotwire.as2.ReceivedPayload;
import io.lotwire.as2.agreement.AcceptanceRules;
import io.lotwire.as2.agreement.As2Agreement;
import io.lotwire.as2.agreement.SendingRules;
import io.lotwire.as2.keys.KeyAndCertificate;
import io.lotwire.as2.refusal.As2Limits;
import io.lotwire.ledger.Archive;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;

/**
 * The engine with its spool and the archive as the gateway uses them, behind Java's own HTTP server: a message is
 * answered when its documents are on disk. It ends when standard input does.
 */
final class OurReceiver {
    private final As2Receiver receiver;
    private final As2Agreement agreement;
    private final Archive archive;

    private OurReceiver(Path folder) throws Exception {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(folder.resolve("keys.p12"))) {
            keys.load(in, "pw".toCharArray());
        }
        KeyAndCertificate farm = new KeyAndCertificate(
                (PrivateKey) keys.getKey("Farm", "pw".toCharArray()), (X509Certificate) keys.getCertificate("Farm"));
        this.agreement = new As2Agreement(
                "Farm",
                "HUB",
                List.of(farm),
                List.of((X509Certificate) keys.getCertificate("HUB")),
                SendingRules.standard(),
                AcceptanceRules.standard());
        this.receiver = new As2Receiver(folder.resolve("spool"), As2Limits.standard(), Clock.systemUTC());
        this.archive = Archive.in(folder.resolve("archive"));
    }

    public static void main(String[] arguments) throws Exception {
        // Otherwise Nagle's algorithm holds the end of each answer back for 40 ms.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        OurReceiver ours = new OurReceiver(Path.of(arguments[0]));
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", ours::serve);
        server.setExecutor(Executors.newCachedThreadPool());
        server.start();
        System.out.println("listening " + server.getAddress().getPort() + " 0");
        BufferedReader commands = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        while (commands.readLine() != null) {
            System.out.println("ready");
        }
        System.exit(0);
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            Received received = receiver.receive(
                    exchange.getRequestHeaders(), exchange.getRequestBody(), ids -> Optional.of(agreement)
                            .filter(known -> known.incoming().equals(ids)));
            if (received instanceof Received.Message message) {
                for (ReceivedPayload payload : message.payloads()) {
                    try (InputStream in = payload.content().open()) {
                        archive.keep(in);
                    }
                }
                message.discard();
            }
            received.answer().headers().forEach(exchange.getResponseHeaders()::set);
            long size = received.answer().body().size();
            exchange.sendResponseHeaders(received.answer().status(), size == 0 ? -1 : size);
            try (OutputStream out = exchange.getResponseBody()) {
                received.answer().body().writeTo(out);
            }
        }
    }
}
