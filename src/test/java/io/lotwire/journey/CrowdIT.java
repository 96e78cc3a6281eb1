package io.lotwire.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.lotwire.as2.OutgoingMessage;
import io.lotwire.as2.Sent;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A hundred connections that say nothing, or begin and then stop, disturb nobody else. */
class CrowdIT {
    private static final int SILENT = 60;
    private static final int IN_THE_HEADERS = 20;

    /** As many as a partner may have under way when the profile does not say otherwise. */
    private static final int IN_THE_BODY = 20;

    private static final int CONNECTIONS = 150;
    private static final Duration FIRST_BYTE = Duration.ofSeconds(6);

    private static final String BEGUN = """
            POST /as2 HTTP/1.1
            Host: localhost
            AS2-Version: 1.2
            AS2-From: Fairway Markets
            AS2-To: Northgate Distribution
            Message-ID: <%d@crowd>
            Content-Type: application/edi-x12
            Content-Length: 1000

            ISA*""".replace("\n", "\r\n");

    @TempDir
    private static Path folder;

    private static Partners partners;
    private static GatewayUnderTest gateway;

    @BeforeAll
    static void start() throws Exception {
        Path data = folder.resolve("crowd");
        partners = Partners.start(data);
        Map<String, String> environment = new HashMap<>(partners.environment());
        environment.put("QUARKUS_HTTP_READ_TIMEOUT", "6S");
        environment.put("LOTWIRE_HTTP_CONNECTIONS", Integer.toString(CONNECTIONS));
        environment.put("LOTWIRE_HTTP_FIRST_BYTE_SECONDS", Long.toString(FIRST_BYTE.toSeconds()));
        environment.put(
                "LOTWIRE_PARTNERS",
                ProfilesUnderTest.copy(folder.resolve("partners"))
                        .change("green-valley-farm", "    sign:", "    from: [ 127.0.0.1, 127.0.0.2 ]\n    sign:")
                        .folder());
        gateway = GatewayUnderTest.start(data, environment);
    }

    @AfterAll
    static void stop() throws Exception {
        Ending.all(gateway, partners);
    }

    @Test
    void aGoodMessagePassesAHundredIdleConnectionsAndTheirPlacesComeBack() throws Exception {
        List<Socket> crowd = new ArrayList<>();
        assertThat(farmSends(1))
                .as("the farm, whose address is known from then on")
                .isInstanceOf(Sent.Confirmed.class);
        try {
            for (int i = 0; i < SILENT + IN_THE_HEADERS + IN_THE_BODY; i++) {
                Socket socket = connect();
                crowd.add(socket);
                String begun = BEGUN.formatted(i);
                String said = i < SILENT ? "" : i < SILENT + IN_THE_HEADERS ? begun.substring(0, 60) : begun;
                socket.getOutputStream().write(said.getBytes(StandardCharsets.US_ASCII));
                socket.getOutputStream().flush();
            }
            await("the one that goes too far is told to come later")
                    .atMost(Duration.ofSeconds(20))
                    .until(() -> oneMore(crowd).startsWith("HTTP/1.1 503"));
            assertThat(gateway.get("/q/health/ready")).contains("\"underWay\": " + IN_THE_BODY);
            assertThat(gateway.get("/q/metrics"))
                    .containsPattern("lotwire_as2_refusals_total\\{full=\"strangers\"\\} [1-9]");
            Instant before = Instant.now();

            assertThat(farmSends(2)).isInstanceOf(Sent.Confirmed.class);

            assertThat(Duration.between(before, Instant.now())).isLessThan(Duration.ofSeconds(10));
            await("those that stopped in the body have lost their places")
                    .atMost(Duration.ofSeconds(40))
                    .until(() -> oneMore(crowd).isEmpty());
        } finally {
            for (Socket socket : crowd) {
                socket.close();
            }
        }
    }

    @Test
    void strangersWhoClaimAPartnersNameDoNotTakeThePartnersPlaces() throws Exception {
        assertThat(farmSends(3)).isInstanceOf(Sent.Confirmed.class);
        List<Socket> crowd = new ArrayList<>();
        try {
            for (int i = 0; i < 2 * IN_THE_BODY; i++) {
                crowd.add(connect(elsewhere()));
                crowd.get(i)
                        .getOutputStream()
                        .write(BEGUN.formatted(i)
                                .replace("Fairway Markets", "Green Valley Farm")
                                .getBytes(StandardCharsets.US_ASCII));
            }
            await("as many as are allowed from one address are under way, the others are not")
                    .atMost(Duration.ofSeconds(20))
                    .until(() -> gateway.get("/q/health/ready").contains("\"underWay\": " + IN_THE_BODY));

            assertThat(farmSends(4)).isInstanceOf(Sent.Confirmed.class);
        } finally {
            for (Socket socket : crowd) {
                socket.close();
            }
        }
    }

