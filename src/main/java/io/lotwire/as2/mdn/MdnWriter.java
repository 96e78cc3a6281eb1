package io.lotwire.as2.mdn;

import io.lotwire.as2.agreement.Allowance;
import io.lotwire.as2.agreement.As2Agreement;
import io.lotwire.as2.bytes.Octets;
import io.lotwire.as2.cms.MultipartSigned;
import io.lotwire.as2.keys.KeyAndCertificate;
import io.lotwire.as2.mime.MessageIdHeader;
import io.lotwire.as2.mime.QuotedString;
import io.lotwire.as2.protection.DigestAlgorithm;
import io.lotwire.as2.protection.Mic;
import io.lotwire.as2.refusal.Refusal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Writes message disposition notifications (RFC 4130 section 7.4). */
public final class MdnWriter {
    /**
     * An MDN ready to travel, as an answer or as a request.
     *
     * @param headers the HTTP headers
     * @param body the HTTP body
     */
    public record Written(Map<String, String> headers, Octets body) {}

    private static final String AUTOMATIC = "automatic-action/MDN-sent-automatically; ";
    private static final String THANKS = "The message was received and stored. This is no statement about its content.";

    private final Clock clock;

    /** @param clock tells the date, and with which key to sign */
    public MdnWriter(Clock clock) {
        this.clock = clock;
    }

    /**
     * Says that a message was taken.
     *
     * @param messageId the message it is about
     * @param request what the sender asked for
     * @param mic the digest of what was taken
     */
    public Written processed(As2Agreement agreement, String messageId, MdnRequest request, Mic mic) throws IOException {
        return write(agreement, messageId, request, AUTOMATIC + "processed", Optional.of(mic), THANKS);
    }

    /** Says, no more than the sender may know, why a message was not taken. */
    public Written refused(As2Agreement agreement, String messageId, MdnRequest request, Refusal refusal)
            throws IOException {
        String disposition = AUTOMATIC + "processed/error: " + refusal.modifier();
        return write(agreement, messageId, request, disposition, Optional.empty(), refusal.outward() + ".");
    }

    /** {@code disposition} as a whole, {@code text} in US-ASCII. */
    private Written write(
            As2Agreement agreement,
            String messageId,
            MdnRequest request,
            String disposition,
            Optional<Mic> mic,
            String text)
            throws IOException {
        String report = report(agreement, messageId, request, disposition, mic, text);
        Optional<KeyAndCertificate> key = agreement.signingKey(clock.instant()).or(() -> agreement.ourKeys().stream()
                .findFirst());
        boolean signed = request.signed() && key.isPresent();
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("AS2-Version", "1.2");
        headers.put("AS2-From", QuotedString.quoted(agreement.ours()));
        headers.put("AS2-To", QuotedString.quoted(agreement.theirs()));
        headers.put("Message-ID", MessageIdHeader.next(agreement.ours()));
        headers.put(
                "Date",
                DateTimeFormatter.RFC_1123_DATE_TIME.format(clock.instant().atZone(ZoneOffset.UTC)));
        headers.put("MIME-Version", "1.0");
        if (!signed) {
            int body = report.indexOf("\r\n\r\n");
            headers.put("Content-Type", report.substring("Content-Type: ".length(), body));
            return new Written(headers, Octets.of(report.substring(body + 4)));
        }
        return signed(report, key.get(), signatureAlgorithm(agreement, request), headers);
    }

    private static Written signed(
            String report, KeyAndCertificate key, DigestAlgorithm algorithm, Map<String, String> headers)
            throws IOException {
        Octets content = Octets.of(report);
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        MultipartSigned multipart = MultipartSigned.of(content, key, algorithm);
        multipart.writeTo(body);
        headers.put("Content-Type", multipart.contentType());
        return new Written(headers, Octets.of(body.toByteArray()));
    }

    /** The first algorithm the sender can read and the agreement allows; SHA-256 when there is none. */
    private static DigestAlgorithm signatureAlgorithm(As2Agreement agreement, MdnRequest request) {
        return request.micAlgorithms().stream()
                .flatMap(name -> DigestAlgorithm.named(name).stream())
                .filter(algorithm -> algorithm != DigestAlgorithm.SHA_1
                        || agreement.acceptance().allows(Allowance.SHA_1))
                .findFirst()
                .orElse(DigestAlgorithm.SHA_256);
    }

    private static String report(
            As2Agreement agreement,
            String messageId,
            MdnRequest request,
            String disposition,
            Optional<Mic> mic,
            String text) {
        String boundary = "report-" + UUID.randomUUID();
        StringBuilder notification = new StringBuilder();
        line(notification, "Reporting-UA", "Lotwire");
        line(notification, "Original-Recipient", "rfc822; " + QuotedString.quoted(agreement.ours()));
        line(notification, "Final-Recipient", "rfc822; " + QuotedString.quoted(agreement.ours()));
        line(notification, "Original-Message-ID", messageId);
        line(notification, "Disposition", disposition);
        mic.ifPresent(value -> line(
                notification, "Received-Content-MIC", value.base64() + ", " + request.spelling(value.algorithm())));
        return "Content-Type: multipart/report; report-type=disposition-notification; boundary=\"" + boundary
                + "\"\r\n\r\n"
                + "--" + boundary + "\r\n"
                + "Content-Type: text/plain; charset=us-ascii\r\n"
                + "Content-Transfer-Encoding: 7bit\r\n\r\n"
                + text + "\r\n"
                + "\r\n--" + boundary + "\r\n"
                + "Content-Type: message/disposition-notification\r\n"
                + "Content-Transfer-Encoding: 7bit\r\n\r\n"
                + notification
                + "\r\n--" + boundary + "--\r\n";
    }

    private static void line(StringBuilder lines, String name, String value) {
        lines.append(name).append(": ").append(value).append("\r\n");
    }
}
