package io.lotwire.as2;

import io.lotwire.as2.agreement.As2Agreement;
import io.lotwire.as2.agreement.SendingRules;
import io.lotwire.as2.bytes.SpoolOutput;
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
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Puts the layers of protection around one message, from the innermost outwards, each from file to file. */
final class Composition {
    private final As2Agreement agreement;
    private final SendingRules rules;
    private final Instant now;
    private final Path folder;
    private final String name = "as2-" + UUID.randomUUID();
    private final List<Path> files = new ArrayList<>();
    private String messageId = "";
    private Mic mic;

    Composition(As2Agreement agreement, Instant now, Path folder) {
        this.agreement = agreement;
        this.rules = agreement.sending();
        this.now = now;
        this.folder = folder;
    }

    /** Makes the message; only its body's file stays in the folder. */
    OutgoingMessage compose(List<OutgoingPayload> payloads, String id) throws As2Exception, IOException {
        messageId = id;
        Path kept = null;
        try {
            OutgoingPart part = content(payloads);
            if (rules.compression() == Compression.BEFORE_SIGNING) {
                part = compressed(part);
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
            if (!files.contains(part.body())) {
                part = copied(part);
            }
            kept = part.body();
            return message(part);
        } finally {
            for (Path file : files) {
                if (!file.equals(kept)) {
                    Files.deleteIfExists(file);
                }
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
            try (InputStream in = withHeaders ? content.openWhole() : Files.newInputStream(content.body())) {
                mic = Mic.of(in, algorithm);
            }
        }
        return content;
    }

    /** Without a signature the receiver takes the algorithm we ask for; SHA-1 where no options are sent (RFC 4130). */
    private DigestAlgorithm micAlgorithm() {
        return rules.sign().orElse(rules.signedMdn() ? DigestAlgorithm.SHA_256 : DigestAlgorithm.SHA_1);
    }

    private OutgoingPart attachments(List<OutgoingPayload> payloads) throws IOException {
        String boundary = "related-" + UUID.nameUUIDFromBytes(messageId.getBytes(StandardCharsets.UTF_8));
        Path file = newFile();
        try (OutputStream out = SpoolOutput.create(file)) {
            for (OutgoingPayload payload : payloads) {
                out.write(("--" + boundary + "\r\n").getBytes(StandardCharsets.US_ASCII));
                try (InputStream in = OutgoingPart.of(payload).openWhole()) {
                    in.transferTo(out);
                }
                out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
            }
            out.write(("--" + boundary + "--\r\n").getBytes(StandardCharsets.US_ASCII));
        }
        String type = "multipart/related; type=\"" + mainType(payloads.get(0)) + "\"; boundary=\"" + boundary + "\"";
        return new OutgoingPart(Map.of("Content-Type", type), file);
    }

    private OutgoingPart compressed(OutgoingPart part) throws IOException {
        Path file = newFile();
        try (InputStream in = part.openWhole();
                OutputStream out = SpoolOutput.create(file);
                OutputStream cms = Deflation.to(out)) {
            in.transferTo(cms);
        }
        return OutgoingPart.pkcs7("compressed-data", "smime.p7z", file);
    }

    private OutgoingPart signed(OutgoingPart part, DigestAlgorithm algorithm) throws As2Exception, IOException {
        KeyAndCertificate key = agreement
                .signingKey(now)
                .orElseThrow(() -> new As2Exception(
                        "No valid key to sign with for " + agreement.outgoing() + "; it names " + agreement.ourKeys()));
        MultipartSigned multipart = MultipartSigned.of(part::openWhole, key, algorithm);
        mic = multipart.mic();
        Path file = newFile();
        try (OutputStream out = SpoolOutput.create(file)) {
            multipart.writeTo(out);
        }
        return new OutgoingPart(Map.of("Content-Type", multipart.contentType()), file);
    }

    private OutgoingPart encrypted(OutgoingPart part, EncryptionAlgorithm algorithm) throws As2Exception, IOException {
        X509Certificate certificate = agreement
                .encryptionCertificate(now)
                .orElseThrow(() -> new As2Exception("No valid certificate to encrypt for " + agreement.theirs()
                        + " with; the agreement names "
                        + agreement.theirCertificates().stream()
                                .map(CertificateSummary::of)
                                .toList()));
        Path file = newFile();
        try (InputStream in = part.openWhole();
                OutputStream out = SpoolOutput.create(file);
                OutputStream cms = Encryption.to(out, certificate, algorithm)) {
            in.transferTo(cms);
        }
        return OutgoingPart.pkcs7(
                algorithm.authenticated() ? "authEnveloped-data" : "enveloped-data", "smime.p7m", file);
    }

    private OutgoingPart copied(OutgoingPart part) throws IOException {
        Path file = newFile();
        try (InputStream in = Files.newInputStream(part.body());
                OutputStream out = SpoolOutput.create(file)) {
            in.transferTo(out);
        }
        return new OutgoingPart(part.headers(), file);
    }

    private OutgoingMessage message(OutgoingPart part) {
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
        headers.putAll(part.headers());
        return new OutgoingMessage(
                messageId,
                agreement.outgoing(),
                headers,
                part.body(),
                mic,
                rules.signedMdn(),
                rules.asyncMdnTo().isPresent());
    }

    private static String mainType(OutgoingPayload first) {
        return HeaderValue.parse(first.contentType()).main();
    }

    private Path newFile() {
        Path file = folder.resolve(name + (files.isEmpty() ? "" : "-" + files.size()) + ".body");
        files.add(file);
        return file;
    }
}