    @Test
    void whoComesFromElsewhereThanTheProfileSaysIsRefusedUnreadAndTheLogSaysSo() throws Exception {
        assumeTrue(System.getProperty("os.name").equals("Linux"));
        try (Socket socket = connect(InetAddress.getByAddress(new byte[] {127, 0, 0, 3}))) {
            socket.getOutputStream()
                    .write(BEGUN.replace("Fairway Markets", "Green Valley Farm").getBytes(StandardCharsets.US_ASCII));

            // The connection stays for the rest of the body, which nobody reads.
            socket.setSoTimeout((int) FIRST_BYTE.toMillis());
            byte[] start = socket.getInputStream().readNBytes("HTTP/1.1 403".length());
            assertThat(start).asString(StandardCharsets.US_ASCII).isEqualTo("HTTP/1.1 403");
        }
        await("the log says so").atMost(Duration.ofSeconds(5)).until(() -> gateway.log()
                .contains("From 127.0.0.3, in the name of green-valley-farm:"
                        + " their profile's 'from' names no such address."));
    }

    @Test
    void aConnectionTooManyIsToldToComeLaterAndCountedAndOneThatSaysNothingIsClosed() throws Exception {
        List<Socket> crowd = new ArrayList<>();
        try {
            Instant before = Instant.now();
            for (int i = 0; i <= CONNECTIONS; i++) {
                crowd.add(connect());
            }
            List<String> answers = new ArrayList<>();
            for (Socket socket : crowd) {
                answers.add(answer(socket));
            }

            // Which of them is one too many is not said: they are taken by several threads.
            assertThat(answers).anySatisfy(answer -> assertThat(answer)
                    .startsWith("HTTP/1.1 503")
                    .contains("Retry-After: 60")
                    .endsWith("please come later.\r\n"));
            assertThat(answers).as("closed without a word").contains("");
            assertThat(Duration.between(before, Instant.now())).isGreaterThanOrEqualTo(FIRST_BYTE);
            await("there is room again").atMost(Duration.ofSeconds(5)).until(() -> gateway.get("/q/metrics")
                    .contains("lotwire_http_connections_silent_total"));
            assertThat(gateway.get("/q/metrics")).containsPattern("lotwire_http_connections_silent_total [1-9]");
            assertThat(gateway.get("/q/metrics")).containsPattern("lotwire_http_connections_refused_total [1-9]");
            assertThat(farmSends(5)).isInstanceOf(Sent.Confirmed.class);
        } finally {
            for (Socket socket : crowd) {
                socket.close();
            }
        }
    }

    /** All that a connection hears until it ends. */
    private static String answer(Socket socket) throws Exception {
        socket.setSoTimeout((int) FIRST_BYTE.multipliedBy(2).toMillis());
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
    }

    private static Sent farmSends(int number) throws Exception {
        OutgoingMessage message =
                partners.message(partners.farm(), Partners.documents(number).shipNotice());
        return partners.farm().send(message, gateway.as2());
    }

    /** Another address of this machine; only Linux has more than one without being told. */
    private static InetAddress elsewhere() throws Exception {
        InetAddress second = InetAddress.getByAddress(new byte[] {127, 0, 0, 2});
        assumeTrue(System.getProperty("os.name").equals("Linux"));
        return second;
    }

    private static Socket connect(InetAddress from) throws Exception {
        return new Socket(InetAddress.getLoopbackAddress(), gateway.as2().getPort(), from, 0);
    }

    /**
     * What a further request in the retailer's name hears within a second: nothing while its body is waited for. Then it
     * stays in the crowd, for it may have come before some of those and hold the place of one.
     */
    private static String oneMore(List<Socket> crowd) throws Exception {
        Socket socket = connect();
        crowd.add(socket);
        socket.setSoTimeout(1000);
        socket.getOutputStream().write(BEGUN.formatted(1000).getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
        try {
            byte[] answer = new byte[200];
            InputStream in = socket.getInputStream();
            return new String(answer, 0, Math.max(0, in.read(answer)), StandardCharsets.US_ASCII);
        } catch (SocketTimeoutException waited) {
            return "";
        }
    }

    private static Socket connect() throws Exception {
        return new Socket(InetAddress.getLoopbackAddress(), gateway.as2().getPort());
    }
}
