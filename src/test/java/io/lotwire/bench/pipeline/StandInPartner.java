package io.lotwire.bench.pipeline;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.lotwire.as2.As2Receiver;
import io.lotwire.as2.Received;
import io.lotwire.as2.agreement.As2Agreement;
import io.lotwire.as2.refusal.As2Limits;
import io.lotwire.demo.CompanyKeys;
import io.lotwire.demo.SftpWarehouse;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The partners' AS2 server, which confirms what it gets and forgets it, and their SFTP server, in a program of their own:
 * its arguments are a folder for itself, and one for keys. It prints the port of each; then, for each line of standard
 * input, what {@link Question} it is answers. It ends when standard input does.
 */
final class StandInPartner {
    /** What it can be asked; the answer is a number. */
    enum Question {
        /** How many AS2 messages it has confirmed. */
        CONFIRMED,
        /** How many AS2 requests were there at once, at most, since this was asked before. */
        AT_ONCE
    }

    /** Where SFTP users' files are, in its folder. */
    static final String FILES = "sftp/files";

    private final AtomicInteger confirmed = new AtomicInteger();
    private final AtomicInteger now = new AtomicInteger();
    private final AtomicInteger atOnce = new AtomicInteger();
    private final As2Receiver receiver;
    private final Path keys;
    private List<As2Agreement> agreements = List.of();

    private StandInPartner(Path spool, Path keys) {
        this.keys = keys;
        this.receiver = new As2Receiver(spool, As2Limits.standard(), Clock.systemUTC());
    }

    public static void main(String[] arguments) throws Exception {
        // Otherwise Nagle's algorithm holds the end of each answer back for 40 ms.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        StandInPartner partner = new StandInPartner(Path.of(arguments[0], "spool"), Path.of(arguments[1]));
        SftpWarehouse warehouse = SftpWarehouse.start(
                Path.of(arguments[0], "sftp"),
                SftpBaseline.USER,
                Path.of(arguments[1], SftpBaseline.PRIVATE_KEY),
                Path.of(arguments[1], SftpBaseline.KNOWN_HOSTS));
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", partner::serve);
        server.setExecutor(Executors.newCachedThreadPool());
        server.start();
        System.out.println(server.getAddress().getPort());
        System.out.println(warehouse.port());
        BufferedReader questions = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String question = questions.readLine(); question != null; question = questions.readLine()) {
            System.out.println(
                    switch (Question.valueOf(question)) {
                        case CONFIRMED -> partner.confirmed.get();
                        case AT_ONCE -> partner.atOnce.getAndSet(0);
                    });
        }
        System.exit(0);
    }

    /** Known when the first message comes: the keys are made after this program has said its ports. */
    private synchronized List<As2Agreement> agreements() {
        if (agreements.isEmpty()) {
            try {
                agreements = Agreements.ofPartners(new CompanyKeys(keys));
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
        return agreements;
    }

    private void serve(HttpExchange exchange) throws IOException {
        atOnce.accumulateAndGet(now.incrementAndGet(), Math::max);
        try (exchange) {
            Received received = receiver.receive(
                    exchange.getRequestHeaders(), exchange.getRequestBody(), ids -> agreements().stream()
                            .filter(agreement -> agreement.incoming().equals(ids))
                            .findFirst());
            if (received instanceof Received.Message message) {
                message.discard();
                confirmed.incrementAndGet();
            }
            received.answer().headers().forEach(exchange.getResponseHeaders()::set);
            long size = received.answer().body().size();
            exchange.sendResponseHeaders(received.answer().status(), size == 0 ? -1 : size);
            try (OutputStream out = exchange.getResponseBody()) {
                received.answer().body().writeTo(out);
            }
        } finally {
            now.decrementAndGet();
        }
    }
}
