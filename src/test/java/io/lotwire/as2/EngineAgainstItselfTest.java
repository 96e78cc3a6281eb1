package io.lotwire.as2;

import static io.lotwire.as2.TwoPartners.PAYLOAD;
import static org.assertj.core.api.Assertions.assertThat;

import io.lotwire.as2.agreement.AcceptanceRules;
import io.lotwire.as2.agreement.As2Agreement;
import io.lotwire.as2.agreement.SendingRules;
import io.lotwire.as2.bytes.Content;
import io.lotwire.as2.bytes.FileContent;
import io.lotwire.as2.bytes.Octets;
import io.lotwire.as2.mdn.Mdn;
import io.lotwire.as2.protection.Compression;
import io.lotwire.as2.protection.DigestAlgorithm;
import io.lotwire.as2.protection.EncryptionAlgorithm;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every combination of what can be sent is received to the byte, and its MDN confirms it. */
class EngineAgainstItselfTest {
    @TempDir
    Path folder;

    static Stream<SendingRules> combinations() {
        List<SendingRules> all = new ArrayList<>();
        for (boolean sign : new boolean[] {false, true}) {
            for (boolean encrypt : new boolean[] {false, true}) {
                for (Compression compression : Compression.values()) {
                    for (boolean signedMdn : new boolean[] {false, true}) {
                        all.add(new SendingRules(
                                sign ? Optional.of(DigestAlgorithm.SHA_256) : Optional.empty(),
                                encrypt ? Optional.of(EncryptionAlgorithm.AES_256_CBC) : Optional.empty(),
                                compression,
                                signedMdn,
                                Optional.empty()));
                    }
                }
            }
        }
        for (DigestAlgorithm digest : DigestAlgorithm.values()) {
            all.add(SendingRules.standard().signing(Optional.of(digest)));
        }
        for (EncryptionAlgorithm encryption : EncryptionAlgorithm.values()) {
            all.add(SendingRules.standard().encrypting(Optional.of(encryption)));
        }
        return all.stream();
    }

    @ParameterizedTest
    @MethodSource("combinations")
    void aLargeMessageArrivesToTheByteAndOnlyItsBodyLiesInTheFolder(SendingRules rules) throws Exception {
        Path document = TwoPartners.file(folder, PAYLOAD);
        Path outbox = folder.resolve("outbox");

        OutgoingMessage message = exchanged(rules, Content.of(document), PAYLOAD, outbox);

        Path body = ((FileContent) message.body()).file();
        assertThat(filesIn(outbox)).containsExactlyElementsOf(body.equals(document) ? List.of() : List.of(body));
        message.discard();
        assertThat(filesIn(outbox)).isEmpty();
        assertThat(document).hasBinaryContent(PAYLOAD);
    }

    @ParameterizedTest
    @MethodSource("combinations")
    void aSmallMessageArrivesToTheByteAndTouchesNoDisk(SendingRules rules) throws Exception {
        byte[] document = Arrays.copyOf(PAYLOAD, 2200);
        Path outbox = folder.resolve("outbox");

        OutgoingMessage message = exchanged(rules, Content.of(document), document, outbox);

        assertThat(message.body()).isInstanceOf(Octets.class);
        message.discard();
        assertThat(folder).isEmptyDirectory();
    }

    @ParameterizedTest
    @MethodSource("combinations")
    void aStoredMessageIsSentAgainAsItWas(SendingRules rules) throws Exception {
        byte[] document = Arrays.copyOf(PAYLOAD, 2200);
        OutgoingMessage first = exchanged(rules, Content.of(document), document, folder);

        OutgoingMessage stored =
                OutgoingMessage.stored(first.headers(), Content.of(TwoPartners.bytes(first.body())), first.mic());

        assertThat(stored.body()).isEqualTo(first.body());
        assertThat(stored.messageId()).isEqualTo(first.messageId());
        assertConfirmed(rules, stored, document);
    }

    private OutgoingMessage exchanged(SendingRules rules, Content content, byte[] document, Path outbox)
            throws Exception {
        OutgoingPayload payload = new OutgoingPayload(content, "application/edi-x12", "asn 1.edi");
        OutgoingMessage message = TwoPartners.sender().build(farm(rules), List.of(payload), outbox);
        assertConfirmed(rules, message, document);
        return message;
    }

    private void assertConfirmed(SendingRules rules, OutgoingMessage message, byte[] document) throws Exception {
        Received received = TwoPartners.deliver(message, TwoPartners.hubSide(TwoPartners.ALL), folder.resolve("spool"));

        assertThat(received).isInstanceOf(Received.Message.class);
        Received.Message arrived = (Received.Message) received;
        assertThat(arrived.messageId()).isEqualTo(message.messageId());
        assertThat(arrived.mic()).isEqualTo(message.mic());
        assertThat(arrived.payloads()).hasSize(1);
        assertThat(TwoPartners.bytes(arrived.payloads().get(0).content())).isEqualTo(document);
        assertThat(arrived.payloads().get(0).contentType()).isEqualTo("application/edi-x12");
        assertThat(arrived.payloads().get(0).fileName()).isEqualTo("asn 1.edi");
        assertThat(arrived.protection().signature()).isEqualTo(rules.sign());
        assertThat(arrived.protection().encryption()).isEqualTo(rules.encrypt());
        assertThat(arrived.protection().compressed()).isEqualTo(rules.compression() != Compression.NONE);
        arrived.discard();

        Mdn mdn = TwoPartners.mdn(arrived.answer(), farm(rules)).orElseThrow();
        assertThat(mdn.authenticity())
                .isEqualTo(rules.signedMdn() ? Mdn.Authenticity.VERIFIED : Mdn.Authenticity.UNSIGNED);
        assertThat(MdnVerdict.of(message, mdn)).isEqualTo(new Sent.Confirmed(mdn));
    }

    private static As2Agreement farm(SendingRules rules) {
        return TwoPartners.farmSide(rules)
                .withAcceptance(AcceptanceRules.standard().allowing(TwoPartners.ALL));
    }

    private static List<Path> filesIn(Path folder) throws Exception {
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }
}
