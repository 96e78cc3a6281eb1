package io.lotwire.as2.mdn;

import io.lotwire.as2.agreement.Allowance;
import io.lotwire.as2.agreement.As2Agreement;
import io.lotwire.as2.bytes.Octets;
import io.lotwire.as2.cms.SignatureCheck;
import io.lotwire.as2.mime.MimeHeaders;
import io.lotwire.as2.mime.MimePart;
import io.lotwire.as2.mime.Multipart;
import io.lotwire.as2.mime.QuotedString;
import io.lotwire.as2.protection.DigestAlgorithm;
import io.lotwire.as2.protection.Mic;
import io.lotwire.as2.refusal.As2Limits;
import io.lotwire.as2.refusal.RefusalException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Reads message disposition notifications (RFC 4130 section 7.4, RFC 8098). */
public final class MdnReader {
    private static final As2Limits LIMITS = As2Limits.standard();

    private MdnReader() {}

    /**
     * What an MDN says, and whether it is the partner's.
     *
     * @return empty when the bytes are no MDN
     */
    public static Optional<Mdn> read(MimeHeaders headers, Octets body, As2Agreement agreement, Instant now) {
        MimePart outer = MimePart.ofHttp(headers, body);
        String contentType = headers.first("Content-Type");
        try {
            if (!outer.contentType().main().equals("multipart/signed")) {
                return report(outer, Mdn.Authenticity.UNSIGNED, "", contentType, body);
            }
            List<MimePart> parts = SignatureCheck.parts(outer, LIMITS);
            Optional<SignatureCheck.Verified> verified = verified(parts, agreement, now);
            return report(
                    parts.get(0),
                    verified.isPresent() ? Mdn.Authenticity.VERIFIED : Mdn.Authenticity.NOT_VERIFIED,
                    verified.map(SignatureCheck.Verified::signer).orElse(""),
                    contentType,
                    body);
        } catch (IOException | RefusalException e) {
            return Optional.empty();
        }
    }

    /** Whether this content is an MDN (RFC 8098 section 3). */
    public static boolean isMdn(MimePart content) {
        return content.contentType().main().equals("multipart/report");
    }

    private static Optional<SignatureCheck.Verified> verified(List<MimePart> parts, As2Agreement agreement, Instant now)
            throws IOException {
        List<X509Certificate> certificates = agreement.validCertificates(now);
        try {
            return Optional.of(SignatureCheck.verify(parts, certificates, LIMITS))
                    .filter(signature -> signature.algorithm() != DigestAlgorithm.SHA_1
                            || agreement.acceptance().allows(Allowance.SHA_1));
        } catch (RefusalException e) {
            return Optional.empty();
        }
    }

    private static Optional<Mdn> report(
            MimePart report, Mdn.Authenticity authenticity, String signer, String contentType, Octets body)
            throws IOException, RefusalException {
        if (!isMdn(report)) {
            return Optional.empty();
        }
        String text = "";
        Optional<MimeHeaders> notification = Optional.empty();
        for (MimePart part : Multipart.split(report, LIMITS.parts(), LIMITS.headerBytes())) {
            String type = part.contentType().main();
            if (type.equals("message/disposition-notification")) {
                notification = Optional.of(MimeHeaders.parse(text(part)));
            } else if (type.startsWith("text/") && text.isEmpty()) {
                text = text(part).strip();
            }
        }
        String words = text;
        return notification
                .filter(fields -> fields.has("Disposition"))
                .map(fields -> new Mdn(
                        fields.first("Original-Message-ID"),
                        afterType(fields.first("Final-Recipient")),
                        fields.first("Disposition"),
                        Mic.parse(fields.first("Received-Content-MIC")),
                        words,
                        authenticity,
                        signer,
                        contentType,
                        body));
    }

    private static String afterType(String recipient) {
        return QuotedString.unquoted(recipient.substring(recipient.indexOf(';') + 1));
    }

    private static String text(MimePart part) throws IOException, RefusalException {
        try (InputStream in = part.openDecoded()) {
            return new String(in.readNBytes(LIMITS.headerBytes()), StandardCharsets.UTF_8);
        }
    }
}
