package io.lotwire.as2;

import static io.lotwire.as2.TwoPartners.FARM;
import static io.lotwire.as2.TwoPartners.HUB;
import static io.lotwire.as2.TwoPartners.PAYLOAD;
import static io.lotwire.as2.TwoPartners.STRANGER;
import static org.assertj.core.api.Assertions.assertThat;

import io.lotwire.as2.agreement.AcceptanceRules;
import io.lotwire.as2.agreement.Allowance;
import io.lotwire.as2.agreement.As2Agreement;
import io.lotwire.as2.agreement.SendingRules;
import io.lotwire.as2.bytes.Content;
import io.lotwire.as2.http.HttpSender;
import io.lotwire.as2.keys.KeyAndCertificate;
import io.lotwire.as2.keys.KeyMaker;
import io.lotwire.as2.mdn.AsyncMdn;
import io.lotwire.as2.mdn.Mdn;
import io.lotwire.as2.mime.QuotedString;
import io.lotwire.as2.protection.Compression;
import io.lotwire.as2.protection.DigestAlgorithm;
import io.lotwire.as2.protection.EncryptionAlgorithm;
import io.lotwire.as2.refusal.As2Limits;
import io.lotwire.as2.refusal.Refusal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What must not pass does not, gets a clean answer, and leaves nothing behind. */
class AttackTest {
    @TempDir
    Path folder;

    private static final AttackTable TABLE = AttackTable.ofMessages();

    private final As2Agreement hub = TwoPartners.hubSide(Set.of(Allowance.UNENCRYPTED));
    private String attack = "";

    @BeforeEach
    void rememberTheName(TestInfo test) {
        attack = test.getTestMethod().orElseThrow().getName();
    }

    @AfterAll
    static void theTableInTheDocumentationSaysTheSame() throws IOException {
        TABLE.check();
    }

    @Test
    void aSignatureWithoutSignersIsNone() throws Exception {
        OutgoingMessage message = signedOnly();
        byte[] zeroSigners = new CMSSignedDataGenerator()
                .generate(new CMSProcessableByteArray(new byte[0]), false)
                .getEncoded();
        byte[] body = withSignature(TwoPartners.bytes(message.body()), zeroSigners);

        assertRefused(TwoPartners.deliver(message.headers(), body, hub, spool()), Refusal.NOT_AUTHENTIC);
    }

    @Test
    void aMessageIdThatWasUsedBeforeWithOtherContentIsRefused() throws Exception {
        Received received = TwoPartners.deliver(signedOnly(), hub, spool());
        assertThat(received).isInstanceOf(Received.Message.class);
        Received.Message message = (Received.Message) received;

        HttpAnswer answer = TwoPartners.receiver(spool())
                .decline(message, Refusal.MESSAGE_ID_REUSED)
                .answer();

        assertThat(TwoPartners.mdn(answer, TwoPartners.farmSide(SendingRules.standard())))
                .hasValueSatisfying(mdn -> {
                    assertThat(mdn.authenticity()).isEqualTo(Mdn.Authenticity.VERIFIED);
                    assertThat(mdn.disposition()).endsWith("processed/error: invalid-message-id");
                    assertThat(mdn.originalMessageId()).isEqualTo(message.messageId());
                });
        message.discard();
        assertNothingLeft();
        TABLE.add(attack, Refusal.MESSAGE_ID_REUSED, answer);
    }

    @Test
    void aStrangersKeyUnderThePartnersNameIsRefused() throws Exception {
        As2Agreement impostor = TwoPartners.agreement(
                "Green Valley Farm",
                "HUB",
                STRANGER,
                HUB.certificate(),
                SendingRules.standard(),
                AcceptanceRules.standard());

        assertRefused(TwoPartners.deliver(message(impostor), hub, spool()), Refusal.NOT_AUTHENTIC);
    }

    @Test
    void anotherPartnersGoodSignatureIsRefusedUnderThisName() throws Exception {
        As2Agreement other = TwoPartners.agreement(
                "Other Farm", "HUB", STRANGER, HUB.certificate(), SendingRules.standard(), AcceptanceRules.standard());
        OutgoingMessage message = message(other);
        Map<String, String> headers = new LinkedHashMap<>(message.headers());
        headers.put("AS2-From", "\"Green Valley Farm\"");

        assertRefused(
                TwoPartners.deliver(headers, TwoPartners.bytes(message.body()), hub, spool()), Refusal.NOT_AUTHENTIC);
    }

