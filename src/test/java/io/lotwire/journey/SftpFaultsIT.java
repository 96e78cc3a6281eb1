package io.lotwire.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.lotwire.as2.OutgoingMessage;
import io.lotwire.as2.Sent;
import io.lotwire.ledger.Delivery;
import io.lotwire.ledger.DeliveryKind;
import io.lotwire.ledger.InboxRow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A partner's SFTP server, or the gateway, is killed while a file is on its way. */
class SftpFaultsIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    private static Path folder;

    private static Path data;
    private static Partners partners;
    private static TcpDoor door;
    private static Map<String, String> environment;
    private static GatewayUnderTest gateway;
    private static LedgerView ledger;
    private static Path root;

    @BeforeAll
    static void start() throws Exception {
        data = folder.resolve("sftp-faults");
        partners = Partners.start(data);
        root = partners.warehouse().root();
        Files.createDirectories(root.resolve("signed"));
        door = TcpDoor.before(partners.warehouse().port());
        ProfilesUnderTest profiles = ProfilesUnderTest.copy(folder.resolve("partners"))
                .change("harbor-3pl", "      - directory: outbound\n", """
                              - directory: signed
                                complete: { by: done-file, name: "${stem}.ok" }
                                poll: { every: 1s }
                              - directory: outbound
                        """)
                .change("harbor-3pl", "poll: { every: 2s }", "poll: { every: 1s }")
                .change("harbor-3pl", "lots-${documentNumber}-${delivery}.csv", "lots-${documentNumber}.csv");
        environment = new HashMap<>(partners.environment());
        environment.put("LOTWIRE_PARTNERS", profiles.folder());
        environment.put("HARBOR_SFTP_PORT", Integer.toString(door.port()));
        Path knownHosts = data.resolve("keys/harbor-3pl.known_hosts");
        Files.writeString(
                knownHosts,
                Files.readString(knownHosts).replace(":" + partners.warehouse().port(), ":" + door.port()));
        startGateway();
        ledger = new LedgerView(gateway.database());
    }

    @AfterAll
    static void stop() throws Exception {
        Ending.all(gateway, door, partners);
    }

    private static void startGateway() throws IOException {
        gateway = GatewayUnderTest.start(data, environment);
    }

    @Test
    void aServerThatIsKilledWhileAFileIsReadHasItFetchedOnceAndWholeWhenItIsBack() throws Exception {
        byte[] whole = padded(Partners.documents(31).shippingAdvice());
        try (HeldServer server = heldServer(HeldServer.In.READING, "cut.edi")) {
            partners.warehouse().drop("cut.edi", whole);
            await("a part of it was read").atMost(PATIENCE).until(server::asked);
        }
        await("it was tried in vain").atMost(PATIENCE).until(() -> gateway.log()
                .contains("Files of harbor-3pl could not be fetched"));
        assertThat(fetched("cut.edi")).isZero();
        assertThat(root.resolve("outbound/cut.edi")).hasBinaryContent(whole);

        theServerIsBack();

        InboxRow row = ledger.doneFile("cut.edi");
        assertThat(gateway.archive().open(row.content().sha256())).hasBinaryContent(whole);
        await("it is moved").atMost(PATIENCE).until(() -> !Files.exists(root.resolve("outbound/cut.edi")));
        assertThat(fetched("cut.edi")).isOne();
    }

    @Test
    void aServerThatIsKilledWhileAFileIsWrittenHasItOnceUnderItsNameWhenItIsBack() throws Exception {
        Path file = root.resolve("inbound/lots-GV032.csv");
        Files.writeString(file, "lots of yesterday");
        InboxRow row;
        try (HeldServer server = heldServer(HeldServer.In.WRITING, "lots-GV032.csv")) {
            row = deliverLots(32);
            await("a part of it is written").atMost(PATIENCE).until(server::asked);
        }
        await("it was tried in vain").atMost(PATIENCE).until(() -> lots(row).attempts() > 0);
        Path part = root.resolve("inbound/.lots-GV032.csv.part");
        assertThat(part).isNotEmptyFile();
        assertThat(file).as("what it will replace").hasContent("lots of yesterday");
        // More than the file will have: nothing of it may stay.
        Files.writeString(part, "half of a line,".repeat(10_000));

        theServerIsBack();
        ledger.letDeliveriesBeDue();

        ledger.delivered(row);
        String sha256 = lots(row).written().orElseThrow().content().sha256();
        assertThat(file).hasBinaryContent(gateway.archive().open(sha256).readAllBytes());
        assertThat(names("inbound")).filteredOn(name -> name.contains("GV032")).containsExactly("lots-GV032.csv");
        assertThat(lots(row).attempts()).isOne();
    }

    @Test
    void aGatewayKilledBetweenTheInboxAndTheMoveTakesTheFileOnceAndThenMovesIt() throws Exception {
        byte[] whole = Partners.documents(33).shippingAdvice();
        InboxRow row;
        try (HeldServer server = heldServer(HeldServer.In.MOVING, "killed.edi")) {
            partners.warehouse().drop("killed.edi", whole);
            row = ledger.receivedFile("killed.edi");
            await("the gateway waits for the move").atMost(PATIENCE).until(server::asked);
            gateway.kill();
        }
        assertThat(root.resolve("outbound/killed.edi")).hasBinaryContent(whole);

        theServerIsBack();
        ledger.letDeliveriesBeDue();
        startGateway();

        await("the file is moved").atMost(PATIENCE).until(() -> !Files.exists(root.resolve("outbound/killed.edi")));
        assertThat(names("outbound/archive"))
                .filteredOn(name -> name.startsWith("killed.edi"))
                .hasSize(1);
        assertTakenOnce(row);
    }

    @Test
    void aGatewayKilledBetweenTheInboxAndTheRemovalOfTheDoneFileTakesTheFileOnceAndThenMovesIt() throws Exception {
        InboxRow row;
        try (HeldServer server = heldServer(HeldServer.In.REMOVING, "signed.ok")) {
            Files.write(
                    root.resolve("signed/signed.edi"), Partners.documents(34).shippingAdvice());
            Files.createFile(root.resolve("signed/signed.ok"));
            row = ledger.receivedFile("signed.edi");
            await("the gateway waits for the removal").atMost(PATIENCE).until(server::asked);
            gateway.kill();
        }
        assertThat(names("signed")).containsExactly("signed.edi", "signed.ok");

        theServerIsBack();
        ledger.letDeliveriesBeDue();
        startGateway();

        await("both files are gone").atMost(PATIENCE).until(() -> names("signed")
                .isEmpty());
        assertThat(names("signed/archive"))
                .filteredOn(name -> name.startsWith("signed.edi"))
                .hasSize(1);
        assertTakenOnce(row);
    }

    private static HeldServer heldServer(HeldServer.In step, String name) throws IOException {
        HeldServer server = new HeldServer(root, root.resolveSibling("host.key"), step, name);
        door.leadTo(server.port());
        return server;
    }

    private static void theServerIsBack() {
        door.leadTo(partners.warehouse().port());
    }

    private static void assertTakenOnce(InboxRow row) {
        assertThat(fetched(row.fileName())).isOne();
        assertThat(ledger.doneFile(row.fileName()).id()).isEqualTo(row.id());
        assertThat(ledger.delivered(row)).hasSameSizeAs(ledger.deliveries(row));
        assertThat(ledger.deliveries(row))
                .as("nothing is acknowledged twice")
                .filteredOn(delivery -> delivery.kind() == DeliveryKind.ACKNOWLEDGEMENT)
                .hasSize(1);
    }

    private static InboxRow deliverLots(int number) throws Exception {
        OutgoingMessage notice =
                partners.message(partners.farm(), Partners.documents(number).shipNotice());
        assertThat(partners.farm().send(notice, gateway.as2())).isInstanceOf(Sent.Confirmed.class);
        return ledger.done(notice.messageId());
    }

    private static Delivery lots(InboxRow row) {
        return ledger.deliveries(row).stream()
                .filter(delivery -> delivery.format().equals("lot-csv"))
                .findFirst()
                .orElseThrow();
    }

    /** With line ends after it, which mean nothing there, so that it is read in several parts. */
    private static byte[] padded(byte[] document) {
        byte[] padded = Arrays.copyOf(document, document.length + 200_000);
        Arrays.fill(padded, document.length, padded.length, (byte) '\n');
        return padded;
    }

    private static long fetched(String fileName) {
        return ledger.count("select count(*) from inbox where file_name = '" + fileName + "'");
    }

    private static List<String> names(String directory) throws IOException {
        try (Stream<Path> files = Files.list(root.resolve(directory))) {
            return files.filter(Files::isRegularFile)
                    .map(file -> file.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }
}
