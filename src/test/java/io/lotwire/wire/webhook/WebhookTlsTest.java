package io.lotwire.wire.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.lotwire.ledger.Archive;
import io.lotwire.partner.certificate.CertificateFile;
import io.lotwire.partner.certificate.Password;
import io.lotwire.wire.Outgoing;
import io.lotwire.wire.PrivateAuthority;
import io.lotwire.wire.ProbeLines;
import io.lotwire.wire.ProbeStep;
import io.lotwire.wire.ServerCertificates;
import io.lotwire.yaml.FileLine;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A webhook posts to the server that is meant, by TLS, and to no other; its probe says which step fails. */
class WebhookTlsTest {
    private static final String SECRET =
            "whsec_" + Base64.getEncoder().encodeToString("thirty-two bytes for a test key.".getBytes(UTF_8));
    private static final FileLine AT = new FileLine("quality-program.yaml", 5);
    private static final List<String> WORKS = List.of("secret ok", "address ok", "name ok", "port ok", "tls ok");
    private static final List<String> REFUSED = List.of("secret ok", "address ok", "name ok", "port ok", "tls FAILED");

    @TempDir
    private Path folder;

    private final List<String> posted = new CopyOnWriteArrayList<>();
    private PrivateAuthority authority;
    private HttpServer server;

