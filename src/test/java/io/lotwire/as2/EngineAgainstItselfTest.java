package io.lotwire.as2;

import static io.lotwire.as2.TwoPartners.PAYLOAD;
import static org.assertj.core.api.Assertions.assertThat;

import io.lotwire.as2.agreement.AcceptanceRules;
import io.lotwire.as2.agreement.As2Agreement;
import io.lotwire.as2.agreement.SendingRules;
import io.lotwire.as2.mdn.Mdn;
import io.lotwire.as2.protection.Compression;
import io.lotwire.as2.protection.DigestAlgorithm;
import io.lotwire.as2.protection.EncryptionAlgorithm;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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
    void whatIsSentArrivesToTheByteAndItsMdnConfirmsIt(SendingRules rules) throws Exception {
        As2Agreement farm = TwoPartners.farmSide(rules)
                .withAcceptance(AcceptanceRules.standard().allowing(TwoPartners.ALL));
        OutgoingPayload payload =
                new OutgoingPayload(TwoPartners.file(folder, PAYLOAD), "application/edi-x12", "asn 1.edi");
        Path outbox = Files.createDirectory(folder.resolve("outbox"));
        OutgoingMessage message = TwoPartners.sender().build(farm, List.of(payload), outbox);
        assertThat(filesIn(outbox)).containsExactly(message.body());

        Received received = TwoPartners.deliver(message, TwoPartners.hubSide(TwoPartners.ALL), folder.resolve("spool"));

        assertThat(received).isInstanceOf(Received.Message.class);
        Received.Message arrived = (Received.Message) received;
        assertThat(arrived.messageId()).isEqualTo(message.messageId());
        assertThat(arrived.mic()).isEqualTo(message.mic());
        assertThat(arrived.payloads()).hasSize(1);
        assertThat(arrived.payloads().get(0).content().open()).hasBinaryContent(PAYLOAD);
        assertThat(arrived.payloads().get(0).contentType()).isEqualTo("application/edi-x12");
        assertThat(arrived.payloads().get(0).fileName()).isEqualTo("asn 1.edi");
        assertThat(arrived.protection().signature()).isEqualTo(rules.sign());
        assertThat(arrived.protection().encryption()).isEqualTo(rules.encrypt());
        assertThat(arrived.protection().compressed()).isEqualTo(rules.compression() != Compression.NONE);

        Mdn mdn = TwoPartners.mdn(arrived.answer(), farm).orElseThrow();
        assertThat(mdn.authenticity())
                .isEqualTo(rules.signedMdn() ? Mdn.Authenticity.VERIFIED : Mdn.Authenticity.UNSIGNED);
        assertThat(MdnVerdict.of(message, mdn)).isEqualTo(new Sent.Confirmed(mdn));
    }

    private static List<Path> filesIn(Path folder) throws Exception {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            List<Path> found = new ArrayList<>();
            files.forEach(found::add);
            return found;
        }
    }
}
