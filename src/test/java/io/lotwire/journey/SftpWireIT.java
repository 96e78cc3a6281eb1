package io.lotwire.journey;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.lotwire.as2.OutgoingMessage;
import io.lotwire.as2.Sent;
import io.lotwire.ledger.Delivery;
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

/** Files are fetched whole whatever the partner's habit is, and put in place whole, whatever happens on the way. */
class SftpWireIT {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Duration SEVERAL_POLLS = Duration.ofMillis(2500);
    private static final int MANY = Boolean.getBoolean("lotwire.long") ? 1000 : 100;

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
    static void startWithThreeDirectories() throws Exception {
        data = folder.resolve("sftp-wire");
        partners = Partners.start(data);
        root = partners.warehouse().root();
        Files.createDirectories(root.resolve("signed"));
        Files.createDirectories(root.resolve("renamed"));
        door = TcpDoor.before(partners.warehouse().port());
        ProfilesUnderTest profiles = ProfilesUnderTest.copy(folder.resolve("partners"))
                .change("harbor-3pl", "      - directory: outbound\n", """
                              - directory: signed
                                complete: { by: done-file, name: "${stem}.ok" }
                                poll: { every: 1s }
                              - directory: renamed
                                patterns: ["*.edi", "*.part"]
                                complete: { by: rename, temporary: ["*.part"] }
                                afterwards: delete
                                poll: { every: 1s }
                              - directory: outbound
                        """)
                .change("harbor-3pl", "poll: { every: 2s }", "poll: { every: 1s }")
                .change("harbor-3pl", "    dropOff:\n", "    deadline: 2s\n    dropOff:\n")
                .change("harbor-3pl", "      directory: inbound", "      ifExists: number\n      directory: inbound")
                .change("harbor-3pl", "lots-${documentNumber}-${delivery}.csv", "lots.csv");
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
    void aStalledWriterIsWaitedForUntilTheDoneFileIsThere() throws Exception {
        byte[] whole = Partners.documents(11).shippingAdvice();
        Path file = Files.write(root.resolve("signed/advice.edi"), Arrays.copyOf(whole, whole.length / 2));
        await().during(SEVERAL_POLLS).atMost(PATIENCE).until(() -> fetched("advice.edi") == 0);

        Files.write(file, whole);
        Files.createFile(root.resolve("signed/advice.ok"));

        InboxRow row = ledger.doneFile("advice.edi");
        assertThat(gateway.archive().open(row.content().sha256())).hasBinaryContent(whole);
        await("both files are gone").atMost(PATIENCE).until(() -> names("signed")
                .isEmpty());
        assertThat(names("signed/archive")).anyMatch(name -> name.startsWith("advice.edi."));
    }

    @Test
    void aFileThatIsRenamedLateIsTakenUnderItsNewNameAndDeleted() throws Exception {
        byte[] whole = Partners.documents(12).shippingAdvice();
        Path part = Files.write(root.resolve("renamed/late.part"), whole);
        await().during(SEVERAL_POLLS).atMost(PATIENCE).until(() -> fetched("late.part") == 0);

        Files.move(part, root.resolve("renamed/late.edi"));

        InboxRow row = ledger.doneFile("late.edi");
        assertThat(gateway.archive().open(row.content().sha256())).hasBinaryContent(whole);
        await("the file is gone").atMost(PATIENCE).until(() -> names("renamed").isEmpty());
    }

    @Test
    void theSameNameWithNewContentIsANewFileAndTheSameContentAgainIsNot() throws Exception {
        for (int number : List.of(13, 14, 13)) {
            Files.write(
                    root.resolve("renamed/daily.part"),
                    Partners.documents(number).shippingAdvice());
            Files.move(root.resolve("renamed/daily.part"), root.resolve("renamed/daily.edi"));
            await("it is fetched").atMost(PATIENCE).until(() -> names("renamed").isEmpty());
        }

        assertThat(fetched("daily.edi")).isEqualTo(2);
    }

    @Test
    void aDeliveryWhoseNameIsTakenGetsANumber() throws Exception {
        Files.writeString(root.resolve("inbound/lots.csv"), "something else");

        deliverLots(15);

        await("the lots are there").atMost(PATIENCE).until(() -> names("inbound").stream()
                .anyMatch(name -> name.matches("lots-\\d+\\.csv")));
        assertThat(root.resolve("inbound/lots.csv")).hasContent("something else");
    }

    @Test
    void aServerThatStallsOrBreaksInTheMiddleIsLeftAndTheFileIsFetchedLater() throws Exception {
        byte[] whole = padded(Partners.documents(16).shippingAdvice());
        door.stallAfter(whole.length / 2);
        putRenamed("stalled.edi", whole);
        await("the server stalled").atMost(PATIENCE).until(door::reached);
        await("it was left").atMost(PATIENCE).until(() -> gateway.log()
                .contains("The SFTP server of harbor-3pl was left"));
        OutgoingMessage notice =
                partners.message(partners.farm(), Partners.documents(17).shipNotice());
        assertThat(partners.farm().send(notice, gateway.as2()))
                .as("another partner meanwhile")
                .isInstanceOf(Sent.Confirmed.class);
        assertThat(fetched("stalled.edi")).isZero();
        door.open();
        assertThat(gateway.archive()
                        .open(ledger.doneFile("stalled.edi").content().sha256()))
                .hasBinaryContent(whole);

        door.breakAfter(whole.length / 2);
        byte[] second = padded(Partners.documents(18).shippingAdvice());
        putRenamed("broken.edi", second);
        await("the server broke").atMost(PATIENCE).until(door::reached);
        assertThat(fetched("broken.edi")).isZero();
        door.open();
        assertThat(gateway.archive()
                        .open(ledger.doneFile("broken.edi").content().sha256()))
                .hasBinaryContent(second);
    }

    @Test
    void aDeliveryThatBreaksInTheMiddleNeverShowsUnderItsNameUntilItIsWhole() throws Exception {
        door.breakAfter(6_000);
        InboxRow row = deliverLots(19);
        await("it was tried in vain").atMost(PATIENCE).until(() -> lots(row).attempts() > 0);
        long before = lotFiles();
        door.open();
        ledger.letDeliveriesBeDue();

        ledger.delivered(row);

        assertThat(lotFiles()).isEqualTo(before + 1);
        assertThat(names("inbound")).noneMatch(name -> name.endsWith(".part"));
    }

    @Test
    void aFileThatCannotBeArchivedIsInTheInboxAndTheLogSaysSo() throws Exception {
        // Nothing can be moved as long as a file is where the folder should be.
        Path archive = root.resolve("signed/archive");
        if (Files.exists(archive)) {
            Files.move(archive, root.resolve("archive-of-others"));
        }
        Files.createFile(archive);
        Files.write(root.resolve("signed/kept.edi"), Partners.documents(21).shippingAdvice());
        Files.createFile(root.resolve("signed/kept.ok"));

        ledger.delivered(ledger.doneFile("kept.edi"));

        await("it is said").atMost(PATIENCE).until(() -> gateway.log()
                .contains("kept.edi of harbor-3pl is in the inbox, but cannot be archived or deleted"));
        Files.delete(archive);
        Files.delete(root.resolve("signed/kept.edi"));
    }

    @Test
    void manyFilesAreAllFetched() throws Exception {
        for (int number = 0; number < MANY; number++) {
            putRenamed("many-" + number + ".edi", ("no document " + number).getBytes(US_ASCII));
        }

        await("all are fetched")
                .atMost(PATIENCE)
                .until(() -> ledger.count("select count(*) from inbox where file_name like 'many-%'") == MANY);
        await("none is left").atMost(PATIENCE).until(() -> names("renamed").isEmpty());
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

    private static long lotFiles() throws IOException {
        return names("inbound").stream().filter(name -> name.startsWith("lots")).count();
    }

    private static void putRenamed(String name, byte[] bytes) throws IOException {
        Path part = Files.write(root.resolve("renamed/" + name + ".part"), bytes);
        Files.move(part, root.resolve("renamed/" + name));
    }

    /** With line ends after it, which mean nothing there, so that it takes a while on its way. */
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
