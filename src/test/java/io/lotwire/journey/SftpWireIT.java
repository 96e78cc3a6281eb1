package io.lotwire.journey;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.lotwire.as2.OutgoingMessage;
import io.lotwire.as2.Sent;
import io.lotwire.ledger.InboxRow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
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

    private static SftpWireUnderTest wire;

    @BeforeAll
    static void startWithThreeDirectories() throws Exception {
        wire = SftpWireUnderTest.prepare(folder, "sftp-wire")
                .change("      - directory: outbound\n", """
                              - directory: renamed
                                patterns: ["*.edi", "*.part"]
                                complete: { by: rename, temporary: ["*.part"] }
                                afterwards: delete
                                poll: { every: 1s }
                              - directory: outbound
                        """)
                .change("    dropOff:\n", "    deadline: 2s\n    dropOff:\n")
                .change("      directory: inbound", "      ifExists: number\n      directory: inbound")
                .change("lots-${documentNumber}-${delivery}.csv", "lots.csv");
        Files.createDirectories(wire.root().resolve("renamed"));
        wire.start();
    }

    @AfterAll
    static void stop() throws Exception {
        Ending.all(wire);
    }

    @Test
    void aStalledWriterIsWaitedForUntilTheDoneFileIsThere() throws Exception {
        byte[] whole = Partners.documents(11).shippingAdvice();
        Path file = Files.write(wire.root().resolve("signed/advice.edi"), Arrays.copyOf(whole, whole.length / 2));
        await().during(SEVERAL_POLLS).atMost(PATIENCE).until(() -> wire.fetched("advice.edi") == 0);

        Files.write(file, whole);
        Files.createFile(wire.root().resolve("signed/advice.ok"));

        InboxRow row = wire.ledger().doneFile("advice.edi");
        assertThat(wire.gateway().archive().open(row.content())).hasBinaryContent(whole);
        await("both files are gone").atMost(PATIENCE).until(() -> wire.names("signed")
                .isEmpty());
        assertThat(wire.names("signed/archive")).anyMatch(name -> name.startsWith("advice.edi."));
    }

    @Test
    void aFileThatIsRenamedLateIsTakenUnderItsNewNameAndDeleted() throws Exception {
        byte[] whole = Partners.documents(12).shippingAdvice();
        Path part = Files.write(wire.root().resolve("renamed/late.part"), whole);
        await().during(SEVERAL_POLLS).atMost(PATIENCE).until(() -> wire.fetched("late.part") == 0);

        Files.move(part, wire.root().resolve("renamed/late.edi"));

        InboxRow row = wire.ledger().doneFile("late.edi");
        assertThat(wire.gateway().archive().open(row.content())).hasBinaryContent(whole);
        await("the file is gone").atMost(PATIENCE).until(() -> wire.names("renamed")
                .isEmpty());
    }

    @Test
    void theSameNameWithNewContentIsANewFileAndTheSameContentAgainIsNot() throws Exception {
        for (int number : List.of(13, 14, 13)) {
            Files.write(
                    wire.root().resolve("renamed/daily.part"),
                    Partners.documents(number).shippingAdvice());
            Files.move(wire.root().resolve("renamed/daily.part"), wire.root().resolve("renamed/daily.edi"));
            await("it is fetched").atMost(PATIENCE).until(() -> wire.names("renamed")
                    .isEmpty());
        }

        assertThat(wire.fetched("daily.edi")).isEqualTo(2);
    }

    @Test
    void aDeliveryWhoseNameIsTakenGetsANumber() throws Exception {
        Files.writeString(wire.root().resolve("inbound/lots.csv"), "something else");

        wire.deliverLots(15);

        await("the lots are there").atMost(PATIENCE).until(() -> wire.names("inbound").stream()
                .anyMatch(name -> name.matches("lots-\\d+\\.csv")));
        assertThat(wire.root().resolve("inbound/lots.csv")).hasContent("something else");
    }

    @Test
    void aServerThatStallsOrBreaksInTheMiddleIsLeftAndTheFileIsFetchedLater() throws Exception {
        byte[] whole = SftpWireUnderTest.padded(Partners.documents(16).shippingAdvice());
        wire.door().stallAfter(whole.length / 2);
        putRenamed("stalled.edi", whole);
        await("the server stalled").atMost(PATIENCE).until(wire.door()::reached);
        await("it was left")
                .atMost(PATIENCE)
                .until(() -> wire.gateway().log().contains("The SFTP server of harbor-3pl was left"));
        OutgoingMessage notice = wire.partners()
                .message(wire.partners().farm(), Partners.documents(17).shipNotice());
        assertThat(wire.partners().farm().send(notice, wire.gateway().as2()))
                .as("another partner meanwhile")
                .isInstanceOf(Sent.Confirmed.class);
        assertThat(wire.fetched("stalled.edi")).isZero();
        wire.door().open();
        assertThat(wire.gateway()
                        .archive()
                        .open(wire.ledger().doneFile("stalled.edi").content()))
                .hasBinaryContent(whole);

        wire.door().breakAfter(whole.length / 2);
        byte[] second = SftpWireUnderTest.padded(Partners.documents(18).shippingAdvice());
        putRenamed("broken.edi", second);
        await("the server broke").atMost(PATIENCE).until(wire.door()::reached);
        assertThat(wire.fetched("broken.edi")).isZero();
        wire.door().open();
        assertThat(wire.gateway()
                        .archive()
                        .open(wire.ledger().doneFile("broken.edi").content()))
                .hasBinaryContent(second);
    }

    @Test
    void aDeliveryThatBreaksInTheMiddleNeverShowsUnderItsNameUntilItIsWhole() throws Exception {
        wire.door().breakAfter(6_000);
        InboxRow row = wire.deliverLots(19);
        await("it was tried in vain")
                .atMost(PATIENCE)
                .until(() -> wire.lots(row).attempts() > 0);
        long before = lotFiles();
        wire.door().open();
        wire.ledger().letDeliveriesBeDue();

        wire.ledger().delivered(row);

        assertThat(lotFiles()).isEqualTo(before + 1);
        assertThat(wire.names("inbound")).noneMatch(name -> name.endsWith(".part"));
    }

    @Test
    void aFileThatCannotBeArchivedIsInTheInboxAndTheLogSaysSo() throws Exception {
        // Nothing can be moved as long as a file is where the folder should be.
        Path archive = wire.root().resolve("signed/archive");
        if (Files.exists(archive)) {
            Files.move(archive, wire.root().resolve("archive-of-others"));
        }
        Files.createFile(archive);
        Files.write(
                wire.root().resolve("signed/kept.edi"), Partners.documents(21).shippingAdvice());
        Files.createFile(wire.root().resolve("signed/kept.ok"));

        wire.ledger().delivered(wire.ledger().doneFile("kept.edi"));

        await("it is said").atMost(PATIENCE).until(() -> wire.gateway()
                .log()
                .contains("kept.edi of harbor-3pl is in the inbox, but cannot be archived or deleted"));
        Files.delete(archive);
        Files.delete(wire.root().resolve("signed/kept.edi"));
    }

    @Test
    void manyFilesAreAllFetched() throws Exception {
        for (int number = 0; number < MANY; number++) {
            putRenamed("many-" + number + ".edi", ("no document " + number).getBytes(US_ASCII));
        }

        await("all are fetched")
                .atMost(PATIENCE)
                .until(() -> wire.ledger().count("select count(*) from inbox where file_name like 'many-%'") == MANY);
        await("none is left").atMost(PATIENCE).until(() -> wire.names("renamed").isEmpty());
    }

    private static long lotFiles() throws IOException {
        return wire.names("inbound").stream()
                .filter(name -> name.startsWith("lots"))
                .count();
    }

    private static void putRenamed(String name, byte[] bytes) throws IOException {
        Path part = Files.write(wire.root().resolve("renamed/" + name + ".part"), bytes);
        Files.move(part, wire.root().resolve("renamed/" + name));
    }
}
