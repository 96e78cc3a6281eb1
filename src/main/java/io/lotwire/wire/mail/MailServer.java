package io.lotwire.wire.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import java.io.IOException;
import java.time.Duration;
import java.util.Properties;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/** The server of a mail wire, and connections to it. */
final class MailServer {
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);

    private final MailWire wire;
    private final boolean login;
    private final Session session;

    /**
     * @param patience how long one answer may take
     * @param login whether to log in, where the profile says as whom
     * @throws IOException when a certificate that the profile names cannot be read
     */
    MailServer(MailWire wire, Duration patience, boolean login) throws IOException {
        this.wire = wire;
        this.login = login && !wire.user().isEmpty();
        this.session = Session.getInstance(properties(wire, patience, this.login));
    }

    /** What messages are made for. */
    Session session() {
        return session;
    }

    /** Connects, and encrypts as the profile says. */
    SMTPTransport connect() throws MessagingException, IOException {
        SMTPTransport transport =
                new SMTPTransport(session, new URLName("smtp", wire.host(), wire.port(), null, null, null));
        transport.connect(
                wire.host(),
                wire.port(),
                login ? wire.user() : null,
                login ? String.valueOf(wire.password().read()) : null);
        return transport;
    }

    private static Properties properties(MailWire wire, Duration patience, boolean login) throws IOException {
        Properties properties = new Properties();
        properties.put(
                "mail.smtp.ssl.socketFactory", wire.serverCertificates().tls().getSocketFactory());
        properties.put(
                "mail.smtp.ssl.checkserveridentity",
                Boolean.toString(!wire.serverCertificates().areNamed()));
        // Else a server that shows another certificate is connected to once more, as Java trusts servers, and under any
        // name.
        properties.put("mail.smtp.socketFactory.fallback", "false");
        properties.put("mail.smtp.ssl.protocols", "TLSv1.3 TLSv1.2");
        properties.put("mail.smtp.ssl.enable", Boolean.toString(wire.security() == MailWire.Security.TLS));
        boolean starttls = wire.security() == MailWire.Security.STARTTLS;
        properties.put("mail.smtp.starttls.enable", Boolean.toString(starttls));
        properties.put("mail.smtp.starttls.required", Boolean.toString(starttls));
        properties.put("mail.smtp.auth", Boolean.toString(login));
        properties.put("mail.smtp.from", wire.from());
        properties.put("mail.smtp.connectiontimeout", Long.toString(CONNECT_TIMEOUT.toMillis()));
        properties.put("mail.smtp.timeout", Long.toString(patience.toMillis()));
        properties.put("mail.smtp.writetimeout", Long.toString(patience.toMillis()));
        return properties;
    }
}
