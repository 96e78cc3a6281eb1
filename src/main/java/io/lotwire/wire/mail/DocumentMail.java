package io.lotwire.wire.mail;

import io.lotwire.wire.Outgoing;
import jakarta.activation.DataHandler;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;

/**
 * A mail with a document: a text as its body, with its first line as the subject, and anything else as a file. Its Message-ID is that of
 * the delivery each time it is sent, so that who gets it twice can tell (RFC 5322, 3.6.4).
 */
final class DocumentMail extends MimeMessage {
    /** RFC 5322, 2.1.1 wants short lines; what is cut off stands in the body. */
    private static final int LONGEST_SUBJECT = 200;

    private final String messageId;

    private DocumentMail(Session session, String messageId) {
        super(session);
        this.messageId = messageId;
    }

    /**
     * Makes one.
     *
     * @param now when it is sent
     */
    static DocumentMail of(Session session, MailWire wire, Outgoing delivery, Instant now)
            throws MessagingException, IOException {
        byte[] document;
        try (InputStream bytes = delivery.open()) {
            document = bytes.readAllBytes();
        }
        DocumentMail mail = new DocumentMail(session, delivery.messageId());
        mail.setFrom(new InternetAddress(wire.from()));
        for (String address : wire.to()) {
            mail.addRecipient(Message.RecipientType.TO, new InternetAddress(address));
        }
        mail.setSentDate(Date.from(now));
        // RFC 3834: no out-of-office reply is sent to it.
        mail.setHeader("Auto-Submitted", "auto-generated");
        mail.setDataHandler(new DataHandler(new ByteArrayDataSource(document, delivery.contentType())));
        if (delivery.contentType().startsWith("text/plain")) {
            mail.setSubject(subject(document), StandardCharsets.UTF_8.name());
        } else {
            mail.setSubject(delivery.fileName(), StandardCharsets.UTF_8.name());
            mail.setDisposition(Part.ATTACHMENT);
            mail.setFileName(delivery.fileName());
        }
        mail.saveChanges();
        return mail;
    }

    private static String subject(byte[] text) {
        String first =
                new String(text, StandardCharsets.UTF_8).lines().findFirst().orElse("");
        String plain = first.replaceAll("\\p{Cntrl}", " ").strip();
        return plain.length() > LONGEST_SUBJECT ? plain.substring(0, LONGEST_SUBJECT) : plain;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
        setHeader("Message-ID", messageId);
    }
}