    @ParameterizedTest
    @ValueSource(strings = {"green valley farm", "Green Valley Farm2", "GreenValleyFarm"})
    void aNameThatOnlyResemblesThePartnersIsUnknown(String name) throws Exception {
        OutgoingMessage message = signedOnly();
        Map<String, String> headers = new LinkedHashMap<>(message.headers());
        headers.put("AS2-From", QuotedString.quoted(name));

        Received received = TwoPartners.deliver(headers, TwoPartners.bytes(message.body()), hub, spool());

        assertRefused(received, Refusal.UNKNOWN_PARTNER);
        assertThat(received.answer().status()).isEqualTo(403);
    }

    @Test
    void aMessageForSomeoneElseIsRefused() throws Exception {
        OutgoingMessage message = signedOnly();
        Map<String, String> headers = new LinkedHashMap<>(message.headers());
        headers.put("AS2-To", "HUB2");

        assertRefused(
                TwoPartners.deliver(headers, TwoPartners.bytes(message.body()), hub, spool()), Refusal.UNKNOWN_PARTNER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"AS2-From", "AS2-To", "Message-ID"})
    void aMissingHeaderIsAClean400(String name) throws Exception {
        OutgoingMessage message = signedOnly();
        Map<String, String> headers = new LinkedHashMap<>(message.headers());
        headers.remove(name);

        Received received = TwoPartners.deliver(headers, TwoPartners.bytes(message.body()), hub, spool());

        assertRefused(received, Refusal.NOT_AS2);
        assertThat(received.answer().status()).isEqualTo(400);
    }

    @Test
    void oneChangedByteOfASignedPayloadIsRefused() throws Exception {
        OutgoingMessage message = signedOnly();
        byte[] body = TwoPartners.bytes(message.body());
        body[1000] ^= 1;

        assertRefused(TwoPartners.deliver(message.headers(), body, hub, spool()), Refusal.NOT_AUTHENTIC);
    }

    @ParameterizedTest
    @EnumSource(
            value = EncryptionAlgorithm.class,
            names = {"AES_256_CBC", "AES_256_GCM"})
    void aChangedByteOfAnEncryptedMessageIsRefusedAsAnyBadSignatureIs(EncryptionAlgorithm encryption) throws Exception {
        OutgoingMessage message =
                message(TwoPartners.farmSide(SendingRules.standard().encrypting(Optional.of(encryption))));
        byte[] original = TwoPartners.bytes(message.body());
        for (int position : new int[] {40, 300, original.length / 2, original.length - 30}) {
            byte[] body = original.clone();
            body[position] ^= 1;

            Received received = TwoPartners.deliver(message.headers(), body, hub, spool());

            assertRefused(received, Refusal.NOT_AUTHENTIC);
            assertThat(errorMdn(received).text()).isEqualTo(Refusal.NOT_AUTHENTIC.outward() + ".");
        }
    }

    @Test
    void anAuthenticatedEncryptionWithoutSignatureIsDetectedWhenTamperedWith() throws Exception {
        As2Agreement unsigned = TwoPartners.farmSide(SendingRules.standard()
                .signing(Optional.empty())
                .encrypting(Optional.of(EncryptionAlgorithm.AES_256_GCM)));
        OutgoingMessage message = message(unsigned);
        byte[] body = TwoPartners.bytes(message.body());
        body[body.length / 2] ^= 1;

        assertRefused(
                TwoPartners.deliver(message.headers(), body, TwoPartners.hubSide(TwoPartners.ALL), spool()),
                Refusal.NOT_AUTHENTIC);
    }

    @Test
    void anEncryptedMessageWithoutSignatureIsAnsweredLikeOneThatCannotBeDecrypted() throws Exception {
        As2Agreement unsigned = TwoPartners.farmSide(SendingRules.standard().signing(Optional.empty()));

        Received received = TwoPartners.deliver(message(unsigned), hub, spool());

        assertRefused(received, Refusal.NOT_AUTHENTIC);
    }

    @Test
    void aPlainMessageIsRefusedWhereASignatureIsAgreed() throws Exception {
        As2Agreement plain = TwoPartners.farmSide(
                SendingRules.standard().signing(Optional.empty()).encrypting(Optional.empty()));

        Received received = TwoPartners.deliver(message(plain), hub, spool());

        assertRefused(received, Refusal.INSUFFICIENT_SECURITY);
        assertThat(errorMdn(received).disposition())
                .isEqualTo("automatic-action/MDN-sent-automatically; processed/error: insufficient-message-security");
    }

