package io.lotwire.as2;

import io.lotwire.as2.agreement.As2Agreement;
import io.lotwire.as2.agreement.SendingRules;
import io.lotwire.as2.bytes.SpoolOutput;
import io.lotwire.as2.bytes.StoredBytes;
import io.lotwire.as2.cms.MultipartSigned;
import io.lotwire.as2.keys.As2Exception;
import io.lotwire.as2.keys.BouncyCastle;
import io.lotwire.as2.keys.CertificateSummary;
import io.lotwire.as2.keys.KeyAndCertificate;
import io.lotwire.as2.mime.FileNames;
import io.lotwire.as2.mime.HeaderValue;
import io.lotwire.as2.mime.QuotedString;
import io.lotwire.as2.protection.Compression;
import io.lotwire.as2.protection.DigestAlgorithm;
import io.lotwire.as2.protection.EncryptionAlgorithm;
import io.lotwire.as2.protection.Mic;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.cms.CMSAuthEnvelopedDataStreamGenerator;
import org.bouncycastle.cms.CMSCompressedDataStreamGenerator;
import org.bouncycastle.cms.CMSEnvelopedDataStreamGenerator;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.jcajce.JceCMSContentEncryptorBuilder;
import org.bouncycastle.cms.jcajce.JceKeyTransRecipientInfoGenerator;
import org.bouncycastle.cms.jcajce.ZlibCompressor;
import org.bouncycastle.operator.OutputAEADEncryptor;
import org.bouncycastle.operator.OutputEncryptor;

/** Puts the layers of protection around one message, from the innermost outwards, each from file to file. */
final class Composition {
    private static final int CMS_CHUNK = 32 * 1024;

    /** A part in the making: headers apart from the file that holds its body. */
    private record Part(Map<String, String> headers, Path body) {
        InputStream openWhole() throws IOException {
            StringBuilder block = new StringBuilder();
            headers.forEach((name, value) ->
                    block.append(name).append(": ").append(value).append("\r\n"));
            byte[] bytes = block.append("\r\n").toString().getBytes(StandardCharsets.UTF_8);
            return new SequenceInputStream(
                    new ByteArrayInputStream(bytes),
                    new BufferedInputStream(Files.newInputStream(body), StoredBytes.BUFFER));
        }
    }

    private final As2Agreement agreement;
    private final SendingRules rules;
    private final Instant now;
    private final Path folder;
    private String messageId = "";
    private final String name = "as2-" + UUID.randomUUID();
    private final List<Path> files = new ArrayList<>();

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
            Part part = content(payloads);
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

    private Part content(List<OutgoingPayload> payloads) throws IOException {
        if (payloads.isEmpty()) {
            throw new IllegalArgumentException("A message needs at least one payload");
        }
        Part content = payloads.size() == 1 ? document(payloads.get(0)) : attachments(payloads);
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

    private static Part document(OutgoingPayload payload) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Type", oneLine(payload.contentType()));
        headers.put("Content-Transfer-Encoding", "binary");
        String fileName = FileNames.sanitised(payload.fileName());
        if (!fileName.isEmpty()) {
            headers.put("Content-Disposition", disposition(fileName));
        }
        return new Part(headers, payload.file());
    }

    private Part attachments(List<OutgoingPayload> payloads) throws IOException {
        String boundary = "related-" + UUID.nameUUIDFromBytes(messageId.getBytes(StandardCharsets.UTF_8));
        Path file = newFile();
        try (OutputStream out = SpoolOutput.create(file)) {
            for (OutgoingPayload payload : payloads) {
                out.write(("--" + boundary + "\r\n").getBytes(StandardCharsets.US_ASCII));
                try (InputStream in = document(payload).openWhole()) {
                    in.transferTo(out);
                }
                out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
            }
            out.write(("--" + boundary + "--\r\n").getBytes(StandardCharsets.US_ASCII));
        }
        String type = "multipart/related; type=\"" + mainType(payloads.get(0)) + "\"; boundary=\"" + boundary + "\"";
        return new Part(Map.of("Content-Type", type), file);
    }

