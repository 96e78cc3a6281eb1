package io.lotwire.journey;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.lotwire.ledger.InboxRow;
import io.lotwire.ledger.InboxState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** A partner whose files lie in plain folders, and who finds the answers in another. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FolderWireIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** Longer than two looks and the age at which a file is taken. */
    private static final Duration LONG_ENOUGH = Duration.ofSeconds(5);

    @TempDir
    private static Path folder;

    private static Path in;
    private static Path urgent;
    private static Path out;
    private static Map<String, String> environment;
    private static Partners partners;
    private static GatewayUnderTest gateway;
    private static LedgerView ledger;

    @BeforeAll
    static void startWithFoldersForTheWarehouse() throws Exception {
        Path data = folder.resolve("folder-wire");
        partners = Partners.start(data);
        in = Files.createDirectories(folder.resolve("share/to us"));
        urgent = Files.createDirectories(folder.resolve("share/urgent"));
        out = Files.createDirectories(folder.resolve("share/from-us"));
        Path profiles =
                Path.of(ProfilesUnderTest.copy(folder.resolve("partners")).folder());
        Path profile = profiles.resolve("harbor-3pl.yaml");
        String text = Files.readString(profile);
        Files.writeString(
                profile,
                text.substring(0, text.indexOf("  sftp:\n"))
                        + """
                          folder:
                            pickUp:
                              - directory: %s
                                patterns: ["*.edi"]
                                complete: { by: unchanged, minAge: 2s }
                                poll: { every: 1s }
                              - directory: %s
                                complete: { by: done-file }
                                poll: { every: 1s }
                            dropOff: { directory: %s }

                        """.formatted(in, urgent, out)
                        + text.substring(text.indexOf("receives:")).replace("over: sftp", "over: folder"));
        environment = new HashMap<>(partners.environment());
        environment.put("LOTWIRE_PARTNERS", profiles.toString());
        gateway = GatewayUnderTest.start(data, environment);
        ledger = new LedgerView(gateway.database());
    }

    @AfterAll
    static void stop() throws Exception {
        Ending.all(gateway, partners);
    }

    @Test
    @Order(1)
    void aFileBecomesLotEventsAndItsAnswerLiesInTheFolder() throws Exception {
        byte[] advice = Partners.documents(1).shippingAdvice();

        put(in.resolve("shipped-001.edi"), advice);

        InboxRow row = ledger.doneFile("shipped-001.edi");
        assertThat(row.state()).isEqualTo(InboxState.TRANSLATED);
        assertThat(ledger.events(row)).isNotEmpty();
        assertThat(gateway.archive().open(row.content())).hasBinaryContent(advice);
        assertThat(ledger.count("select count(*) from inbox where wire = 'folder'"))
                .isOne();
        await("it is in the archive").atMost(PATIENCE).untilAsserted(() -> assertThat(names(in.resolve("archive")))
                .singleElement()
                .asString()
                .startsWith("shipped-001.edi."));
        assertThat(names(in)).containsExactly("archive");
        await("the 997").atMost(PATIENCE).until(() -> answers() == 1);
        assertThat(names(out)).noneMatch(name -> name.startsWith("."));
    }

    @Test
    @Order(2)
    void theSameFileAgainIsAnsweredAgainAndCountsOnce() throws Exception {
        long events = ledger.count("select count(*) from lot_event");

        for (String name : names(out)) {
            Files.delete(out.resolve(name));
        }
        put(in.resolve("shipped-001.edi"), Partners.documents(1).shippingAdvice());

        await("it is in the archive as well")
                .atMost(PATIENCE)
                .until(() -> names(in.resolve("archive")).size() == 2);
        await("the 997 was given again").atMost(PATIENCE).until(() -> answers() == 1);
        assertThat(ledger.count("select count(*) from inbox where file_name = 'shipped-001.edi'"))
                .isOne();
        assertThat(ledger.count("select count(*) from lot_event")).isEqualTo(events);
    }

    @Test
    @Order(3)
    void aHalfWrittenFileWaitsUntilItIsWhole() throws Exception {
        byte[] advice = Partners.documents(2).shippingAdvice();
        Path growing = Files.createFile(in.resolve("growing.edi"));
        int piece = advice.length / 8 + 1;
        for (int from = 0; from < advice.length; from += piece) {
            byte[] next = Arrays.copyOfRange(advice, from, Math.min(advice.length, from + piece));
            await().pollDelay(Duration.ofMillis(700)).atMost(PATIENCE).until(() -> true);
            Files.write(growing, next, StandardOpenOption.APPEND);
        }

        InboxRow row = ledger.doneFile("growing.edi");

        assertThat(gateway.archive().open(row.content())).hasBinaryContent(advice);
        assertThat(ledger.count("select count(*) from inbox where file_name = 'growing.edi'"))
                .isOne();
    }

    @Test
    @Order(4)
    void theOtherFolderWaitsForTheDoneFileAndALinkOutOfItIsNotFollowed() throws Exception {
        Path secret =
                Files.write(folder.resolve("secret.edi"), Partners.documents(9).shippingAdvice());
        Files.createSymbolicLink(urgent.resolve("link.edi"), secret);
        Files.createFile(urgent.resolve("link.edi.done"));
        put(urgent.resolve("shipped-003.edi"), Partners.documents(3).shippingAdvice());

        await("some looks later")
                .during(LONG_ENOUGH)
                .atMost(LONG_ENOUGH.multipliedBy(2))
                .until(() -> ledger.count("select count(*) from inbox where file_name = 'shipped-003.edi'") == 0);
        Files.createFile(urgent.resolve("shipped-003.edi.done"));

        assertThat(ledger.doneFile("shipped-003.edi").state()).isEqualTo(InboxState.TRANSLATED);
        await("file and done file are gone").atMost(PATIENCE).untilAsserted(() -> assertThat(names(urgent))
                .containsExactlyInAnyOrder("archive", "link.edi", "link.edi.done"));
        assertThat(ledger.count("select count(*) from inbox where file_name = 'link.edi'"))
                .isZero();
    }

    /** A file in the archive's place keeps the gateway from moving what it has taken, until it is killed. */
    @Test
    @Order(5)
    void aGatewayKilledBetweenCommitAndMoveTakesNothingTwiceAndFinishesTheMove() throws Exception {
        Path away = folder.resolve("archive-of-urgent");
        Files.move(urgent.resolve("archive"), away);
        Files.createFile(urgent.resolve("archive"));
        put(urgent.resolve("shipped-004.edi"), Partners.documents(4).shippingAdvice());
        Files.createFile(urgent.resolve("shipped-004.edi.done"));
        InboxRow row = ledger.doneFile("shipped-004.edi");
        assertThat(row.state()).isEqualTo(InboxState.TRANSLATED);
        await("nothing is under way")
                .atMost(PATIENCE)
                .until(() ->
                        ledger.count("select count(*) from delivery where state in ('NEW', 'WRITTEN', 'SENT')") == 0);
        await("the move was tried").atMost(PATIENCE).until(() -> gateway.log()
                .contains("shipped-004.edi of harbor-3pl is in the inbox, but cannot be archived or deleted"));
        assertThat(urgent.resolve("shipped-004.edi.done")).doesNotExist();

        gateway.kill();
        Files.delete(urgent.resolve("archive"));
        Files.move(away, urgent.resolve("archive"));
        Map<String, Long> before = ledger.totals();
        gateway = GatewayUnderTest.start(gateway.data(), environment);
        ledger = new LedgerView(gateway.database());

        await("the move is made").atMost(PATIENCE).untilAsserted(() -> assertThat(names(urgent))
                .doesNotContain("shipped-004.edi"));
        assertThat(names(urgent.resolve("archive"))).anyMatch(name -> name.startsWith("shipped-004.edi."));
        assertThat(ledger.since(before)).isEmpty();
        assertThat(gateway.log().split("shipped-004.edi of harbor-3pl is in the inbox", -1))
                .as("said once")
                .hasSize(2);
    }

    /** As a careful program does it: beside the folder, and renamed. */
    private static void put(Path file, byte[] bytes) throws IOException {
        Path beside = Files.write(folder.resolve("share").resolve(file.getFileName()), bytes);
        Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static long answers() throws IOException {
        long answers = 0;
        for (String name : names(out)) {
            answers += name.startsWith("997-")
                            && Files.readString(out.resolve(name), US_ASCII).contains("AK1*SW*")
                    ? 1
                    : 0;
        }
        return answers;
    }

    private static List<String> names(Path directory) throws IOException {
        try (Stream<Path> all = Files.list(directory)) {
            return all.map(each -> each.getFileName().toString()).toList();
        }
    }
}
