package io.lotwire.as2;

import static io.lotwire.as2.TwoPartners.FARM;
import static io.lotwire.as2.TwoPartners.HUB;
import static org.assertj.core.api.Assertions.assertThat;

import io.lotwire.as2.agreement.As2Agreement;
import io.lotwire.as2.bytes.Content;
import io.lotwire.as2.bytes.Octets;
import io.lotwire.as2.mdn.AsyncMdn;
import io.lotwire.as2.mdn.Mdn;
import io.lotwire.as2.protection.Compression;
import io.lotwire.as2.protection.DigestAlgorithm;
import io.lotwire.as2.protection.EncryptionAlgorithm;
import io.lotwire.as2.protection.Mic;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A whole exchange with the openssl command as the other side. Each method throws when anything in it is not right. */
final class OpenSslPartner implements Partner {
    static final String TITLE = "openssl";

    private static final URI MDN_TO = URI.create("http://127.0.0.1:4080/mdn");
    private static final byte[] PAYLOAD = TwoPartners.payload(300);

    private final Path folder;
    private final OpenSsl openssl;

    OpenSslPartner(Path folder) {
        this.folder = folder;
        this.openssl = new OpenSsl(folder);
    }

    @Override
    public String title() {
        return TITLE;
    }

    /** The farm is openssl, the hub is ours. */
    @Override
    public void sendsToUs(Combination how) throws Exception {
        byte[] content = OpenSsl.part("application/edi-x12", "binary", PAYLOAD);
        byte[] entity = content;
        byte[] covered = how.encrypt().isPresent() || how.compression() != Compression.NONE ? content : PAYLOAD;
        if (how.compression() == Compression.BEFORE_SIGNING) {
            entity = pkcs7("compressed-data", CompressedData.of(entity));
        }
        if (how.sign().isPresent()) {
            covered = entity;
            entity = openssl.sign(entity, FARM, name(how.sign().get()));
        }
        if (how.compression() == Compression.AFTER_SIGNING) {
            entity = pkcs7("compressed-data", CompressedData.of(entity));
        }
        if (how.encrypt().isPresent()) {
            entity = pkcs7(
                    "enveloped-data", openssl.encrypt(entity, name(how.encrypt().get()), true));
        }
        Map<String, String> headers = asking(how);
        headers.put("Content-Type", contentType(entity));
        headers.put("Content-Disposition", "attachment; filename=asn.edi");

        As2Agreement hub = TwoPartners.hubSide(TwoPartners.ALL);
        hub = hub.withAcceptance(hub.acceptance().withAsyncMdnUrls(Set.of(MDN_TO)));
        Received received = TwoPartners.deliver(headers, OpenSsl.bodyOf(entity), hub, folder.resolve("in"));

        assertThat(received).as(received.toString()).isInstanceOf(Received.Message.class);
        Received.Message message = (Received.Message) received;
        assertThat(message.payloads().get(0).content().open()).hasBinaryContent(PAYLOAD);
        Map<String, String> mdnHeaders = message.asyncMdn()
                .map(AsyncMdn::headers)
                .orElse(message.answer().headers());
        Octets mdn =
                message.asyncMdn().map(AsyncMdn::body).orElse(message.answer().body());
        assertThat(message.asyncMdn().isPresent()).isEqualTo(how.asyncMdn());
        String report = new String(report(mdnHeaders, mdn, how.signedMdn()), StandardCharsets.US_ASCII);
        assertThat(report)
                .contains("Original-Message-ID: <m1@farm>\r\n")
                .contains("Disposition: automatic-action/MDN-sent-automatically; processed\r\n")
                .contains("Received-Content-MIC: " + OpenSsl.mic(covered, how.micAlgorithm()) + "\r\n");
        message.discard();
    }

