package io.lotwire.as2;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.lotwire.as2.agreement.As2Agreement;
import io.lotwire.as2.agreement.SendingRules;
import io.lotwire.as2.bytes.Content;
import io.lotwire.as2.bytes.Octets;
import io.lotwire.as2.http.HttpSender;
import io.lotwire.as2.protection.Mic;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;

/** A delivery counts only with a valid MDN; whatever else a server answers is named for what it is. */
class SenderTest {
    @TempDir
    Path folder;

    private static final AttackTable TABLE = AttackTable.ofReceipts();

    private final As2Agreement farm = TwoPartners.farmSide(SendingRules.standard());
    private HttpServer server;
    private OutgoingMessage message;
    private UnaryOperator<HttpAnswer> change = UnaryOperator.identity();
    private String answered = "";

    @AfterAll
    static void theTableInTheDocumentationSaysTheSame() throws IOException {
        TABLE.check();
    }

    @BeforeEach
    void start(TestInfo test) throws Exception {
        answered = test.getTestMethod().orElseThrow().getName();
        message = TwoPartners.sender().build(farm, List.of(payload()), folder);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/as2", exchange -> {
            Received received = TwoPartners.receiver(folder.resolve("spool"))
                    .receive(
                            exchange.getRequestHeaders(),
                            exchange.getRequestBody(),
                            TwoPartners.only(TwoPartners.hubSide(TwoPartners.ALL)));
            HttpAnswer answer = change.apply(received.answer());
            answer.headers().forEach(exchange.getResponseHeaders()::set);
            exchange.sendResponseHeaders(
                    answer.status(),
                    answer.body().size() == 0 ? -1 : answer.body().size());
            exchange.getResponseBody().write(answer.body().toByteArray());
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void aTrueMdnConfirms() throws Exception {
        assertThat(send()).isInstanceOfSatisfying(Sent.Confirmed.class, confirmed -> assertThat(
                        confirmed.mdn().mic())
                .contains(message.mic()));
    }

    @Test
    void anUnsignedMdnWhereASignedOneWasAskedForDoesNotConfirm() throws Exception {
        change = answer -> report("Disposition: automatic-action/MDN-sent-automatically; processed", message.mic());

        assertNotConfirmed(NotConfirmedReason.MDN_UNSIGNED);
    }

    @Test
    void anAlteredMdnDoesNotConfirm() throws Exception {
        change = answer -> replaced(answer, "The message was received", "The message was RECEIVED");

        assertNotConfirmed(NotConfirmedReason.MDN_NOT_AUTHENTIC);
    }

    @Test
    void theMdnOfAnotherMessageDoesNotConfirm() throws Exception {
        OutgoingMessage other = TwoPartners.sender().build(farm, List.of(payload()), folder);
        Received received = TwoPartners.deliver(other, TwoPartners.hubSide(TwoPartners.ALL), folder.resolve("spool"));
        change = answer -> received.answer();

        assertNotConfirmed(NotConfirmedReason.OTHER_MESSAGE);
    }

    @Test
    void anMdnWithoutMicOrWithAnotherDoesNotConfirm() throws Exception {
        message = TwoPartners.sender()
                .build(TwoPartners.farmSide(SendingRules.standard().withSignedMdn(false)), List.of(payload()), folder);
        change = answer -> report("Disposition: automatic-action/MDN-sent-automatically; processed", null);
        assertNotConfirmed(NotConfirmedReason.MIC_MISSING);

        Mic other = new Mic(
                "AAAA" + message.mic().base64().substring(4), message.mic().algorithm());
        change = answer -> report("Disposition: automatic-action/MDN-sent-automatically; processed", other);
        assertNotConfirmed(NotConfirmedReason.MIC_DIFFERS);
    }

    @Test
    void aNegativeMdnShowsItsDispositionAndIsNotWorthSendingAgain() throws Exception {
        change = answer -> report(
                "Disposition: automatic-action/MDN-sent-automatically; processed/error: decryption-failed", null);

        Sent.NotConfirmed refused = assertNotConfirmed(NotConfirmedReason.REFUSED);
        assertThat(refused.sentence()).contains("decryption-failed");
        assertThat(refused.reason().worthRetrying()).isFalse();
    }

    @Test
    void aWebPageIsNoMdn() throws Exception {
        change = answer -> HttpAnswer.text(200, "<html>Welcome</html>");

        assertThat(assertNotConfirmed(NotConfirmedReason.NOT_AN_MDN).sentence()).contains("Welcome");
    }

    @Test
    void anEmptyAnswerIsNoMdnUnlessItComesLater() throws Exception {
        change = answer -> new HttpAnswer(200, java.util.Map.of(), Octets.EMPTY);

        assertNotConfirmed(NotConfirmedReason.NOT_AN_MDN);
        URI here = URI.create("http://127.0.0.1:1/as2");
        message = TwoPartners.sender()
                .build(TwoPartners.farmSide(SendingRules.standard().withAsyncMdnTo(here)), List.of(payload()), folder);
        assertThat(send()).isEqualTo(new Sent.AwaitingMdn(200));
    }

    @Test
    void aServerErrorAndARedirectAreNamed() throws Exception {
        change = answer -> HttpAnswer.text(503, "down for maintenance");
        assertThat(assertNotConfirmed(NotConfirmedReason.HTTP_STATUS).sentence())
                .contains("503", "maintenance");

        change = answer -> new HttpAnswer(302, java.util.Map.of("Location", "http://127.0.0.1:1/"), Octets.EMPTY);
        assertNotConfirmed(NotConfirmedReason.REDIRECTED);
    }

    @Test
    void anEndlessAnswerIsCutOff() throws Exception {
        change = answer -> HttpAnswer.text(200, "x".repeat(5_000_000));

        assertNotConfirmed(NotConfirmedReason.NOT_AN_MDN);
    }

    @Test
    void silenceEndsWithTheTimeout() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            As2Sender hasty = new As2Sender(HttpSender.standard(), Duration.ofMillis(300), TwoPartners.CLOCK);

            Sent sent = hasty.send(message, farm, URI.create("http://127.0.0.1:" + silent.getLocalPort() + "/as2"));

            assertThat(sent).isInstanceOfSatisfying(Sent.NotConfirmed.class, not -> assertThat(not.reason())
                    .isEqualTo(NotConfirmedReason.TIMED_OUT));
            TABLE.add(answered, NotConfirmedReason.TIMED_OUT);
        }
    }

    @Test
    void anAddressThatIsNoneIsReportedNotThrown() throws Exception {
        assertThat(TwoPartners.sender().send(message, farm, URI.create("ftp://example.com/as2")))
                .isInstanceOf(Sent.NotConfirmed.class);
    }

    private Sent send() throws InterruptedException {
        URI to = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/as2");
        return TwoPartners.sender().send(message, farm, to);
    }

    private Sent.NotConfirmed assertNotConfirmed(NotConfirmedReason reason) throws InterruptedException {
        Sent sent = send();
        assertThat(sent).isInstanceOfSatisfying(Sent.NotConfirmed.class, not -> assertThat(not.reason())
                .as(not.sentence())
                .isEqualTo(reason));
        TABLE.add(answered, reason);
        return (Sent.NotConfirmed) sent;
    }

    private OutgoingPayload payload() throws IOException {
        return new OutgoingPayload(Content.of(TwoPartners.PAYLOAD), "application/edi-x12", "");
    }

    private HttpAnswer report(String disposition, Mic mic) {
        String body = "--r\r\nContent-Type: text/plain\r\n\r\nwords\r\n--r\r\n"
                + "Content-Type: message/disposition-notification\r\n\r\nOriginal-Message-ID: " + message.messageId()
                + "\r\n" + disposition + "\r\n"
                + Optional.ofNullable(mic)
                        .map(value -> "Received-Content-MIC: " + value + "\r\n")
                        .orElse("")
                + "\r\n--r--\r\n";
        return new HttpAnswer(
                200,
                java.util.Map.of("Content-Type", "multipart/report; report-type=disposition-notification; boundary=r"),
                Octets.of(body));
    }

    private static HttpAnswer replaced(HttpAnswer answer, String from, String to) {
        String body = new String(answer.body().toByteArray(), StandardCharsets.ISO_8859_1);
        assertThat(body).contains(from);
        return new HttpAnswer(
                answer.status(),
                answer.headers(),
                Octets.of(body.replace(from, to).getBytes(StandardCharsets.ISO_8859_1)));
    }
}
