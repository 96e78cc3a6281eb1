package io.lotwire.as2;

import io.lotwire.as2.agreement.As2Agreement;
import io.lotwire.as2.agreement.SendingRules;
import io.lotwire.as2.bytes.Content;
import io.lotwire.as2.bytes.Spool;
import io.lotwire.as2.bytes.SpooledOutput;
import io.lotwire.as2.bytes.Writable;
import io.lotwire.as2.cms.Deflation;
import io.lotwire.as2.cms.Encryption;
import io.lotwire.as2.cms.MultipartSigned;
import io.lotwire.as2.keys.As2Exception;
import io.lotwire.as2.keys.CertificateSummary;
import io.lotwire.as2.keys.KeyAndCertificate;
import io.lotwire.as2.mime.HeaderValue;
import io.lotwire.as2.mime.QuotedString;
import io.lotwire.as2.protection.Compression;
import io.lotwire.as2.protection.DigestAlgorithm;
import io.lotwire.as2.protection.EncryptionAlgorithm;
import io.lotwire.as2.protection.Mic;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Puts the layers of protection around one message, from the innermost outwards. A layer is written through those around
 * it; only what must be read twice is kept on the way.
 */
final class Composition {
    private final As2Agreement agreement;
    private final SendingRules rules;
    private final Instant now;
    private final Spool spool;
    private final Spool onTheWay;
    private String messageId = "";
    private Mic mic;

    Composition(As2Agreement agreement, Instant now, Path folder) {
        this.agreement = agreement;
        this.rules = agreement.sending();
        this.now = now;
        this.spool = new Spool(folder);
        this.onTheWay = new Spool(folder);
    }

    /** Makes the message; of what is not small only its body stays in the folder. */
    OutgoingMessage compose(List<OutgoingPayload> payloads, String id) throws As2Exception, IOException {
        messageId = id;
        boolean made = false;
        try {
            OutgoingPart part = content(payloads);
            if (rules.compression() == Compression.BEFORE_SIGNING) {
                part = compressed(part);
                if (rules.sign().isPresent()) {
                    // A signature reads its part twice.
                    part = new OutgoingPart(part.headers(), kept(part.body(), onTheWay));
                }
            }
            if (rules.sign().isPresent()) {
                part = signed(part, rules.sign().get());
            }
            if (rules.compression() == Compression.AFTER_SIGNING) {
                part = compressed(part);
            }
            if (rules.encrypt().isPresent()) {
                part = encrypted(part, rules.encrypt().get());
            }
            OutgoingMessage message = message(part.headers(), kept(part.body(), spool));
            made = true;
            return message;
        } finally {
            onTheWay.delete();
            if (!made) {
                spool.delete();
            }
        }
    }

    private OutgoingPart content(List<OutgoingPayload> payloads) throws IOException {
        if (payloads.isEmpty()) {
            throw new IllegalArgumentException("A message needs at least one payload");
        }
        OutgoingPart content = payloads.size() == 1 ? OutgoingPart.of(payloads.get(0)) : attachments(payloads);
        if (rules.sign().isEmpty()) {
            boolean withHeaders = rules.encrypt().isPresent() || rules.compression() != Compression.NONE;
            DigestAlgorithm algorithm = micAlgorithm();
            mic = Mic.of(withHeaders ? content : content.body(), algorithm);
        }
        return content;
    }

    /** Without a signature the receiver takes the algorithm we ask for; SHA-1 where no options are sent (RFC 4130). */
    private DigestAlgorithm micAlgorithm() {
        return rules.sign().orElse(rules.signedMdn() ? DigestAlgorithm.SHA_256 : DigestAlgorithm.SHA_1);
    }

    private OutgoingPart attachments(List<OutgoingPayload> payloads) {
        String boundary = "related-" + UUID.nameUUIDFromBytes(messageId.getBytes(StandardCharsets.UTF_8));
        List<OutgoingPart> parts = payloads.stream().map(OutgoingPart::of).toList();
        Writable body = out -> {
            for (OutgoingPart part : parts) {
                out.write(("--" + boundary + "\r\n").getBytes(StandardCharsets.US_ASCII));
                part.writeTo(out);
                out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
            }
            out.write(("--" + boundary + "--\r\n").getBytes(StandardCharsets.US_ASCII));
        };
        String type = "multipart/related; type=\"" + mainType(payloads.get(0)) + "\"; boundary=\"" + boundary + "\"";
        return new OutgoingPart(Map.of("Content-Type", type), body);
    }

    private static OutgoingPart compressed(OutgoingPart part) {
        return OutgoingPart.pkcs7("compressed-data", "smime.p7z", out -> Deflation.write(part, out));
    }

    private OutgoingPart signed(OutgoingPart part, DigestAlgorithm algorithm) throws As2Exception, IOException {
        KeyAndCertificate key = agreement
                .signingKey(now)
                .orElseThrow(() -> new As2Exception(
                        "No valid key to sign with for " + agreement.outgoing() + "; it names " + agreement.ourKeys()));
        MultipartSigned multipart = MultipartSigned.of(part, key, algorithm);
        mic = multipart.mic();
        return new OutgoingPart(Map.of("Content-Type", multipart.contentType()), multipart);
    }

    private OutgoingPart encrypted(OutgoingPart part, EncryptionAlgorithm algorithm) throws As2Exception, IOException {
        X509Certificate certificate = agreement
                .encryptionCertificate(now)
                .orElseThrow(() -> new As2Exception("No valid certificate to encrypt for " + agreement.theirs()
                        + " with; the agreement names "
                        + agreement.theirCertificates().stream()
                                .map(CertificateSummary::of)
                                .toList()));
        SpooledOutput body = spool.output();
        try (body) {
            Encryption.write(part, body, certificate, algorithm);
        }
        return OutgoingPart.pkcs7(
                algorithm.authenticated() ? "authEnveloped-data" : "enveloped-data", "smime.p7m", body.content());
    }

    private static Content kept(Writable body, Spool where) throws IOException {
        if (body instanceof Content content) {
            return content;
        }
        SpooledOutput kept = where.output();
        try (kept) {
            body.writeTo(kept);
        }
        return kept.content();
    }

    private OutgoingMessage message(Map<String, String> ofPart, Content body) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("AS2-Version", "1.2");
        headers.put("AS2-From", QuotedString.quoted(agreement.ours()));
        headers.put("AS2-To", QuotedString.quoted(agreement.theirs()));
        headers.put("Message-ID", messageId);
        headers.put("MIME-Version", "1.0");
        headers.put("EDIINT-Features", "multiple-attachments");
        headers.put("Disposition-Notification-To", QuotedString.quoted(agreement.ours()));
        if (rules.signedMdn()) {
            headers.put(
                    "Disposition-Notification-Options",
                    "signed-receipt-protocol=optional, pkcs7-signature; signed-receipt-micalg=optional, "
                            + micAlgorithm().micName());
        }
        rules.asyncMdnTo().ifPresent(to -> headers.put("Receipt-Delivery-Option", to.toString()));
        headers.putAll(ofPart);
        return new OutgoingMessage(
                messageId,
                agreement.outgoing(),
                headers,
                body,
                mic,
                rules.signedMdn(),
                rules.asyncMdnTo().isPresent(),
                Optional.of(spool));
    }

    private static String mainType(OutgoingPayload first) {
        return HeaderValue.parse(first.contentType()).main();
    }
}
