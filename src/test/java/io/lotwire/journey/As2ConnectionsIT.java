package io.lotwire.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.lotwire.as2.OutgoingMessage;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is heard on a connection to {@code /as2}, however its request comes in and wherever it stops. */
class As2ConnectionsIT {
    private static final Duration PAUSE = Duration.ofSeconds(2);
    private static final int PATIENCE_MILLIS = 20_000;
    private static final int MOST_BYTES = 1024 * 1024;
    private static final String NO_BYTE = "Content-Length: 1000\r\n\r\n";

    /** How far a body comes: how long it is, and what is sent of it. */
    enum Part {
        NOTHING(NO_BYTE),
        OF_A_SMALL_ONE("Content-Length: 1000\r\n\r\nISA*"),
        OF_A_LARGE_ONE("Content-Length: 900000\r\n\r\n" + "x".repeat(300_000)),
        OF_ONE_IN_CHUNKS("Transfer-Encoding: chunked\r\n\r\n4\r\nISA*\r\n");

        private final String text;

        Part(String text) {
            this.text = text;
        }
    }

    @TempDir
    private static Path folder;

    private static Partners partners;
    private static GatewayUnderTest gateway;

    @BeforeAll
    static void start() throws Exception {
        Path data = folder.resolve("connections");
        partners = Partners.start(data);
        Map<String, String> environment = new HashMap<>(partners.environment());
        environment.put("QUARKUS_HTTP_READ_TIMEOUT", PAUSE.toSeconds() + "S");
        environment.put("QUARKUS_HTTP_LIMITS_MAX_BODY_SIZE", Integer.toString(MOST_BYTES));
        environment.put(
                "LOTWIRE_PARTNERS",
                ProfilesUnderTest.copy(folder.resolve("partners"))
                        .change("green-valley-farm", "    sign:", "    from: [ 127.0.0.1 ]\n    sign:")
                        .folder());
        gateway = GatewayUnderTest.start(data, environment);
    }

    @AfterAll
    static void stop() throws Exception {
        Ending.all(gateway, partners);
    }

    @ParameterizedTest
    @EnumSource
    void whoStopsInTheBodyIsToldToSendItAgainAndTheConnectionCloses(Part part) throws Exception {
        try (Socket socket = connect()) {
            say(socket, fromTheFarm() + part.text);

            assertThat(allOf(socket))
                    .startsWith("HTTP/1.1 503 ")
                    .contains("Retry-After: 60\r\n", "Connection: close\r\n")
                    .endsWith("\r\n\r\nThe message was not taken; please send it again later.\r\n");
        }
        assertNobodyIsUnderWay();
    }

    @ParameterizedTest
    @EnumSource
    void whoBreaksOffInTheBodyLosesThePlaceAndTheLogSaysSoInOneLine(Part part) throws Exception {
        int before = gateway.log().length();
        try (Socket socket = connect()) {
            say(socket, fromTheFarm() + part.text);
        }

        await("the log says so")
                .atMost(Duration.ofSeconds(10))
                .until(() -> gateway.log().substring(before).contains("An AS2 request broke off"));
        assertNobodyIsUnderWay();
        assertThat(gateway.log().substring(before)).hasLineCount(1);
    }

    @Test
    void whoIsLetInAndAsksBeforeTheBodyIsToldToGoOn() throws Exception {
        OutgoingMessage message = message(1);
        try (Socket socket = connect();
                InputStream body = message.body().open()) {
            say(socket, head(message.headers()) + "Expect: 100-continue\r\n" + length(message) + "\r\n");
            String goOn = "HTTP/1.1 100 Continue\r\n\r\n";
            socket.setSoTimeout(PATIENCE_MILLIS);
            assertThat(new String(socket.getInputStream().readNBytes(goOn.length()), StandardCharsets.US_ASCII))
                    .isEqualTo(goOn);

            body.transferTo(socket.getOutputStream());

            assertThat(startOf(socket)).isEqualTo("HTTP/1.1 200");
        }
    }

