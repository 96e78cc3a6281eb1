package io.lotwire.as2;

import static io.lotwire.as2.TwoPartners.FARM;
import static io.lotwire.as2.TwoPartners.HUB;
import static io.lotwire.as2.TwoPartners.PAYLOAD;
import static org.assertj.core.api.Assertions.assertThat;

import io.lotwire.as2.agreement.Allowance;
import io.lotwire.as2.agreement.As2Agreement;
import io.lotwire.as2.agreement.SendingRules;
import io.lotwire.as2.bytes.Content;
import io.lotwire.as2.keys.CertificateSummary;
import io.lotwire.as2.protection.DigestAlgorithm;
import io.lotwire.as2.protection.EncryptionAlgorithm;
import io.lotwire.as2.refusal.Refusal;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The engine against the openssl command, to the byte, in both directions. */
class OpenSslPeerTest {
    @TempDir
    Path folder;

    private OpenSsl openssl;

    @BeforeAll
    static void needOpenSsl() {
        Assumptions.assumeTrue(OpenSsl.installed(), "the openssl command is not installed");
    }

    @BeforeEach
    void start() {
        openssl = new OpenSsl(folder);
    }

    @ParameterizedTest
    @CsvSource({
        "sha256, aes-128-cbc, -nostream",
        "sha256, aes-256-cbc, -stream",
        "sha384, aes-192-cbc, -stream",
        "sha512, aes-256-gcm, -stream",
        "sha256, aes-128-gcm, -nostream",
        "sha1, des3, -stream"
    })
    void opensslSignsAndEncryptsAndWeReceiveEveryByte(String digest, String cipher, String stream) throws Exception {
        byte[] part = OpenSsl.part("application/edi-x12", "binary", PAYLOAD);
        byte[] signed = openssl.sign(part, FARM, digest);
        byte[] body = openssl.encrypt(signed, cipher, stream.equals("-stream"));

        Received received = TwoPartners.deliver(
                encryptedHeaders(), body, TwoPartners.hubSide(TwoPartners.ALL), folder.resolve("in"));

        assertThat(received).isInstanceOf(Received.Message.class);
        Received.Message message = (Received.Message) received;
        assertThat(message.payloads().get(0).content().open()).hasBinaryContent(PAYLOAD);
        assertThat(message.protection().signer()).isEqualTo(CertificateSummary.fingerprint(FARM.certificate()));
        DigestAlgorithm algorithm = DigestAlgorithm.named(digest).orElseThrow();
        assertThat(message.mic()).isEqualTo(OpenSsl.mic(part, algorithm));
    }

    @Test
    void anEncryptedMessageMayBeInBase64() throws Exception {
        byte[] signed = openssl.sign(OpenSsl.part("application/edifact", "binary", PAYLOAD), FARM, "sha256");
        byte[] body = Base64.getMimeEncoder().encode(openssl.encrypt(signed, "aes-256-cbc", false));
        Map<String, String> headers = encryptedHeaders();
        headers.put("content-transfer-encoding", "BASE64");

        Received received = TwoPartners.deliver(headers, body, TwoPartners.hubSide(Set.of()), folder.resolve("in"));

        assertThat(((Received.Message) received).payloads().get(0).content().open())
                .hasBinaryContent(PAYLOAD);
    }

    @Test
    void aSignedPartInBase64IsDecodedAndItsMicIsOverTheEncodedBytes() throws Exception {
        byte[] part = OpenSsl.part(
                "application/edi-x12", "base64", Base64.getMimeEncoder().encode(PAYLOAD));

        Received.Message message = receivedSigned(part);

        assertThat(message.payloads().get(0).content().open()).hasBinaryContent(PAYLOAD);
        assertThat(message.mic()).isEqualTo(OpenSsl.mic(part, DigestAlgorithm.SHA_256));
    }