    /** The farm is ours, the hub is openssl. */
    @Override
    public void receivesFromUs(Combination how) throws Exception {
        As2Agreement farm = TwoPartners.farmSide(how.rules(MDN_TO));
        OutgoingMessage message = TwoPartners.sender()
                .build(
                        farm,
                        List.of(new OutgoingPayload(Content.of(PAYLOAD), "application/edi-x12", "asn.edi")),
                        folder);
        byte[] entity = entity(message.headers().get("Content-Type"), TwoPartners.bytes(message.body()));
        byte[] signed = null;
        String type = contentType(entity);
        while (type.startsWith("application/pkcs7-mime") || type.startsWith("multipart/signed")) {
            if (type.startsWith("multipart/signed")) {
                entity = openssl.verified(entity, FARM);
                signed = entity;
            } else if (type.contains("compressed-data")) {
                entity = CompressedData.content(OpenSsl.bodyOf(entity));
            } else {
                entity = openssl.cms(
                        "-decrypt",
                        "-binary",
                        "-inform",
                        "DER",
                        "-in",
                        openssl.file(OpenSsl.bodyOf(entity)),
                        "-inkey",
                        openssl.key(HUB),
                        "-recip",
                        openssl.certificate(HUB));
            }
            type = contentType(entity);
        }
        assertThat(signed != null).isEqualTo(how.sign().isPresent());
        assertThat(OpenSsl.bodyOf(entity)).isEqualTo(PAYLOAD);
        boolean withHeaders = how.encrypt().isPresent() || how.compression() != Compression.NONE;
        byte[] covered = signed != null ? signed : withHeaders ? entity : PAYLOAD;

        assertThat(verdict(how, farm, message, OpenSsl.mic(covered, how.micAlgorithm())))
                .isInstanceOf(Sent.Confirmed.class);
        message.discard();
    }

    private Sent verdict(Combination how, As2Agreement farm, OutgoingMessage message, Mic mic) throws Exception {
        byte[] report = ("Content-Type: multipart/report; report-type=disposition-notification; boundary=\"r\"\r\n\r\n"
                        + "--r\r\nContent-Type: text/plain\r\n\r\nIt came.\r\n"
                        + "--r\r\nContent-Type: message/disposition-notification\r\n\r\n"
                        + "Original-Message-ID: " + message.messageId() + "\r\n"
                        + "Disposition: automatic-action/MDN-sent-automatically; processed\r\n"
                        + "Received-Content-MIC: " + mic + "\r\n\r\n--r--\r\n")
                .getBytes(StandardCharsets.US_ASCII);
        byte[] entity = how.signedMdn() ? openssl.sign(report, HUB, "sha256") : report;
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("AS2-From", "HUB");
        headers.put("AS2-To", "\"Green Valley Farm\"");
        headers.put("Message-ID", "<r1@hub>");
        headers.put("Content-Type", contentType(entity));
        byte[] body = OpenSsl.bodyOf(entity);
        if (!how.asyncMdn()) {
            Optional<Mdn> mdn = TwoPartners.mdn(new HttpAnswer(200, headers, Octets.of(body)), farm);
            return MdnVerdict.of(message, mdn.orElseThrow());
        }
        As2Agreement unsignedToo = farm.withAcceptance(farm.acceptance().allowing(TwoPartners.ALL));
        Received back = TwoPartners.deliver(headers, body, unsignedToo, folder.resolve("farm"));
        assertThat(back).as(back.toString()).isInstanceOf(Received.MdnArrived.class);
        return MdnVerdict.of(message, ((Received.MdnArrived) back).mdn());
    }

    private byte[] report(Map<String, String> headers, Octets body, boolean signed) throws Exception {
        byte[] entity = entity(headers.get("Content-Type"), body.toByteArray());
        return signed ? openssl.verified(entity, HUB) : entity;
    }

    private static Map<String, String> asking(Combination how) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("AS2-From", "\"Green Valley Farm\"");
        headers.put("AS2-To", "HUB");
        headers.put("Message-ID", "<m1@farm>");
        headers.put("Disposition-Notification-To", "farm@example.com");
        if (how.signedMdn()) {
            headers.put(
                    "Disposition-Notification-Options",
                    "signed-receipt-protocol=required, pkcs7-signature; signed-receipt-micalg=optional, "
                            + how.micAlgorithm().micName());
        }
        if (how.asyncMdn()) {
            headers.put("Receipt-Delivery-Option", MDN_TO.toString());
        }
        return headers;
    }

    private static byte[] pkcs7(String smimeType, byte[] body) {
        return entity("application/pkcs7-mime; smime-type=" + smimeType + "; name=smime.p7m", body);
    }

    private static byte[] entity(String contentType, byte[] body) {
        ByteArrayOutputStream entity = new ByteArrayOutputStream();
        entity.writeBytes(("Content-Type: " + contentType + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
        entity.writeBytes(body);
        return entity.toByteArray();
    }

    private static String contentType(byte[] entity) {
        String text = new String(entity, StandardCharsets.ISO_8859_1);
        return text.replaceFirst("(?is).*?Content-Type: ([^\r\n]+).*", "$1");
    }

    private static String name(DigestAlgorithm algorithm) {
        return algorithm.micName().replace("-", "");
    }

    private static String name(EncryptionAlgorithm algorithm) {
        return algorithm == EncryptionAlgorithm.TRIPLE_DES ? "des3" : algorithm.label();
    }
}