    @Test
    void whoIsNotLetInAndAsksBeforeTheBodyIsNotToldToGoOn() throws Exception {
        assumeTrue(System.getProperty("os.name").equals("Linux"));
        InetAddress elsewhere = InetAddress.getByAddress(new byte[] {127, 0, 0, 3});
        try (Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), gateway.as2().getPort(), elsewhere, 0)) {
            say(socket, fromTheFarm() + "Expect: 100-continue\r\n" + NO_BYTE);

            assertThat(startOf(socket)).isEqualTo("HTTP/1.1 403");
        }
    }

    @Test
    void aSmallBodyThatComesInPiecesIsTaken() throws Exception {
        OutgoingMessage message = message(2);
        byte[] body = bytes(message);
        try (Socket socket = connect()) {
            socket.setTcpNoDelay(true);
            say(socket, head(message.headers()) + length(message) + "\r\n");
            socket.getOutputStream().write(body, 0, body.length / 2);
            assertNothingIsHeardFor(Duration.ofMillis(200), socket);
            socket.getOutputStream().write(body, body.length / 2, body.length - body.length / 2);

            assertThat(startOf(socket)).isEqualTo("HTTP/1.1 200");
        }
    }

    @Test
    void twoRequestsAtOnceOnAConnectionAreAnsweredInTheirOrder() throws Exception {
        OutgoingMessage message = message(3);
        String whole = head(message.headers()) + length(message) + "Connection: close\r\n\r\n"
                + new String(bytes(message), StandardCharsets.ISO_8859_1);
        String nothing = "POST /as2 HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0\r\n\r\n";
        try (Socket socket = connect()) {
            say(socket, nothing + whole);

            assertThat(allOf(socket))
                    .matches(Pattern.compile("HTTP/1.1 400 .*HTTP/1.1 200 .*processed\r\n.*", Pattern.DOTALL));
        }
    }

    @Test
    void aBodyOfUnknownLengthThatGrowsTooLargeEndsWithAStatusAndTheConnectionCloses() throws Exception {
        try (Socket socket = connect()) {
            say(socket, fromTheFarm() + "Transfer-Encoding: chunked\r\n\r\n");
            say(socket, Integer.toHexString(MOST_BYTES + 1) + "\r\n" + "x".repeat(MOST_BYTES + 1));

            assertThat(allOf(socket))
                    .startsWith("HTTP/1.1 413 ")
                    .contains("Connection: close\r\n")
                    .endsWith("\r\n\r\n");
        }
        assertNobodyIsUnderWay();
    }

    @Test
    void aBodyWhoseLengthIsTooLargeEndsWithAStatusUnread() throws Exception {
        try (Socket socket = connect()) {
            say(socket, fromTheFarm() + "Content-Length: " + (MOST_BYTES + 1) + "\r\n\r\n");

            assertThat(allOf(socket)).startsWith("HTTP/1.1 413 ");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "PUT", "DELETE", "HEAD"})
    void nothingButPostIsServed(String method) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(gateway.as2())
                .method(method, HttpRequest.BodyPublishers.noBody())
                .build();

        HttpResponse<String> response = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());

        assertThat(response.statusCode()).isEqualTo(405);
        assertThat(response.headers().firstValue("Allow")).hasValue("OPTIONS, POST");
        assertThat(response.body()).isEmpty();
    }

    @Test
    void onlyThePathItselfIsServedAndCounted() throws Exception {
        URI below = gateway.path("/as2/more");
        HttpRequest request = HttpRequest.newBuilder(below)
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();

        HttpResponse<String> response = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());

        assertThat(response.statusCode()).isEqualTo(404);
        whoIsLetInAndAsksBeforeTheBodyIsToldToGoOn();
        assertThat(gateway.get("/q/metrics"))
                .containsPattern("http_server_requests_seconds_count\\{[^}]*status=\"200\",uri=\"/as2\"} [1-9]");
    }

    private static void assertNobodyIsUnderWay() {
        await("the place is free again").atMost(Duration.ofSeconds(10)).until(() -> gateway.get("/q/health/ready")
                .contains("\"underWay\": 0"));
    }

    private static void assertNothingIsHeardFor(Duration span, Socket socket) throws IOException {
        socket.setSoTimeout((int) span.toMillis());
        try {
            assertThat(socket.getInputStream().read()).as("heard too early").isNull();
        } catch (SocketTimeoutException nothingHeard) {
            socket.setSoTimeout(PATIENCE_MILLIS);
        }
    }

    private static OutgoingMessage message(int number) throws Exception {
        return partners.message(partners.farm(), Partners.documents(number).shipNotice());
    }

    private static byte[] bytes(OutgoingMessage message) throws IOException {
        try (InputStream body = message.body().open()) {
            return body.readAllBytes();
        }
    }

    private static String length(OutgoingMessage message) {
        return "Content-Length: " + message.body().size() + "\r\n";
    }

    private static String fromTheFarm() {
        return head(Map.of(
                "AS2-Version", "1.2",
                "AS2-From", "Green Valley Farm",
                "AS2-To", "Northgate Distribution",
                "Message-ID", "<1@connections>",
                "Content-Type", "application/edi-x12"));
    }

    private static String head(Map<String, String> headers) {
        StringBuilder head = new StringBuilder("POST /as2 HTTP/1.1\r\nHost: localhost\r\n");
        headers.forEach(
                (name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        return head.toString();
    }

    private static Socket connect() throws IOException {
        return new Socket(InetAddress.getLoopbackAddress(), gateway.as2().getPort());
    }

    private static void say(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
        socket.getOutputStream().flush();
    }

    /** The first words of an answer. */
    private static String startOf(Socket socket) throws IOException {
        socket.setSoTimeout(PATIENCE_MILLIS);
        return new String(socket.getInputStream().readNBytes("HTTP/1.1 200".length()), StandardCharsets.US_ASCII);
    }

    /** All that a connection hears until the gateway closes it. */
    private static String allOf(Socket socket) throws IOException {
        socket.setSoTimeout(PATIENCE_MILLIS);
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
    }
}