    @Test
    void aSignedMessageIsRefusedWhereEncryptionIsAgreed() throws Exception {
        assertRefused(
                TwoPartners.deliver(signedOnly(), TwoPartners.hubSide(Set.of()), spool()),
                Refusal.INSUFFICIENT_SECURITY);
    }

    @Test
    void sha1AndTripleDesAreRefusedUnlessAllowed() throws Exception {
        As2Agreement sha1 = TwoPartners.farmSide(SendingRules.standard()
                .signing(Optional.of(DigestAlgorithm.SHA_1))
                .encrypting(Optional.empty()));
        As2Agreement tripleDes =
                TwoPartners.farmSide(SendingRules.standard().encrypting(Optional.of(EncryptionAlgorithm.TRIPLE_DES)));

        assertRefused(TwoPartners.deliver(message(sha1), hub, spool()), Refusal.INSUFFICIENT_SECURITY);
        assertRefused(TwoPartners.deliver(message(tripleDes), hub, spool()), Refusal.INSUFFICIENT_SECURITY);
    }

    @Test
    void anExpiredCertificateVerifiesNothing() throws Exception {
        KeyAndCertificate expired =
                KeyMaker.make("Green Valley Farm", TwoPartners.NOW.minus(Duration.ofDays(30)), Duration.ofDays(29));
        As2Agreement stale = new As2Agreement(
                "HUB",
                "Green Valley Farm",
                List.of(HUB),
                List.of(expired.certificate()),
                SendingRules.standard(),
                hub.acceptance());
        As2Sender yesterday = new As2Sender(
                HttpSender.standard(),
                Duration.ofSeconds(5),
                java.time.Clock.offset(TwoPartners.CLOCK, Duration.ofDays(-2)));
        As2Agreement farm = TwoPartners.agreement(
                "Green Valley Farm",
                "HUB",
                expired,
                HUB.certificate(),
                SendingRules.standard().encrypting(Optional.empty()),
                AcceptanceRules.standard());
        OutgoingMessage message = yesterday.build(farm, List.of(payload()), folder);

        assertRefused(TwoPartners.deliver(message, stale, spool()), Refusal.NOT_AUTHENTIC);
    }

    @Test
    void eitherOfTwoCertificatesVerifiesAndDecrypts() throws Exception {
        KeyAndCertificate next = TwoPartners.key("HUB");
        As2Agreement rollover = new As2Agreement(
                "HUB",
                "Green Valley Farm",
                List.of(HUB, next),
                List.of(STRANGER.certificate(), FARM.certificate()),
                SendingRules.standard(),
                AcceptanceRules.standard());
        As2Agreement withNext = TwoPartners.agreement(
                "Green Valley Farm",
                "HUB",
                STRANGER,
                next.certificate(),
                SendingRules.standard(),
                AcceptanceRules.standard());

        assertThat(TwoPartners.deliver(message(TwoPartners.farmSide(SendingRules.standard())), rollover, spool()))
                .isInstanceOf(Received.Message.class);
        assertThat(TwoPartners.deliver(message(withNext), rollover, spool())).isInstanceOf(Received.Message.class);
    }

    @Test
    void anAsynchronousMdnGoesOnlyWhereTheAgreementSays() throws Exception {
        URI allowed = URI.create("http://127.0.0.1:4080/as2");
        As2Agreement strict = hub.withAcceptance(hub.acceptance().withAsyncMdnUrls(Set.of(allowed)));
        SendingRules rules = SendingRules.standard();
        OutgoingMessage elsewhere =
                message(TwoPartners.farmSide(rules.withAsyncMdnTo(URI.create("http://169.254.169.254/latest"))));
        OutgoingMessage proper = message(TwoPartners.farmSide(rules.withAsyncMdnTo(allowed)));

        assertRefused(TwoPartners.deliver(elsewhere, strict, spool()), Refusal.ASYNC_MDN_NOT_ALLOWED);
        Received.Message arrived = (Received.Message) TwoPartners.deliver(proper, strict, spool());
        assertThat(arrived.answer().body().size()).isZero();
        AsyncMdn mdn = arrived.asyncMdn().orElseThrow();
        assertThat(mdn.to()).isEqualTo(allowed);

        As2Agreement farm = TwoPartners.farmSide(rules);
        Received back = TwoPartners.deliver(mdn.headers(), mdn.body().toByteArray(), farm, folder.resolve("farm"));
        assertThat(back).isInstanceOf(Received.MdnArrived.class);
        assertThat(MdnVerdict.of(proper, ((Received.MdnArrived) back).mdn())).isInstanceOf(Sent.Confirmed.class);
    }

