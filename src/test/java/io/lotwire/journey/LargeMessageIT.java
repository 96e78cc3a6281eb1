package io.lotwire.journey;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.lotwire.as2.As2Sender;
import io.lotwire.as2.OutgoingMessage;
import io.lotwire.as2.OutgoingPayload;
import io.lotwire.as2.Sent;
import io.lotwire.as2.agreement.AcceptanceRules;
import io.lotwire.as2.agreement.As2Agreement;
import io.lotwire.as2.agreement.SendingRules;
import io.lotwire.as2.bytes.Content;
import io.lotwire.as2.http.HttpSender;
import io.lotwire.as2.keys.KeyAndCertificate;
import io.lotwire.demo.CompanyKeys;
import io.lotwire.digest.Sha256;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole gateway with little memory: messages that are larger than it, and messages with several documents. */
class LargeMessageIT {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final int HEAP_MEGABYTES = 160;
    private static final int LARGE_MEGABYTES = Boolean.getBoolean("lotwire.long") ? 500 : 200;

    @TempDir
    private static Path folder;

    private static Partners partners;
    private static GatewayUnderTest gateway;
    private static LedgerView ledger;
    private static As2Agreement farm;

    @BeforeAll
    static void start() throws Exception {
        Path data = folder.resolve("large");
        partners = Partners.start(data);
        gateway = GatewayUnderTest.start(data, partners.environment(), HEAP_MEGABYTES);
        ledger = new LedgerView(gateway.database());
        CompanyKeys keys = new CompanyKeys(data.resolve("keys"));
        KeyAndCertificate us = keys.of("northgate-distribution", "Northgate Distribution");
        farm = new As2Agreement(
                "Green Valley Farm",
                "Northgate Distribution",
                List.of(keys.of("green-valley-farm", "Green Valley Farm")),
                List.of(us.certificate()),
                SendingRules.standard(),
                AcceptanceRules.standard());
    }

    @AfterAll
    static void stop() throws Exception {
        Ending.all(gateway, partners);
    }

    @Test
    void aMessageLargerThanTheHeapIsTakenToTheByte() throws Exception {
        Path large = large();

        Sent sent = send(
                List.of(new OutgoingPayload(Content.of(large), "application/octet-stream", "large.bin")),
                "<large@farm>");

        assertThat(sent).isInstanceOf(Sent.Confirmed.class);
        assertThat(ledger.received("<large@farm>").content().sha256()).isEqualTo(sha256(large));
    }

    @Test
    void aFileLargerThanTheHeapIsFetchedFromAnSftpServerToTheByte() throws Exception {
        Path large = large();
        String sha256 = sha256(large);

        Files.move(large, partners.warehouse().root().resolve("outbound/large.edi"));

        await("it is in the inbox")
                .atMost(PATIENCE)
                .until(() -> ledger.count("select count(*) from inbox where file_name = 'large.edi' and sha256 = '"
                                + sha256 + "'")
                        == 1);
    }

    @Test
    void eachOfSeveralDocumentsIsAnInterchangeOfItsOwnAndOneReceiptSpeaksOfAll() throws Exception {
        byte[] notice = Partners.documents(1).shipNotice();
        byte[] noEdi = "a picture of the truck".getBytes(US_ASCII);
        byte[] second = Partners.documents(2).shipNotice();
        List<OutgoingPayload> payloads = List.of(
                new OutgoingPayload(Content.of(notice), "application/edi-x12", "first.edi"),
                new OutgoingPayload(Content.of(noEdi), "application/pdf", "truck.pdf"),
                new OutgoingPayload(Content.of(second), "application/edi-x12", "second.edi"));

        assertThat(send(payloads, "<three@farm>")).isInstanceOf(Sent.Confirmed.class);

        assertThat(ledger.done("<three@farm>").fileName()).isEqualTo("first.edi");
        await("all three are read")
                .atMost(PATIENCE)
                .until(() -> ledger.count("select count(*) from inbox where message_id like '<three@farm>%'"
                                + " and (file_name, state) in (('first.edi', 'TRANSLATED'), ('truck.pdf', 'REJECTED'),"
                                + " ('second.edi', 'TRANSLATED'))")
                        == 3);
        assertThat(send(payloads, "<three@farm>")).as("the same again").isInstanceOf(Sent.Confirmed.class);
        assertThat(ledger.count("select count(*) from inbox where message_id like '<three@farm>%'"))
                .isEqualTo(3);
    }

    private static Sent send(List<OutgoingPayload> payloads, String messageId) throws Exception {
        As2Sender sender = new As2Sender(HttpSender.standard(), PATIENCE, Clock.systemUTC());
        OutgoingMessage message =
                sender.build(farm, payloads, Files.createDirectories(folder.resolve("sent")), messageId);
        return sender.send(message, farm, gateway.as2());
    }

    private static Path large() throws Exception {
        Path file = folder.resolve("large.bin");
        byte[] block = new byte[1_000_000];
        Random random = new Random(1);
        try (OutputStream out = Files.newOutputStream(file)) {
            for (int i = 0; i < LARGE_MEGABYTES; i++) {
                random.nextBytes(block);
                out.write(block);
            }
        }
        return file;
    }

    private static String sha256(Path file) throws Exception {
        try (InputStream in = Files.newInputStream(file)) {
            return Sha256.hex(in);
        }
    }
}
