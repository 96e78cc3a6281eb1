package io.lotwire.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.lotwire.ledger.DeliveryKind;
import io.lotwire.ledger.InboxRow;
import io.lotwire.ledger.KeptContent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A partner's SFTP server, or the gateway, is killed while a file is on its way. */
class SftpFaultsIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    private static Path folder;

    private static SftpWireUnderTest wire;

    @BeforeAll
    static void start() throws Exception {
        wire = SftpWireUnderTest.prepare(folder, "sftp-faults")
                .change("lots-${documentNumber}-${delivery}.csv", "lots-${documentNumber}.csv")
                .start();
    }

    @AfterAll
    static void stop() throws Exception {
        Ending.all(wire);
    }

    @Test
    void aServerThatIsKilledWhileAFileIsReadHasItFetchedOnceAndWholeWhenItIsBack() throws Exception {
        byte[] whole = SftpWireUnderTest.padded(Partners.documents(31).shippingAdvice());
        try (HeldServer server = wire.heldServer(HeldServer.In.READING, "cut.edi")) {
            wire.partners().warehouse().drop("cut.edi", whole);
            await("a part of it was read").atMost(PATIENCE).until(server::asked);
        }
        await("it was tried in vain")
                .atMost(PATIENCE)
                .until(() -> wire.gateway().log().contains("Files of harbor-3pl could not be fetched"));
        assertThat(wire.fetched("cut.edi")).isZero();
        assertThat(wire.root().resolve("outbound/cut.edi")).hasBinaryContent(whole);

        wire.serverIsBack();

        InboxRow row = wire.ledger().doneFile("cut.edi");
        assertThat(wire.gateway().archive().open(row.content())).hasBinaryContent(whole);
        await("it is moved")
                .atMost(PATIENCE)
                .until(() -> !Files.exists(wire.root().resolve("outbound/cut.edi")));
        assertThat(wire.fetched("cut.edi")).isOne();
    }

    @Test
    void aServerThatIsKilledWhileAFileIsWrittenHasItOnceUnderItsNameWhenItIsBack() throws Exception {
        Path file = wire.root().resolve("inbound/lots-GV032.csv");
        Files.writeString(file, "lots of yesterday");
        InboxRow row;
        try (HeldServer server = wire.heldServer(HeldServer.In.WRITING, "lots-GV032.csv")) {
            row = wire.deliverLots(32);
            await("a part of it is written").atMost(PATIENCE).until(server::asked);
        }
        await("it was tried in vain")
                .atMost(PATIENCE)
                .until(() -> wire.lots(row).attempts() > 0);
        Path part = wire.root().resolve("inbound/.lots-GV032.csv.part");
        assertThat(part).isNotEmptyFile();
        assertThat(file).as("what it will replace").hasContent("lots of yesterday");
        // More than the file will have: nothing of it may stay.
        Files.writeString(part, "half of a line,".repeat(10_000));

        wire.serverIsBack();
        wire.ledger().letDeliveriesBeDue();

        wire.ledger().delivered(row);
        KeptContent content = wire.lots(row).document().orElseThrow().content();
        assertThat(file).hasBinaryContent(wire.gateway().archive().open(content).readAllBytes());
        assertThat(wire.names("inbound"))
                .filteredOn(name -> name.contains("GV032"))
                .containsExactly("lots-GV032.csv");
        assertThat(wire.lots(row).attempts()).isOne();
    }

    @Test
    void aGatewayKilledBetweenTheInboxAndTheMoveTakesTheFileOnceAndThenMovesIt() throws Exception {
        byte[] whole = Partners.documents(33).shippingAdvice();
        InboxRow row;
        try (HeldServer server = wire.heldServer(HeldServer.In.MOVING, "killed.edi")) {
            wire.partners().warehouse().drop("killed.edi", whole);
            row = wire.ledger().receivedFile("killed.edi");
            await("the gateway waits for the move").atMost(PATIENCE).until(server::asked);
            wire.gateway().kill();
        }
        assertThat(wire.root().resolve("outbound/killed.edi")).hasBinaryContent(whole);

        wire.serverIsBack();
        wire.ledger().letDeliveriesBeDue();
        wire.start();

        await("the file is moved")
                .atMost(PATIENCE)
                .until(() -> !Files.exists(wire.root().resolve("outbound/killed.edi")));
        assertThat(wire.names("outbound/archive"))
                .filteredOn(name -> name.startsWith("killed.edi"))
                .hasSize(1);
        assertTakenOnce(row);
    }

    @Test
    void aGatewayKilledBetweenTheInboxAndTheRemovalOfTheDoneFileTakesTheFileOnceAndThenMovesIt() throws Exception {
        InboxRow row;
        try (HeldServer server = wire.heldServer(HeldServer.In.REMOVING, "signed.ok")) {
            Files.write(
                    wire.root().resolve("signed/signed.edi"),
                    Partners.documents(34).shippingAdvice());
            Files.createFile(wire.root().resolve("signed/signed.ok"));
            row = wire.ledger().receivedFile("signed.edi");
            await("the gateway waits for the removal").atMost(PATIENCE).until(server::asked);
            wire.gateway().kill();
        }
        assertThat(wire.names("signed")).containsExactly("signed.edi", "signed.ok");

        wire.serverIsBack();
        wire.ledger().letDeliveriesBeDue();
        wire.start();

        await("both files are gone").atMost(PATIENCE).until(() -> wire.names("signed")
                .isEmpty());
        assertThat(wire.names("signed/archive"))
                .filteredOn(name -> name.startsWith("signed.edi"))
                .hasSize(1);
        assertTakenOnce(row);
    }

    @Test
    void aGatewayKilledBetweenTheRemovalOfTheDoneFileAndTheMoveFinishesTheMoveAndLeavesUnfinishedFilesAlone()
            throws Exception {
        InboxRow row;
        try (HeldServer server = wire.heldServer(HeldServer.In.MOVING, "halfway.edi")) {
            Files.write(
                    wire.root().resolve("signed/halfway.edi"),
                    Partners.documents(35).shippingAdvice());
            Files.createFile(wire.root().resolve("signed/halfway.ok"));
            row = wire.ledger().receivedFile("halfway.edi");
            await("the gateway waits for the move").atMost(PATIENCE).until(server::asked);
            wire.gateway().kill();
        }
        assertThat(wire.names("signed")).containsExactly("halfway.edi");
        Files.write(
                wire.root().resolve("signed/unfinished.edi"),
                Partners.documents(36).shippingAdvice());

        wire.serverIsBack();
        wire.ledger().letDeliveriesBeDue();
        wire.start();

        await("the file is moved").atMost(PATIENCE).until(() -> wire.names("signed")
                .equals(List.of("unfinished.edi")));
        assertThat(wire.names("signed/archive"))
                .filteredOn(name -> name.startsWith("halfway.edi"))
                .hasSize(1);
        assertTakenOnce(row);
        assertThat(wire.fetched("unfinished.edi")).isZero();
        Files.delete(wire.root().resolve("signed/unfinished.edi"));
    }

    private static void assertTakenOnce(InboxRow row) {
        assertThat(wire.fetched(row.fileName())).isOne();
        assertThat(wire.ledger().doneFile(row.fileName()).id()).isEqualTo(row.id());
        assertThat(wire.ledger().delivered(row)).hasSameSizeAs(wire.ledger().deliveries(row));
        assertThat(wire.ledger().deliveries(row))
                .as("nothing is acknowledged twice")
                .filteredOn(delivery -> delivery.kind() == DeliveryKind.ACKNOWLEDGEMENT)
                .hasSize(1);
    }
}