    @Test
    void aSignedPartInQuotedPrintableIsDecodedAndItsMicIsOverTheEncodedBytes() throws Exception {
        byte[] encoded = "ISA=2A00=\r\n=C3=A9~=0D=0A1 =3D 1\r\n".getBytes(StandardCharsets.US_ASCII);
        byte[] part = OpenSsl.part("text/plain;\r\n charset=utf-8", "quoted-printable", encoded);

        Received.Message message = receivedSigned(part);

        assertThat(message.payloads().get(0).content().open())
                .hasBinaryContent("ISA*00\u00e9~\r\n1 = 1\r\n".getBytes(StandardCharsets.UTF_8));
        assertThat(message.mic()).isEqualTo(OpenSsl.mic(part, DigestAlgorithm.SHA_256));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-cms", "-noattr", "-keyid", "-nocerts"})
    void everyFormOfSignatureThatOpensslMakesIsVerified(String form) throws Exception {
        byte[] part = OpenSsl.part("application/xml", "binary", PAYLOAD);
        byte[] signed =
                form.equals("-cms") ? openssl.sign(part, FARM, "sha256") : openssl.sign(part, FARM, "sha256", form);

        Received received = deliverSigned(signed);

        assertThat(received).isInstanceOf(Received.Message.class);
        assertThat(((Received.Message) received).payloads().get(0).content().open())
                .hasBinaryContent(PAYLOAD);
    }

    @ParameterizedTest
    @EnumSource(EncryptionAlgorithm.class)
    void opensslDecryptsWhatWeEncryptAndVerifiesWhatWeSignToTheByte(EncryptionAlgorithm encryption) throws Exception {
        As2Agreement farm = TwoPartners.farmSide(SendingRules.standard().encrypting(Optional.of(encryption)));
        OutgoingPayload payload = new OutgoingPayload(Content.of(PAYLOAD), "application/edi-x12", "asn.edi");
        OutgoingMessage message = TwoPartners.sender().build(farm, List.of(payload), folder);

        byte[] decrypted = openssl.cms(
                "-decrypt",
                "-binary",
                "-inform",
                "DER",
                "-in",
                openssl.file(TwoPartners.bytes(message.body())),
                "-inkey",
                openssl.key(HUB),
                "-recip",
                openssl.certificate(HUB));
        byte[] part = openssl.verified(decrypted, FARM);

        assertThat(OpenSsl.bodyOf(part)).isEqualTo(PAYLOAD);
        assertThat(message.mic()).isEqualTo(OpenSsl.mic(part, DigestAlgorithm.SHA_256));
    }

    @ParameterizedTest
    @EnumSource(DigestAlgorithm.class)
    void opensslVerifiesTheSignatureOfOurMdn(DigestAlgorithm digest) throws Exception {
        byte[] part = OpenSsl.part("application/edi-x12", "binary", PAYLOAD);
        byte[] signed = openssl.sign(part, FARM, digest.micName().replace("-", ""));
        Map<String, String> headers = signedHeaders(signed);
        headers.put(
                "Disposition-Notification-Options",
                "signed-receipt-protocol=required, pkcs7-signature; signed-receipt-micalg=required, "
                        + digest.micName());

        Received received = TwoPartners.deliver(
                headers, OpenSsl.bodyOf(signed), TwoPartners.hubSide(TwoPartners.ALL), folder.resolve("in"));

        HttpAnswer answer = received.answer();
        ByteArrayOutputStream mdn = new ByteArrayOutputStream();
        mdn.writeBytes(("Content-Type: " + answer.headers().get("Content-Type") + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));
        mdn.writeBytes(answer.body().toByteArray());
        String report = new String(openssl.verified(mdn.toByteArray(), HUB), StandardCharsets.US_ASCII);
        assertThat(report)
                .contains("Disposition: automatic-action/MDN-sent-automatically; processed\r\n")
                .contains("Original-Message-ID: <m1@farm>\r\n")
                .contains("Received-Content-MIC: " + OpenSsl.mic(part, digest) + "\r\n");
    }

    @Test
    void signaturesInPssAndKeysInOaepAreTaken() throws Exception {
        byte[] part = OpenSsl.part("application/edi-x12", "binary", PAYLOAD);
        byte[] signed = openssl.sign(part, FARM, "sha256", "-keyopt", "rsa_padding_mode:pss");
        byte[] body = openssl.cms(
                "-encrypt",
                "-binary",
                "-outform",
                "DER",
                "-aes-256-cbc",
                "-in",
                openssl.file(signed),
                "-recip",
                openssl.certificate(HUB),
                "-keyopt",
                "rsa_padding_mode:oaep",
                "-keyopt",
                "rsa_oaep_md:sha256");

        Received received =
                TwoPartners.deliver(encryptedHeaders(), body, TwoPartners.hubSide(Set.of()), folder.resolve("in"));

        assertThat(received).isInstanceOf(Received.Message.class);
        assertThat(((Received.Message) received).payloads().get(0).content().open())
                .hasBinaryContent(PAYLOAD);
    }

    @ParameterizedTest
    @ValueSource(strings = {"plain", "encrypted"})
    void aSignatureThatHoldsItsContentInsideIsOpenedAndVerified(String how) throws Exception {
        byte[] part = OpenSsl.part("application/edi-x12", "binary", PAYLOAD);
        byte[] opaque = openssl.opaque(part, FARM);
        byte[] inner = OpenSsl.part("application/pkcs7-mime; smime-type=signed-data", "binary", opaque);
        byte[] body = how.equals("plain") ? opaque : openssl.encrypt(inner, "aes-256-cbc", true);

        Received received = TwoPartners.deliver(
                encryptedHeaders(), body, TwoPartners.hubSide(TwoPartners.ALL), folder.resolve("in"));

        assertThat(received).isInstanceOf(Received.Message.class);
        Received.Message message = (Received.Message) received;
        assertThat(message.payloads().get(0).content().open()).hasBinaryContent(PAYLOAD);
        assertThat(message.mic()).isEqualTo(OpenSsl.mic(part, DigestAlgorithm.SHA_256));
        assertThat(message.protection().signer()).isEqualTo(CertificateSummary.fingerprint(FARM.certificate()));
    }

    @Test
    void aStrangersSignatureAndAChangedByteAreRefusedInThatFormToo() throws Exception {
        byte[] part = OpenSsl.part("application/edi-x12", "binary", PAYLOAD);
        byte[] changed = openssl.opaque(part, FARM);
        changed[changed.length / 2] ^= 1;

        for (byte[] body : new byte[][] {openssl.opaque(part, TwoPartners.STRANGER), changed}) {
            Received received = TwoPartners.deliver(
                    encryptedHeaders(), body, TwoPartners.hubSide(TwoPartners.ALL), folder.resolve("in"));

            assertThat(received).isInstanceOfSatisfying(Received.Refused.class, refused -> assertThat(refused.refusal())
                    .isEqualTo(Refusal.NOT_AUTHENTIC));
        }
    }

    private Received.Message receivedSigned(byte[] part) throws Exception {
        Received received = deliverSigned(openssl.sign(part, FARM, "sha256"));
        assertThat(received).isInstanceOf(Received.Message.class);
        return (Received.Message) received;
    }

    private Received deliverSigned(byte[] signed) throws Exception {
        return TwoPartners.deliver(
                signedHeaders(signed),
                OpenSsl.bodyOf(signed),
                TwoPartners.hubSide(Set.of(Allowance.UNENCRYPTED)),
                folder.resolve("in"));
    }

    private static Map<String, String> encryptedHeaders() {
        Map<String, String> headers = as2Headers();
        headers.put("content-type", "Application/PKCS7-Mime; name=smime.p7m");
        return headers;
    }

    private static Map<String, String> signedHeaders(byte[] signed) {
        String text = new String(signed, StandardCharsets.ISO_8859_1);
        Map<String, String> headers = as2Headers();
        headers.put("Content-Type", text.replaceFirst("(?s).*?Content-Type: ([^\r\n]+).*", "$1"));
        return headers;
    }

    private static Map<String, String> as2Headers() {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("as2-from", "\"Green Valley Farm\"");
        headers.put("AS2-TO", "\"HUB\"");
        headers.put("message-id", "<m1@farm>");
        headers.put("Disposition-Notification-To", "farm@example.com");
        headers.put(
                "Disposition-Notification-Options",
                "signed-receipt-protocol=optional, pkcs7-signature; signed-receipt-micalg=optional, sha-256");
        return headers;
    }
}
