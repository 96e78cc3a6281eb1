package io.lotwire.wire.as2;

import static org.assertj.core.api.Assertions.assertThat;

import io.lotwire.as2.As2Sender;
import io.lotwire.as2.Sent;
import io.lotwire.as2.bytes.Octets;
import io.lotwire.as2.mdn.AsyncMdn;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** A connection is used again, and one that cannot be is replaced. */
class KeptConnectionsTest {
    private static final int MESSAGES = 200;

    @Test
    void aServerThatClosesAConnectionInTheMomentOfItsUseFailsNoMessage() throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        KeptConnectionsTest.class.getName())
                .redirectErrorStream(true)
                .start();
        String said;
        try (InputStream output = process.getInputStream()) {
            said = new String(output.readAllBytes(), StandardCharsets.UTF_8);
        }

        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(said).contains(MESSAGES + " taken");
    }

    /** A process of its own: the client reads once in its life how it is to keep connections. */
    public static void main(String[] arguments) throws Exception {
        KeptConnections.configure();
        try (ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            Thread answering = new Thread(() -> answer(server));
            answering.setDaemon(true);
            answering.start();
            As2Sender sender = new As2Sender(HttpClient.newHttpClient(), Duration.ofMinutes(1), Clock.systemUTC());
            URI to = URI.create("http://127.0.0.1:" + server.getLocalPort() + "/as2");
            AsyncMdn message = new AsyncMdn(to, Map.of("Message-ID", "<1@farm>"), Octets.of("hello\n"));
            int taken = 0;
            for (int i = 0; i < MESSAGES; i++) {
                Sent sent = sender.post(message);
                taken += sent instanceof Sent.MdnTaken ? 1 : 0;
                if (sent instanceof Sent.NotConfirmed not) {
                    System.out.println(not.sentence());
                }
            }
            System.out.println(taken + " taken");
        }
    }

    /** Answers one request of each connection, and closes it when the next one begins. */
    private static void answer(ServerSocket server) {
        while (!server.isClosed()) {
            try (Socket connection = server.accept();
                    BufferedReader request = new BufferedReader(
                            new InputStreamReader(connection.getInputStream(), StandardCharsets.US_ASCII))) {
                String line = request.readLine();
                while (line != null && !line.equals("hello")) {
                    line = request.readLine();
                }
                connection
                        .getOutputStream()
                        .write("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                request.read();
            } catch (IOException ended) {
                // The client's doing, or the end of the test: the next one is waited for, if any.
            }
        }
    }
}
