package io.lotwire.wire.mail;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.lotwire.ledger.Archive;
import io.lotwire.partner.certificate.Password;
import io.lotwire.wire.Outgoing;
import io.lotwire.wire.ProbeLines;
import io.lotwire.wire.ProbeStep;
import io.lotwire.wire.ServerCertificates;
import io.lotwire.wire.mail.MailWire.Security;
import io.lotwire.yaml.FileLine;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Message;
import jakarta.mail.internet.MimeMessage;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Mail to a real server on loopback. */
class MailTest {
    private static final Instant NOW = Instant.parse("2026-12-01T06:00:00Z");
    private static final String PASSWORD = "seldom-guessed";

    @TempDir
    private Path folder;

    private GreenMail server;
    private Archive archive;

    @BeforeEach
    void start() throws Exception {
        server = new GreenMail(new ServerSetup[] {
            new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP),
            new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTPS)
        });
        server.setUser("lotwire@northgate.example", "lotwire", PASSWORD);
        server.start();
        archive = Archive.in(folder);
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void aTextIsTheBodyItsFirstLineTheSubjectAndTheMessageIdIsTheSameEachTime() throws Exception {
        Outgoing text = document("Lot alert 7: Größe\n\n- LOT_RECALLED: Lot A1.\n", "text/plain; charset=utf-8");
        MailWire wire = wire(Security.NONE, "lotwire", PASSWORD);

        send(wire, text);
        send(wire, text);

        MimeMessage[] received = server.getReceivedMessages();
        assertThat(received).hasSize(2);
        for (MimeMessage each : received) {
            assertThat(each.getMessageID()).isEqualTo("<7@lotwire>");
            assertThat(each.getSubject()).isEqualTo("Lot alert 7: Größe");
            assertThat(each.getContent().toString().replace("\r", "").stripTrailing())
                    .isEqualTo("Lot alert 7: Größe\n\n- LOT_RECALLED: Lot A1.");
            assertThat(each.getFrom()[0]).hasToString("lots@northgate.example");
            assertThat(each.getRecipients(Message.RecipientType.TO)[0]).hasToString("quality@northgate.example");
            assertThat(each.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        }
    }

    @Test
    void anotherDocumentIsAFile() throws Exception {
        send(wire(Security.NONE, "", ""), document("{}", "application/json"));

        MimeMessage received = server.getReceivedMessages()[0];
        assertThat(received.getFileName()).isEqualTo("alert-7-1.dat");
        assertThat(received.getContentType()).startsWith("application/json");
    }

    @Test
    void aWrongPasswordLetsNobodyIn() {
        assertThatThrownBy(() -> connect(wire(Security.NONE, "lotwire", "guessed")))
                .isInstanceOf(AuthenticationFailedException.class);
    }

    @Test
    void eachStepToAServerThatWorksIsToldAndNothingIsSent() {
        assertThat(ProbeLines.of(probe(wire(Security.NONE, "lotwire", PASSWORD))))
                .containsExactly("name ok", "port ok", "smtp ok", "login ok");
        assertThat(server.getReceivedMessages()).isEmpty();
    }

    @Test
    void aServerWithoutStarttlsOrWithACertificateThatNobodyTrustsIsRefused() {
        assertThat(ProbeLines.of(probe(wire(Security.STARTTLS, "lotwire", PASSWORD))))
                .containsExactly("name ok", "port ok", "smtp FAILED", "login -");
        assertThat(ProbeLines.of(probe(wire(Security.TLS, "lotwire", PASSWORD))))
                .containsExactly("name ok", "port ok", "smtp FAILED", "login -");
    }

    private Outgoing document(String text, String contentType) throws Exception {
        boolean plain = contentType.startsWith("text/plain");
        return new Outgoing(
                7,
                0,
                "quality-desk",
                archive.keep(text.getBytes(UTF_8)),
                archive,
                contentType,
                plain ? "alert-7-1.txt" : "alert-7-1.dat",
                "<7@lotwire>",
                plain ? "text" : "json",
                "",
                "<7@lotwire>",
                false);
    }

    private MailWire wire(Security security, String user, String password) {
        int port = security == Security.TLS
                ? server.getSmtps().getPort()
                : server.getSmtp().getPort();
        return new MailWire(
                "127.0.0.1",
                port,
                security,
                ServerCertificates.NONE,
                user,
                Password.of(password),
                "lots@northgate.example",
                List.of("quality@northgate.example"),
                new FileLine("quality-desk.yaml", 5));
    }

    private static SMTPTransport connect(MailWire wire) throws Exception {
        return new MailServer(wire, Duration.ofSeconds(10), true).connect();
    }

    private static void send(MailWire wire, Outgoing document) throws Exception {
        MailServer server = new MailServer(wire, Duration.ofSeconds(10), true);
        try (SMTPTransport connection = server.connect()) {
            DocumentMail mail = DocumentMail.of(server.session(), wire, document, NOW);
            connection.sendMessage(mail, mail.getAllRecipients());
            assertThat(connection.getLastServerResponse()).startsWith("250");
        }
    }

    private static List<ProbeStep> probe(MailWire wire) {
        return new MailProbe().run(wire, ProbeLines.place(Optional.empty(), Optional.empty(), Optional.empty()));
    }
}
