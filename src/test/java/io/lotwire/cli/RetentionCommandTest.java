package io.lotwire.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.lotwire.embedded.DatabaseAddress;
import io.lotwire.gateway.Settings;
import io.lotwire.ledger.EventSamples;
import io.lotwire.ledger.Ledger;
import io.lotwire.ledger.TestDatabase;
import io.lotwire.lot.Purpose;
import io.lotwire.registry.Network;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands about retention, on a real database. */
class RetentionCommandTest {
    private static final Instant RECEIVED = Instant.parse("2024-01-05T08:00:00Z");

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private DatabaseAddress database;

    @BeforeEach
    void open() throws SQLException, IOException {
        database = TestDatabase.fresh();
        Ledger ledger = new Ledger(database.unpooled(), Clock.fixed(RECEIVED, ZoneOffset.UTC));
        new Network(ledger)
                .document(
                        "S-1",
                        Purpose.ORIGINAL,
                        EventSamples.shipped("1")
                                .gtin("00614141000012")
                                .lot("A1")
                                .cases("10"));
        ledger.useTransaction(tx -> tx.handle().execute("update inbox set state = 'TRANSLATED'"));
        Path partners = Files.createDirectories(folder.resolve("partners"));
        Files.writeString(
                partners.resolve("us.yaml"), "name: us\ntitle: Us\nself: true\nidentity: {}\nretention: 2y\n");
    }

    @Test
    void whatIsPastItsRetentionGoesAndTheRestIsTold() {
        assertThat(retention("show")).isZero();
        assertThat(out()).isEqualTo("""
                green-valley-farm: bytes are kept for 2 years
                  received  1 document, 0.0 MB, since 2024-01-05; 1 past retention
                  sent      nothing
                """);

        assertThat(retention("purge")).isZero();
        assertThat(out())
                .isEqualTo(
                        "Purged the bytes of 1 document received and 0 sent, 0.0 MB; 0 files of the archive deleted.\n");
        assertThat(retention("purge")).isZero();
        assertThat(out()).isEqualTo("Nothing is to go.\n");
    }

    @Test
    void aHoldKeepsThemUntilItIsReleased() throws IOException {
        assertThat(retention("hold", "--lot", "A1", "--by", "ada", "--why", "a claim", "--reference", "4711"))
                .isZero();
        assertThat(out())
                .isEqualTo(
                        "1  what tells of lot A1 of GTIN 00614141000012, since 2026-03-06T08:00:00Z, by ada: a claim (4711)\n");
        assertThat(retention("purge")).isZero();
        assertThat(out()).isEqualTo("Nothing is to go. 1 more are past their retention and held.\n");

        assertThat(retention("release", "1", "--by", "bob", "--why", "settled")).isZero();
        assertThat(retention("release", "1", "--by", "bob", "--why", "settled")).isEqualTo(ExitCode.REJECTED);
        assertThat(err()).startsWith("Released before: 1  what tells of lot A1");

        assertThat(retention("show", "--all", "--json")).isZero();
        JsonNode told = new ObjectMapper().readTree(out());
        assertThat(told.at("/holds/0/endedBy").textValue()).isEqualTo("bob");
        assertThat(told.at("/partners/0/received/past").intValue()).isEqualTo(1);
        assertThat(told.at("/partners/0/received/held").intValue()).isZero();
    }

    @Test
    void whenAllIsHeldAPurgeDoesNothingAndSaysWhy() {
        assertThat(retention("hold", "--everything", "--by", "ada", "--why", "a lawsuit"))
                .isZero();
        assertThat(retention("purge")).isEqualTo(ExitCode.REJECTED);
        assertThat(out()).isEqualTo("Nothing may go: legal hold 1.\n");
    }

    @Test
    void whoOrWhatIsNotKnownIsNotHeld() {
        assertThat(retention("hold", "--partner", "nobody", "--by", "ada", "--why", "x"))
                .isEqualTo(ExitCode.REJECTED);
        assertThat(err())
                .isEqualTo("There is no profile 'nobody', and nothing of such a partner is kept:"
                        + " 'lotwire retention show' lists all partners.\n");
        assertThat(retention("hold", "--lot", "Z9", "--by", "ada", "--why", "x"))
                .isEqualTo(ExitCode.REJECTED);
        assertThat(err()).startsWith("No lot Z9 is known");
        assertThat(retention("hold", "--partner", "green-valley-farm", "--by", "ada", "--why", "x"))
                .isZero();
        assertThat(retention("hold", "--by", "ada", "--why", "x")).isEqualTo(ExitCode.USAGE);
        assertThat(retention("release", "7", "--by", "ada", "--why", "x")).isEqualTo(ExitCode.REJECTED);
        assertThat(err()).isEqualTo("There is no legal hold 7: 'lotwire retention show --all' lists them.\n");
    }

    private int retention(String... arguments) {
        out.reset();
        err.reset();
        Map<String, String> environment = Map.of(
                "LOTWIRE_DB_URL",
                database.url(),
                "LOTWIRE_DB_USER",
                database.user(),
                "LOTWIRE_DB_PASSWORD",
                database.password(),
                "LOTWIRE_DATA",
                folder.resolve("var").toString(),
                "LOTWIRE_PARTNERS",
                folder.resolve("partners").toString());
        Installation installation = new Installation(
                Settings.of(environment::get, Path.of("")),
                environment::get,
                new ByteArrayInputStream(new byte[0]),
                out,
                new PrintStream(err, true, StandardCharsets.UTF_8),
                Clock.fixed(Instant.parse("2026-03-06T08:00:00Z"), ZoneOffset.UTC));
        String[] all = new String[arguments.length + 1];
        all[0] = "retention";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return Lotwire.commandLine(installation, Lotwire.retention(installation))
                .execute(all);
    }

    private String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private String err() {
        return err.toString(StandardCharsets.UTF_8);
    }
}
