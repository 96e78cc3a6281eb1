package io.lotwire.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.lotwire.as2.OutgoingMessage;
import io.lotwire.as2.Sent;
import io.lotwire.ledger.Cause;
import io.lotwire.ledger.Delivery;
import io.lotwire.ledger.DeliveryState;
import io.lotwire.ledger.InboxRow;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** Files are fetched whole, and only from the server that the partner named. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SftpPickupIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int PIECES = 12;
    private static final long PIECE_EVERY_MILLISECONDS = 400;

    @TempDir
    private static Path folder;

    private static Partners partners;
    private static GatewayUnderTest gateway;
    private static LedgerView ledger;
    private static Path knownHosts;
    private static String rightKey;

    @BeforeAll
    static void startWithAnotherHostKey() throws Exception {
        Path data = folder.resolve("sftp-pickup");
        partners = Partners.start(data);
        knownHosts = data.resolve("keys/harbor-3pl.known_hosts");
        rightKey = Files.readString(knownHosts);
        Files.writeString(knownHosts, "[127.0.0.1]:" + partners.warehouse().port() + " " + otherKey() + "\n");
        gateway = GatewayUnderTest.start(data, partners.environment());
        ledger = new LedgerView(gateway.database());
    }

    @AfterAll
    static void stop() throws Exception {
        Ending.all(gateway, partners);
    }

    @Test
    @Order(1)
    void nothingIsFetchedFromOrGivenToAServerWithAnotherHostKeyAndTheLogSaysSo() throws Exception {
        partners.warehouse().drop("shipped-001.edi", Partners.documents(1).shippingAdvice());
        OutgoingMessage message =
                partners.message(partners.farm(), Partners.documents(1).shipNotice());
        assertThat(partners.farm().send(message, gateway.as2())).isInstanceOf(Sent.Confirmed.class);
        InboxRow notice = ledger.done(message.messageId());

        await("the log says that the server is not the one")
                .atMost(PATIENCE)
                .untilAsserted(() -> assertThat(gateway.log()).contains("HostKey"));
        await("the lot feed was tried in vain")
                .atMost(PATIENCE)
                .until(() -> lotFeed(notice).attempts() > 0);
        assertThat(lotFeed(notice).state()).isEqualTo(DeliveryState.WRITTEN);
        assertThat(lotFeed(notice).cause().map(Cause::sentence).orElse("")).containsIgnoringCase("hostkey");
        assertThat(partners.warehouse().inbound()).isEmpty();
        assertThat(partners.warehouse().root().resolve("outbound/shipped-001.edi"))
                .exists();
        assertThat(ledger.count("select count(*) from inbox where wire = 'sftp'"))
                .isZero();
    }

    @Test
    @Order(2)
    void whatWasLeftIsFetchedAndGivenWhenTheRightKeyIsNamed() throws Exception {
        Files.writeString(knownHosts, rightKey);
        ledger.letDeliveriesBeDue();

        ledger.delivered(ledger.doneFile("shipped-001.edi"));

        assertThat(ledger.count("select count(*) from delivery where state <> 'CONFIRMED'"))
                .isZero();
    }

    @Test
    @Order(3)
    void aFileThatIsStillGrowingIsNotTakenUntilItIsWhole() throws Exception {
        byte[] whole = Partners.documents(2).shippingAdvice();
        Path growing = partners.warehouse().root().resolve("outbound/growing.edi");

        writeInPieces(growing, whole);

        InboxRow row = ledger.doneFile("growing.edi");
        assertThat(gateway.archive().open(row.content())).hasBinaryContent(whole);
        assertThat(ledger.count("select count(*) from inbox where file_name = 'growing.edi'"))
                .isOne();
        assertThat(ledger.delivered(row)).hasSize(5);
    }

    /** Writes for some seconds under the final name; fails when the file is taken away before its last piece. */
    private static void writeInPieces(Path file, byte[] whole) throws Exception {
        Files.createFile(file);
        AtomicInteger written = new AtomicInteger();
        ScheduledExecutorService writer = Executors.newSingleThreadScheduledExecutor();
        try {
            ScheduledFuture<?> writing = writer.scheduleAtFixedRate(
                    () -> append(file, piece(whole, written.get()), written),
                    0,
                    PIECE_EVERY_MILLISECONDS,
                    TimeUnit.MILLISECONDS);
            await("all pieces are written").atMost(PATIENCE).until(() -> written.get() == PIECES || writing.isDone());
            writing.cancel(false);
            assertThat(written).as("pieces written before the file was taken").hasValue(PIECES);
        } finally {
            writer.shutdownNow();
        }
    }

    private static byte[] piece(byte[] whole, int number) {
        int from = whole.length * number / PIECES;
        return Arrays.copyOfRange(whole, from, whole.length * (number + 1) / PIECES);
    }

    private static void append(Path file, byte[] piece, AtomicInteger written) {
        if (written.get() == PIECES) {
            return;
        }
        try {
            Files.write(file, piece, StandardOpenOption.APPEND);
            written.incrementAndGet();
        } catch (IOException taken) {
            throw new UncheckedIOException(taken);
        }
    }

    private static Delivery lotFeed(InboxRow notice) {
        return ledger.deliveries(notice).stream()
                .filter(delivery -> delivery.format().equals("lot-csv"))
                .findFirst()
                .orElseThrow();
    }

    private static String otherKey() throws GeneralSecurityException, IOException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(3072);
        return PublicKeyEntry.toString(generator.generateKeyPair().getPublic());
    }
}