    @Test
    void anAsynchronousMdnTellsOfAStrangersSignatureAndGoesOnlyWhereTheAgreementSays() throws Exception {
        URI allowed = URI.create("http://127.0.0.1:4080/as2");
        As2Agreement strict = hub.withAcceptance(hub.acceptance().withAsyncMdnUrls(Set.of(allowed)));
        OutgoingMessage message = message(TwoPartners.agreement(
                "Green Valley Farm",
                "HUB",
                STRANGER,
                HUB.certificate(),
                SendingRules.standard().withAsyncMdnTo(allowed),
                AcceptanceRules.standard()));

        Received received = TwoPartners.deliver(message, strict, spool());

        assertRefused(received, Refusal.NOT_AUTHENTIC);
        assertThat(received.answer().body().size()).isZero();
        AsyncMdn mdn = ((Received.Refused) received).asyncMdn().orElseThrow();
        assertThat(mdn.to()).isEqualTo(allowed);
        Received back = TwoPartners.deliver(
                mdn.headers(),
                mdn.body().toByteArray(),
                TwoPartners.farmSide(SendingRules.standard()),
                folder.resolve("farm"));
        assertThat(((Received.MdnArrived) back).mdn().disposition()).endsWith("processed/error: authentication-failed");
        assertThat(((Received.MdnArrived) back).mdn().originalMessageId()).isEqualTo(message.messageId());
    }

    @Test
    void aTamperedAsynchronousMdnIsRefused() throws Exception {
        URI allowed = URI.create("http://127.0.0.1:4080/as2");
        As2Agreement strict = hub.withAcceptance(hub.acceptance().withAsyncMdnUrls(Set.of(allowed)));
        OutgoingMessage message =
                message(TwoPartners.farmSide(SendingRules.standard().withAsyncMdnTo(allowed)));
        AsyncMdn mdn = ((Received.Message) TwoPartners.deliver(message, strict, spool()))
                .asyncMdn()
                .orElseThrow();
        byte[] body = new String(mdn.body().toByteArray(), StandardCharsets.ISO_8859_1)
                .replace("; processed", "; failed   ")
                .getBytes(StandardCharsets.ISO_8859_1);

        Received back = TwoPartners.deliver(
                mdn.headers(), body, TwoPartners.farmSide(SendingRules.standard()), folder.resolve("farm"));

        assertThat(back).isInstanceOfSatisfying(Received.Refused.class, refused -> assertThat(refused.refusal())
                .isEqualTo(Refusal.NOT_AUTHENTIC));
    }

    @Test
    void aBodyPastTheLimitIsAnsweredAndTheConnectionClosed() throws Exception {
        OutgoingMessage message = signedOnly();
        As2Receiver small = new As2Receiver(spool(), As2Limits.standard().withBodyBytes(10_000), TwoPartners.CLOCK);

        Received received = small.receive(
                TwoPartners.http(message.headers()), message.body().open(), TwoPartners.only(hub));

        assertRefused(received, Refusal.TOO_LARGE);
        assertThat(received.answer().headers()).containsEntry("Connection", "close");
        assertThat(errorMdn(received).disposition()).contains("processed/error: unexpected-processing-error");
    }

    @Test
    void aBodyThatStatesALengthPastTheLimitIsNotReadAtAll() throws Exception {
        OutgoingMessage message = signedOnly();
        Map<String, String> headers = new LinkedHashMap<>(message.headers());
        headers.put("Content-Length", "3000000000000");

        InputStream failsWhenRead = InputStream.nullInputStream();
        failsWhenRead.close();

        Received received =
                TwoPartners.receiver(spool()).receive(TwoPartners.http(headers), failsWhenRead, TwoPartners.only(hub));

        assertRefused(received, Refusal.TOO_LARGE);
        assertThat(received.answer().headers()).containsEntry("Connection", "close");
    }

    @Test
    void aDecompressionBombIsStoppedAtItsLimit() throws Exception {
        As2Agreement compressing = TwoPartners.farmSide(
                SendingRules.standard().compressing(Compression.BEFORE_SIGNING).encrypting(Optional.empty()));
        OutgoingPayload zeros = new OutgoingPayload(Content.of(new byte[30_000_000]), "application/edi-x12", "z");
        OutgoingMessage bomb = TwoPartners.sender().build(compressing, List.of(zeros), folder);

        assertRefused(TwoPartners.deliver(bomb, hub, spool()), Refusal.DECOMPRESSION_FAILED);
    }

