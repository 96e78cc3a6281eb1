package io.lotwire.wire.as2;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.lotwire.as2.keys.KeyAndCertificate;
import io.lotwire.as2.keys.KeyMaker;
import io.lotwire.as2.tls.TlsClient;
import io.lotwire.partner.Profile;
import io.lotwire.partner.certificate.CertificateFile;
import io.lotwire.partner.certificate.KeyFile;
import io.lotwire.partner.certificate.Password;
import io.lotwire.wire.ProbeLines;
import io.lotwire.wire.ProbeStep;
import io.lotwire.yaml.FileLine;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class As2ProbeTest {
    private static final FileLine AT = new FileLine("acme.yaml", 1);
    private static final String PASSWORD = "seldom-guessed";
    private final Instant yearAgo = Instant.now().minus(Duration.ofDays(365));
    private final KeyAndCertificate valid = KeyMaker.make("acme", yearAgo, Duration.ofDays(700));
    private final KeyAndCertificate ended = KeyMaker.make("acme", yearAgo, Duration.ofDays(30));

    @TempDir
    Path folder;

    private Path key;
    private Path certificate;
    private Path pinned;

    @BeforeEach
    void writeKeys() throws Exception {
        key = folder.resolve("our.p12");
        certificate = folder.resolve("their.crt");
        pinned = folder.resolve("server.crt");
        KeyMaker.writePkcs12(valid, key, PASSWORD.toCharArray());
        KeyMaker.writeCertificate(valid.certificate(), certificate);
        KeyMaker.writeCertificate(valid.certificate(), pinned);
    }

    @Test
    void eachStepToAServerThatWorksIsTold() throws Exception {
        List<ProbeStep> steps = overTls(valid, 405);

        assertThat(ProbeLines.of(steps))
                .containsExactly(
                        "ids ok", "our key ok", "their certificate ok", "name ok", "port ok", "tls ok", "http ok");
        assertThat(steps.toString())
                .contains("HTTP 405 to a HEAD; no message was sent")
                .doesNotContain(PASSWORD);
    }

    @Test
    void aServerWithAnotherCertificateFails() throws Exception {
        List<ProbeStep> steps = overTls(KeyMaker.make("somebody", yearAgo, Duration.ofDays(700)), 200);

        assertThat(ProbeLines.of(steps)).endsWith("port ok", "tls FAILED", "http -");
        assertThat(ProbeLines.failure(steps))
                .contains("shows a certificate that the agreement does not name", "CN=somebody");
    }

    @Test
    void aServerThatSpeaksNoTlsFails() throws Exception {
        HttpServer server = answering(HttpServer.create(loopback(), 0), 200);
        try {
            assertThat(ProbeLines.of(probe("https", server))).endsWith("port ok", "tls FAILED", "http -");
        } finally {
            server.stop(0);
        }
    }

    @Test
    void anAnswerThatWouldRefuseAMessageFails() throws Exception {
        assertThat(ProbeLines.failure(plain(401))).contains("HTTP 401", "does not let us in");
        assertThat(ProbeLines.failure(plain(301))).contains("HTTP 301", "points to");
        assertThat(ProbeLines.failure(plain(502))).contains("HTTP 502");
        assertThat(ProbeLines.of(plain(404))).endsWith("http ok");
    }

    @Test
    void aNameThatNobodyKnowsAndAPortAtWhichNobodyListensFail() throws Exception {
        assertThat(ProbeLines.of(probe(URI.create("http://as2.invalid/as2"))))
                .endsWith("name FAILED", "port -", "http -");
        assertThat(ProbeLines.of(probe(URI.create("http://127.0.0.1:" + ProbeLines.freePort() + "/as2"))))
                .endsWith("name ok", "port FAILED", "http -");
    }

    @Test
    void keysAndCertificatesThatEndedFailAndTheServerIsTriedAllTheSame() throws Exception {
        KeyMaker.writeCertificate(ended.certificate(), certificate);
        assertThat(ProbeLines.of(plain(200)))
                .containsExactly("ids ok", "our key ok", "their certificate FAILED", "name ok", "port ok", "http ok");

        KeyMaker.writePkcs12(ended, key, PASSWORD.toCharArray());
        assertThat(ProbeLines.of(plain(200))).startsWith("ids ok", "our key FAILED");
    }

    @Test
    void filesThatCannotBeReadFail() throws Exception {
        Files.delete(certificate);
        Files.writeString(key, "no key");

        assertThat(ProbeLines.of(plain(200))).startsWith("ids ok", "our key FAILED", "their certificate FAILED");
    }

    @Test
    void anOwnerWithoutAs2Fails() {
        List<ProbeStep> steps =
                new As2Probe().run(wire("Acme", URI.create("http://as2.invalid/as2"), List.of()), ProbeLines.place());

        assertThat(ProbeLines.of(steps)).startsWith("ids FAILED", "our key FAILED");
    }

    private List<ProbeStep> overTls(KeyAndCertificate shown, int status) throws Exception {
        HttpsServer server = HttpsServer.create(loopback(), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(TlsClient.context(Set.of(), Optional.of(shown))));
        answering(server, status);
        try {
            return probe("https", server);
        } finally {
            server.stop(0);
        }
    }

    private List<ProbeStep> plain(int status) throws Exception {
        HttpServer server = answering(HttpServer.create(loopback(), 0), status);
        try {
            return probe("http", server);
        } finally {
            server.stop(0);
        }
    }

    private static HttpServer answering(HttpServer server, int status) {
        server.createContext("/as2", exchange -> {
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
        server.start();
        return server;
    }

    private static InetSocketAddress loopback() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    }

    private List<ProbeStep> probe(String scheme, HttpServer server) {
        return probe(URI.create(scheme + "://127.0.0.1:" + server.getAddress().getPort() + "/as2"));
    }

    private List<ProbeStep> probe(URI url) {
        Profile nobody = Profile.ofSender("owner", List.of());
        Profile owner = new Profile(
                "owner",
                "Owner",
                true,
                nobody.identity(),
                List.of(wire("Owner", null, List.of(new KeyFile(key, null, Password.of(PASSWORD), Instant.MIN, AT)))),
                nobody.ta1(),
                nobody.repeats(),
                nobody.order(),
                List.of(),
                List.of(),
                nobody.tables(),
                nobody.conventions(),
                nobody.checks(),
                nobody.lots(),
                null,
                List.of(),
                nobody.foodTraceability(),
                null,
                nobody.version(),
                AT);
        return new As2Probe()
                .run(
                        wire("Acme", url, List.of()),
                        ProbeLines.place(Optional.of(owner), Optional.empty(), Optional.empty()));
    }

    private As2Wire wire(String id, URI url, List<KeyFile> keys) {
        return new As2Wire(
                id,
                url,
                List.of(new CertificateFile(certificate, Password.none(), Instant.MIN, AT)),
                keys,
                new As2Wire.Sending(
                        As2Wire.SigningAlgorithm.SHA_256,
                        As2Wire.EncryptionAlgorithm.AES_256_CBC,
                        As2Wire.Compression.NONE,
                        As2Wire.MdnWish.SIGNED,
                        4),
                new As2Wire.Accepting(true, true, List.of(), null, List.of(), 20, List.of()),
                new As2Wire.Client(null, List.of(new CertificateFile(pinned, Password.none(), Instant.MIN, AT)), null),
                AT);
    }
}