    @BeforeEach
    void begin() throws Exception {
        authority = new PrivateAuthority();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void aServerOfAnAuthorityThatJavaIsToldToTrustIsPostedTo() throws Exception {
        start(authority.issue("localhost", "127.0.0.1"));

        try (PrivateAuthority.Trust ignored = authority.trusted(folder)) {
            assertThat(ProbeLines.of(probe(wire("localhost", ServerCertificates.NONE))))
                    .isEqualTo(WORKS);
            assertThat(posted).isEmpty();
            assertThat(post(wire("localhost", ServerCertificates.NONE))).isEqualTo(204);
            assertThat(post(wire("127.0.0.1", ServerCertificates.NONE))).isEqualTo(204);
        }

        assertThat(posted).containsExactly("{\"alert\":7}", "{\"alert\":7}");
    }

    @Test
    void aTrustedCertificateOfAnotherServerIsRefused() throws Exception {
        start(authority.issue("hooks.other.example"));

        try (PrivateAuthority.Trust ignored = authority.trusted(folder)) {
            assertIsRefused(wire("localhost", ServerCertificates.NONE), "localhost");
        }
    }

    @Test
    void aServerOfAnAuthorityThatNobodyTrustsIsRefused() throws Exception {
        start(authority.issue("localhost"));

        assertIsRefused(wire("localhost", ServerCertificates.NONE), "certification path");
    }

    @Test
    void aCertificateThatEndedIsRefused() throws Exception {
        start(authority.issueUntil(Instant.now().minus(Duration.ofDays(1)), "localhost"));

        try (PrivateAuthority.Trust ignored = authority.trusted(folder)) {
            assertIsRefused(wire("localhost", ServerCertificates.NONE), "");
        }
    }

    @Test
    void aCertificateThatTheProfileNamesIsTakenUnderAnyNameAndNoOther() throws Exception {
        PrivateAuthority.Issued shown = authority.issue("hooks.other.example");
        start(shown);

        WebhookWire named = wire("localhost", named(shown));
        assertThat(ProbeLines.of(probe(named))).isEqualTo(WORKS);
        assertThat(post(named)).isEqualTo(204);
        posted.clear();
        assertIsRefused(wire("localhost", named(authority.issue("localhost"))), "does not name");
        try (PrivateAuthority.Trust ignored = authority.trusted(folder)) {
            assertIsRefused(wire("localhost", named(authority.issue("localhost"))), "does not name");
        }
    }

    @Test
    void aServerThatSpeaksNoTlsIsToldByTheProbe() throws Exception {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        serve(server);

        List<ProbeStep> steps = probe(wire("localhost", ServerCertificates.NONE));

        assertThat(ProbeLines.of(steps)).isEqualTo(REFUSED);
        assertThat(ProbeLines.failure(steps)).isEqualTo("localhost says nothing during TLS for 5 s");
    }

    @Test
    void eachStepBeforeTlsIsToldByItsName() throws Exception {
        start(authority.issue("localhost"));
        int port = ProbeLines.freePort();
        WebhookWire nobody =
                wire(URI.create("https://localhost:" + port + "/lotwire"), SECRET, ServerCertificates.NONE);
        WebhookWire secretless = wire(url("localhost"), "guessed", ServerCertificates.NONE);
        WebhookWire inside = wire(URI.create("https://169.254.169.254/lotwire"), SECRET, ServerCertificates.NONE);

        assertThat(ProbeLines.of(probe(nobody)))
                .containsExactly("secret ok", "address ok", "name ok", "port FAILED", "tls -");
        assertThat(ProbeLines.of(probe(secretless))).startsWith("secret FAILED", "address ok");
        assertThat(ProbeLines.of(probe(inside)))
                .containsExactly("secret ok", "address FAILED", "name -", "port -", "tls -");
        assertThat(ProbeLines.failure(probe(inside))).contains("169.254.169.254, which is no address of the internet");
        WebhookWire unreadable = wire(
                url("localhost"),
                SECRET,
                new ServerCertificates(
                        List.of(new CertificateFile(folder.resolve("none.crt"), Password.none(), Instant.MIN, AT))));
        assertThat(ProbeLines.failure(probe(unreadable))).startsWith("a certificate under 'serverCertificates'");
    }

    private void assertIsRefused(WebhookWire wire, String why) {
        List<ProbeStep> steps = probe(wire);
        assertThat(ProbeLines.of(steps)).isEqualTo(REFUSED);
        assertThat(ProbeLines.failure(steps)).contains(why);
        assertThatThrownBy(() -> post(wire)).isInstanceOf(SSLException.class);
        assertThat(posted).isEmpty();
    }

    private void start(PrivateAuthority.Issued issued) throws IOException {
        HttpsServer secure = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        secure.setHttpsConfigurator(new HttpsConfigurator(issued.server()));
        server = secure;
        serve(secure);
    }

    private void serve(HttpServer begun) {
        begun.createContext("/lotwire", this::take);
        begun.start();
    }

    private void take(HttpExchange exchange) throws IOException {
        posted.add(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
        exchange.sendResponseHeaders(204, -1);
        exchange.close();
    }

    private URI url(String host) {
        return URI.create("https://" + host + ":" + server.getAddress().getPort() + "/lotwire");
    }

    private WebhookWire wire(String host, ServerCertificates certificates) {
        return wire(url(host), SECRET, certificates);
    }

    private static WebhookWire wire(URI url, String secret, ServerCertificates certificates) {
        return new WebhookWire(url, Password.of(secret), false, certificates, Duration.ofSeconds(10), AT);
    }

    private ServerCertificates named(PrivateAuthority.Issued issued) throws Exception {
        Path file = issued.pem(folder.resolve(issued.certificate().getSerialNumber() + ".crt"));
        return new ServerCertificates(List.of(new CertificateFile(file, Password.none(), Instant.MIN, AT)));
    }

    private int post(WebhookWire wire) throws Exception {
        Archive archive = Archive.in(Files.createDirectories(folder.resolve("archive")));
        Outgoing document = new Outgoing(
                7,
                0,
                "quality-program",
                archive.keep("{\"alert\":7}".getBytes(UTF_8)),
                archive,
                "application/json",
                "alert-7-1.json",
                "<7@lotwire>",
                "json",
                "",
                "<7@lotwire>",
                false);
        return new WebhookSender(wire, Clock.systemUTC()).post(document).status();
    }

    private static List<ProbeStep> probe(WebhookWire wire) {
        return new WebhookProbe().run(wire, ProbeLines.place());
    }
}