    @Test
    void compressedDataThatAnotherLibraryMadeIsExpanded() throws Exception {
        byte[] part = ("Content-Type: application/edi-x12\r\n\r\n" + "ISA*lot~").getBytes(StandardCharsets.US_ASCII);
        Map<String, String> headers = headers("application/pkcs7-mime; smime-type=compressed-data");

        Received received =
                TwoPartners.deliver(headers, CompressedData.of(part), TwoPartners.hubSide(TwoPartners.ALL), spool());

        assertThat(((Received.Message) received).payloads().get(0).content().open())
                .hasContent("ISA*lot~");
    }

    @Test
    void aThousandNestedMultipartsAreOnePayload() throws Exception {
        StringBuilder nested = new StringBuilder();
        for (int i = 0; i < 1000; i++) {
            nested.append("--b")
                    .append(i)
                    .append("\r\nContent-Type: multipart/mixed; boundary=b")
                    .append(i + 1)
                    .append("\r\n\r\n");
        }
        nested.append("--b0--\r\n");

        Received received = TwoPartners.deliver(
                headers("multipart/mixed; boundary=b0"),
                nested.toString().getBytes(StandardCharsets.US_ASCII),
                TwoPartners.hubSide(TwoPartners.ALL),
                spool());

        assertThat(((Received.Message) received).payloads()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "multipart/signed; boundary=b",
                "multipart/signed",
                "multipart/signed; boundary=\"\"",
                "multipart/mixed; boundary=b",
                "multipart/report; boundary=b",
                "application/pkcs7-mime",
                "application/pkcs7-mime; smime-type=enveloped-data",
                "application/pkcs7-mime; smime-type=signed-data"
            })
    void nonsenseIsRefusedWhateverItClaimsToBe(String contentType) throws Exception {
        byte[][] bodies = {
            new byte[0],
            "--b\r\n".getBytes(StandardCharsets.US_ASCII),
            "--b\r\n--b--\r\n".getBytes(StandardCharsets.US_ASCII),
            "--b\r\n\r\nx\r\n--b\r\n\r\nx\r\n--b\r\n\r\ny".getBytes(StandardCharsets.US_ASCII),
            {0x30, (byte) 0x80, 6, 9, 42, (byte) 0x86, 72, (byte) 0x86, (byte) 0xf7, 13, 1, 7, 3},
            PAYLOAD
        };
        for (byte[] body : bodies) {
            Received received =
                    TwoPartners.deliver(headers(contentType), body, TwoPartners.hubSide(TwoPartners.ALL), spool());

            assertThat(received).isInstanceOf(Received.Refused.class);
            assertThat(received.answer().status()).isLessThan(500);
            assertNothingLeft();
        }
    }

    @Test
    void attributesThatWouldFillTheMemoryAreNotRead() throws Exception {
        OutgoingMessage message = message(
                TwoPartners.farmSide(SendingRules.standard().encrypting(Optional.of(EncryptionAlgorithm.AES_256_GCM))));
        byte[] original = TwoPartners.bytes(message.body());
        int beforeTag = original.length - 24;
        int size = 3_000_000;
        byte[] attributes = {
            (byte) 0xA1,
            (byte) 0x83,
            (byte) (size >> 16),
            (byte) (size >> 8),
            (byte) size,
            4,
            (byte) 0x83,
            (byte) ((size - 5) >> 16),
            (byte) ((size - 5) >> 8),
            (byte) (size - 5)
        };
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.write(original, 0, beforeTag);
        body.writeBytes(attributes);
        body.writeBytes(new byte[size - 5]);
        body.write(original, beforeTag, original.length - beforeTag);

        Received received = TwoPartners.deliver(message.headers(), body.toByteArray(), hub, spool());

        assertRefused(received, Refusal.NOT_AUTHENTIC);
        assertThat(((Received.Refused) received).sentence()).contains("bytes around the content");
    }

    @Test
    void aSignatureOfEndlessNestingIsRefused() throws Exception {
        byte[] nested = new byte[1_000_000];
        for (int i = 0; i < nested.length; i += 2) {
            nested[i] = 0x30;
            nested[i + 1] = (byte) 0x80;
        }
        OutgoingMessage message = signedOnly();
        byte[] body = withSignature(TwoPartners.bytes(message.body()), nested);

        Received received = TwoPartners.deliver(message.headers(), body, hub, spool());

        assertThat(received).isInstanceOf(Received.Refused.class);
        assertNothingLeft();
    }