    private Part compressed(Part part) throws IOException {
        Path file = newFile();
        CMSCompressedDataStreamGenerator generator = new CMSCompressedDataStreamGenerator();
        generator.setBufferSize(CMS_CHUNK);
        try (InputStream in = part.openWhole();
                OutputStream out = SpoolOutput.create(file);
                OutputStream cms = generator.open(out, new ZlibCompressor())) {
            in.transferTo(cms);
        }
        return pkcs7("compressed-data", "smime.p7z", file);
    }

    private Part signed(Part part, DigestAlgorithm algorithm) throws As2Exception, IOException {
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
        return new Part(Map.of("Content-Type", multipart.contentType()), file);
    }

    private Part encrypted(Part part, EncryptionAlgorithm algorithm) throws As2Exception, IOException {
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
                OutputStream cms = encrypting(out, certificate, algorithm)) {
            in.transferTo(cms);
        } catch (CMSException | CertificateEncodingException e) {
            throw new As2Exception("The message cannot be encrypted for " + CertificateSummary.of(certificate), e);
        }
        return pkcs7(algorithm.authenticated() ? "authEnveloped-data" : "enveloped-data", "smime.p7m", file);
    }

    private static OutputStream encrypting(OutputStream out, X509Certificate certificate, EncryptionAlgorithm algorithm)
            throws CMSException, IOException, CertificateEncodingException {
        OutputEncryptor encryptor = new JceCMSContentEncryptorBuilder(new ASN1ObjectIdentifier(algorithm.oid()))
                .setProvider(BouncyCastle.contentProvider(algorithm))
                .build();
        JceKeyTransRecipientInfoGenerator recipient = new JceKeyTransRecipientInfoGenerator(certificate);
        if (algorithm.authenticated()) {
            CMSAuthEnvelopedDataStreamGenerator generator = new CMSAuthEnvelopedDataStreamGenerator();
            generator.setBufferSize(CMS_CHUNK);
            generator.addRecipientInfoGenerator(recipient);
            return generator.open(out, (OutputAEADEncryptor) encryptor);
        }
        CMSEnvelopedDataStreamGenerator generator = new CMSEnvelopedDataStreamGenerator();
        generator.setBufferSize(CMS_CHUNK);
        generator.addRecipientInfoGenerator(recipient);
        return generator.open(out, encryptor);
    }

    private Part copied(Part part) throws IOException {
        Path file = newFile();
        try (InputStream in = Files.newInputStream(part.body());
                OutputStream out = SpoolOutput.create(file)) {
            in.transferTo(out);
        }
        return new Part(part.headers(), file);
    }

    private OutgoingMessage message(Part part) {
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

    private static Part pkcs7(String smimeType, String fileName, Path file) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Type", "application/pkcs7-mime; smime-type=" + smimeType + "; name=\"" + fileName + "\"");
        headers.put("Content-Transfer-Encoding", "binary");
        headers.put("Content-Disposition", "attachment; filename=\"" + fileName + "\"");
        return new Part(headers, file);
    }

    private static String disposition(String fileName) {
        String ascii = fileName.replaceAll("[^\\x20-\\x7E]", "_").replace("\\", "_");
        String header = "attachment; filename=\"" + ascii + "\"";
        if (ascii.equals(fileName)) {
            return header;
        }
        StringBuilder encoded = new StringBuilder();
        for (byte b : fileName.getBytes(StandardCharsets.UTF_8)) {
            boolean plain = (b > ' ' && Character.isLetterOrDigit(b)) || b == '.' || b == '-' || b == '_';
            encoded.append(plain ? String.valueOf((char) b) : String.format("%%%02X", b));
        }
        return header + "; filename*=UTF-8''" + encoded;
    }

    private static String oneLine(String contentType) {
        if (contentType.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("The content type '" + contentType + "' holds a control character");
        }
        return contentType;
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
