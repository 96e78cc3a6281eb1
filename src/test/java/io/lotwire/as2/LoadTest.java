package io.lotwire.as2;

import static org.assertj.core.api.Assertions.assertThat;

import io.lotwire.as2.agreement.AcceptanceRules;
import io.lotwire.as2.agreement.As2Agreement;
import io.lotwire.as2.agreement.As2Ids;
import io.lotwire.as2.agreement.SendingRules;
import io.lotwire.as2.bytes.Content;
import io.lotwire.as2.keys.KeyAndCertificate;
import io.lotwire.as2.mdn.Mdn;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two partners at once at one receiver: none hears what is the other's. */
class LoadTest {
    private static final int MESSAGES = 100;
    private static final int THREADS = 8;

    @TempDir
    Path folder;

    /** A partner and the hub's side of the agreement; each has a key of its own, the hub one for each of them. */
    private record Side(As2Agreement theirs, As2Agreement hubs) {
        static Side of(String name) {
            KeyAndCertificate key = TwoPartners.key(name);
            KeyAndCertificate hub = TwoPartners.key("HUB");
            AcceptanceRules acceptance = AcceptanceRules.standard().allowing(Set.of());
            return new Side(
                    TwoPartners.agreement(name, "HUB", key, hub.certificate(), SendingRules.standard(), acceptance),
                    TwoPartners.agreement("HUB", name, hub, key.certificate(), SendingRules.standard(), acceptance));
        }
    }

    @Test
    void noReceiptCarriesTheKeyOrTheIdOfAnother() throws Exception {
        List<Side> sides = List.of(Side.of("Farm"), Side.of("Mill"));
        Function<As2Ids, Optional<As2Agreement>> agreements = ids -> sides.stream()
                .map(Side::hubs)
                .filter(hub -> hub.incoming().equals(ids))
                .findFirst();
        As2Receiver receiver = TwoPartners.receiver(folder.resolve("hub"));
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Callable<Sent>> exchanges = new ArrayList<>();
            for (int number = 0; number < MESSAGES; number++) {
                Side side = sides.get(number % sides.size());
                byte[] document = ("document " + number).getBytes(StandardCharsets.US_ASCII);
                exchanges.add(() -> exchange(side, document, receiver, agreements));
            }
            for (Future<Sent> verdict : threads.invokeAll(exchanges)) {
                assertThat(verdict.get()).isInstanceOf(Sent.Confirmed.class);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    /** The verdict holds only when signer, Original-Message-ID and MIC are those of this message. */
    private Sent exchange(
            Side side, byte[] document, As2Receiver receiver, Function<As2Ids, Optional<As2Agreement>> agreements)
            throws Exception {
        OutgoingPayload payload = new OutgoingPayload(Content.of(document), "application/edi-x12", "d.edi");
        OutgoingMessage message = TwoPartners.sender().build(side.theirs(), List.of(payload), folder);
        Received received = receiver.receive(
                TwoPartners.http(message.headers()), message.body().open(), agreements);
        assertThat(received).isInstanceOf(Received.Message.class);
        assertThat(((Received.Message) received).payloads().get(0).content().open())
                .hasBinaryContent(document);
        Mdn mdn = TwoPartners.mdn(received.answer(), side.theirs()).orElseThrow();
        assertThat(received.answer().headers())
                .containsEntry("AS2-To", side.theirs().ours());
        return MdnVerdict.of(message, mdn);
    }
}