    @Test
    void aFileNameFromOutsideNeverChoosesAPath() throws Exception {
        Map<String, String> headers = headers("application/edi-x12");
        headers.put("Content-Disposition", "attachment; filename=\"../../etc/cron.d/x\u0000.sh\"");

        byte[] large = new byte[100_000];
        Received received = TwoPartners.deliver(headers, large, TwoPartners.hubSide(TwoPartners.ALL), spool());

        ReceivedPayload payload = ((Received.Message) received).payloads().get(0);
        assertThat(payload.fileName()).isEqualTo("x.sh");
        assertThat(payload.content().open()).hasBinaryContent(large);
        try (Stream<Path> files = Files.walk(spool()).filter(Files::isRegularFile)) {
            assertThat(files.map(spool()::relativize))
                    .singleElement()
                    .asString()
                    .matches("as2-\\d+/1");
        }
    }

    @Test
    void severalAttachmentsArriveInOrder() throws Exception {
        As2Agreement farm = TwoPartners.farmSide(SendingRules.standard());
        OutgoingPayload first = new OutgoingPayload(Content.of(PAYLOAD), "application/edi-x12", "a.edi");
        OutgoingPayload second =
                new OutgoingPayload(Content.of(new byte[] {0, 13, 10}), "application/pdf", "b\u00e9.pdf");
        OutgoingMessage message = TwoPartners.sender().build(farm, List.of(first, second), folder);

        Received.Message arrived = (Received.Message) TwoPartners.deliver(message, hub, spool());

        assertThat(arrived.payloads()).extracting(ReceivedPayload::fileName).containsExactly("a.edi", "b\u00e9.pdf");
        assertThat(arrived.payloads().get(0).content().open()).hasBinaryContent(PAYLOAD);
        assertThat(arrived.payloads().get(1).content().open()).hasBinaryContent(new byte[] {0, 13, 10});
    }

    private OutgoingMessage signedOnly() throws Exception {
        return message(TwoPartners.farmSide(SendingRules.standard().encrypting(Optional.empty())));
    }

    private OutgoingMessage message(As2Agreement farm) throws Exception {
        return TwoPartners.sender().build(farm, List.of(payload()), folder);
    }

    private OutgoingPayload payload() throws IOException {
        return new OutgoingPayload(Content.of(PAYLOAD), "application/edi-x12", "asn.edi");
    }

    private Path spool() {
        return folder.resolve("spool");
    }

    private Mdn errorMdn(Received received) {
        Mdn mdn = TwoPartners.mdn(received.answer(), TwoPartners.farmSide(SendingRules.standard()))
                .orElseThrow();
        assertThat(mdn.authenticity()).isEqualTo(Mdn.Authenticity.VERIFIED);
        assertThat(mdn.processed()).isFalse();
        return mdn;
    }

    private void assertRefused(Received received, Refusal refusal) throws IOException {
        assertThat(received).isInstanceOfSatisfying(Received.Refused.class, refused -> assertThat(refused.refusal())
                .as(refused.sentence())
                .isEqualTo(refusal));
        assertThat(received.answer().status()).isLessThan(500);
        assertNothingLeft();
        TABLE.add(attack, refusal, received.answer());
    }

    private void assertNothingLeft() throws IOException {
        if (Files.exists(spool())) {
            try (DirectoryStream<Path> left = Files.newDirectoryStream(spool())) {
                assertThat(left).isEmpty();
            }
        }
    }

    private static Map<String, String> headers(String contentType) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("AS2-From", "Green Valley Farm");
        headers.put("AS2-To", "HUB");
        headers.put("Message-ID", "<x@farm>");
        headers.put("Content-Type", contentType);
        return headers;
    }

    /** The same multipart/signed with other signature bytes. */
    private static byte[] withSignature(byte[] body, byte[] signature) {
        String text = new String(body, StandardCharsets.ISO_8859_1);
        int start = text.lastIndexOf("\r\n\r\n") + 4;
        int end = text.lastIndexOf("\r\n--");
        ByteArrayOutputStream changed = new ByteArrayOutputStream();
        changed.writeBytes(Arrays.copyOf(body, start));
        changed.writeBytes(Base64.getMimeEncoder().encode(signature));
        changed.writeBytes(Arrays.copyOfRange(body, end, body.length));
        return changed.toByteArray();
    }
}
