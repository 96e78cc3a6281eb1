package io.lotwire.wire.mail;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lotwire.ledger.Archive;
import io.lotwire.partner.certificate.CertificateFile;
import io.lotwire.partner.certificate.Password;
import io.lotwire.wire.Outgoing;
import io.lotwire.wire.PrivateAuthority;
import io.lotwire.wire.ProbeLines;
import io.lotwire.wire.ProbeStep;
import io.lotwire.wire.ServerCertificates;
import io.lotwire.wire.mail.MailWire.Security;
import io.lotwire.yaml.FileLine;
import jakarta.mail.MessagingException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.subethamail.smtp.auth.LoginFailedException;
import org.subethamail.smtp.auth.PlainAuthenticationHandlerFactory;
import org.subethamail.smtp.server.SMTPServer;

/** Nothing is said to a mail server before TLS protects it, as far as the profile says so, and it is the server that is meant. */
class MailSecurityTest {
    private static final String PASSWORD = "seldom-guessed";
    private static final FileLine AT = new FileLine("quality-desk.yaml", 5);
    private static final List<String> REFUSED = List.of("name ok", "port ok", "smtp FAILED", "login -");
    private static final List<String> LET_IN = List.of("name ok", "port ok", "smtp ok", "login ok");

    @TempDir
    private Path folder;

    private final AtomicInteger logins = new AtomicInteger();
    private final List<String> received = new CopyOnWriteArrayList<>();
    private PrivateAuthority authority;
    private SMTPServer server;

    @BeforeEach
    void begin() throws Exception {
        authority = new PrivateAuthority();
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    /** A server that says no to all but STARTTLS while the connection is in the clear. */
    @Test
    void byStarttlsTheConnectionIsEncryptedBeforeWeLogInAndSend() throws Exception {
        PrivateAuthority.Issued issued = authority.issue("localhost");
        start(how -> how.requireTLS().startTlsSocketFactory(issued.server()));

        try (PrivateAuthority.Trust ignored = authority.trusted(folder)) {
            MailWire wire = wire(Security.STARTTLS, ServerCertificates.NONE);
            assertThat(ProbeLines.of(probe(wire))).isEqualTo(LET_IN);
            assertThat(received).isEmpty();
            send(wire);
        }

        assertThat(received).singleElement().asString().contains("Subject: Lot alert 7", "Message-ID: <7@lotwire>");
    }

    @Test
    void byTlsTheConnectionIsEncryptedFromItsFirstByteOn() throws Exception {
        PrivateAuthority.Issued issued = authority.issue("localhost");
        start(how -> how.serverSocketFactory(issued.server()));

        try (PrivateAuthority.Trust ignored = authority.trusted(folder)) {
            MailWire wire = wire(Security.TLS, ServerCertificates.NONE);
            assertThat(ProbeLines.of(probe(wire))).isEqualTo(LET_IN);
            send(wire);
        }

        assertThat(received).singleElement().asString().contains("Subject: Lot alert 7");
    }

    @Test
    void aServerThatDoesNotOfferStarttlsHearsNeitherThePasswordNorTheDocument() throws Exception {
        start(how -> how);
        MailWire wire = wire(Security.STARTTLS, ServerCertificates.NONE);

        List<ProbeStep> steps = probe(wire);

        assertThat(ProbeLines.of(steps)).isEqualTo(REFUSED);
        assertThat(ProbeLines.failure(steps)).contains("STARTTLS");
        assertThatThrownBy(() -> send(wire))
                .isInstanceOf(MessagingException.class)
                .hasMessageContaining("STARTTLS");
        assertThat(logins).hasValue(0);
        assertThat(received).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = Security.class,
            names = {"STARTTLS", "TLS"})
    void aTrustedCertificateOfAnotherServerIsRefused(Security security) throws Exception {
        start(security, authority.issue("mail.other.example"));

        try (PrivateAuthority.Trust ignored = authority.trusted(folder)) {
            assertIsRefused(wire(security, ServerCertificates.NONE), "localhost");
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Security.class,
            names = {"STARTTLS", "TLS"})
    void aCertificateOfAnAuthorityThatNobodyTrustsIsRefused(Security security) throws Exception {
        start(security, authority.issue("localhost"));

        assertIsRefused(wire(security, ServerCertificates.NONE), "certification path");
    }

    @ParameterizedTest
    @EnumSource(
            value = Security.class,
            names = {"STARTTLS", "TLS"})
    void aCertificateThatEndedIsRefused(Security security) throws Exception {
        start(security, authority.issueUntil(Instant.now().minus(Duration.ofDays(1)), "localhost"));

        try (PrivateAuthority.Trust ignored = authority.trusted(folder)) {
            assertIsRefused(wire(security, ServerCertificates.NONE), "");
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Security.class,
            names = {"STARTTLS", "TLS"})
    void aCertificateThatTheProfileNamesIsTakenUnderAnyNameAndNoOther(Security security) throws Exception {
        PrivateAuthority.Issued shown = authority.issue("mail.other.example");
        start(security, shown);

        MailWire named = wire(security, named(shown));
        assertThat(ProbeLines.of(probe(named))).isEqualTo(LET_IN);
        send(named);
        assertThat(received).hasSize(1);
        logins.set(0);
        MailWire other = wire(security, named(authority.issue("localhost")));
        assertIsRefused(other, "does not name");
        // That Java trusts it does not count beside what the profile names.
        try (PrivateAuthority.Trust ignored = authority.trusted(folder)) {
            assertIsRefused(other, "does not name");
        }
    }

    private void assertIsRefused(MailWire wire, String why) {
        int before = received.size();
        List<ProbeStep> steps = probe(wire);
        assertThat(ProbeLines.of(steps)).isEqualTo(REFUSED);
        assertThat(ProbeLines.failure(steps)).contains(why);
        assertThatThrownBy(() -> send(wire)).isInstanceOf(MessagingException.class);
        assertThat(logins).hasValue(0);
        assertThat(received).hasSize(before);
    }

    private void start(Security security, PrivateAuthority.Issued issued) throws Exception {
        start(how -> security == Security.TLS
                ? how.serverSocketFactory(issued.server())
                : how.enableTLS().startTlsSocketFactory(issued.server()));
    }

    private void start(UnaryOperator<SMTPServer.Builder> how) throws Exception {
        server = how.apply(SMTPServer.port(0)
                        .bindAddress(InetAddress.getLoopbackAddress())
                        .hostName("mail.northgate.example")
                        .authenticationHandlerFactory(
                                new PlainAuthenticationHandlerFactory((user, password, context) -> {
                                    logins.incrementAndGet();
                                    if (!password.equals(PASSWORD)) {
                                        throw new LoginFailedException();
                                    }
                                }))
                        .messageHandler((context, from, to, data) -> received.add(new String(data, UTF_8))))
                .build();
        server.start();
    }

    private ServerCertificates named(PrivateAuthority.Issued issued) throws Exception {
        Path file = issued.pem(folder.resolve(issued.certificate().getSerialNumber() + ".crt"));
        return new ServerCertificates(List.of(new CertificateFile(file, Password.none(), Instant.MIN, AT)));
    }

    private MailWire wire(Security security, ServerCertificates certificates) {
        return new MailWire(
                "localhost",
                server.getPortAllocated(),
                security,
                certificates,
                "lotwire",
                Password.of(PASSWORD),
                "lots@northgate.example",
                List.of("quality@northgate.example"),
                AT);
    }

    private void send(MailWire wire) throws Exception {
        Archive archive = Archive.in(folder);
        Outgoing document = new Outgoing(
                7,
                0,
                "quality-desk",
                archive.keep("Lot alert 7: LOT_RECALLED\n".getBytes(UTF_8)),
                archive,
                "text/plain; charset=utf-8",
                "alert-7-1.txt",
                "<7@lotwire>",
                "text",
                "",
                "<7@lotwire>",
                false);
        MailServer connections = new MailServer(wire, Duration.ofSeconds(10), true);
        try (SMTPTransport connection = connections.connect()) {
            DocumentMail mail = DocumentMail.of(connections.session(), wire, document, Instant.now());
            connection.sendMessage(mail, mail.getAllRecipients());
        }
    }

    private static List<ProbeStep> probe(MailWire wire) {
        return new MailProbe().run(wire, ProbeLines.place());
    }
}
