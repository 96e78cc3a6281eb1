package io.lotwire.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.lotwire.embedded.DatabaseAddress;
import io.lotwire.gateway.Settings;
import io.lotwire.ledger.Cause;
import io.lotwire.ledger.CauseCode;
import io.lotwire.ledger.Documents;
import io.lotwire.ledger.Ledger;
import io.lotwire.ledger.TestDatabase;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands about what is parked, on a real database. */
class ParkedCommandTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-06T08:00:00Z"), ZoneOffset.UTC);

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private DatabaseAddress database;

    @BeforeEach
    void open() throws SQLException {
        database = TestDatabase.fresh();
        Ledger ledger = new Ledger(database.unpooled(), CLOCK);
        for (String partner : new String[] {"farm", "acme", "farm"}) {
            ledger.useTransaction(tx -> tx.inbox()
                    .park(
                            Documents.inbox(tx, partner),
                            new Cause(CauseCode.PROFILE_MISSING, "There is no working profile of '" + partner + "'.")));
        }
        ledger.useTransaction(tx -> tx.handle().execute("update inbox set file_name = 'asn-' || id || '.edi\u0007'"));
    }

    @Test
    void whatIsParkedIsListedAndWhatPartnersSendDoesNotSteerTheTerminal() {
        assertThat(parked("list", "--partner", "acme")).isZero();
        assertThat(out()).isEqualTo("file-2  2026-03-06T08:00:00Z  PROFILE_MISSING  acme: asn-2.edi? over as2\n");
        assertThat(parked("list", "--most", "1")).isZero();
        assertThat(out()).startsWith("file-3  ").hasLineCount(1);
        assertThat(err()).isEqualTo("There are more than 1: say --most, --cause or --partner.\n");
        assertThat(parked("list", "--kind", "delivery")).isZero();
        assertThat(out()).isEqualTo("Nothing of this is parked.\n");
    }

    @Test
    void oneIsShownWithWhatCanBeDoneAndWhatWasDone() throws IOException {
        assertThat(parked("note", "file-1", "--by", "ada", "--text", "asked them"))
                .isZero();
        assertThat(out()).isEqualTo("file-1 is noted: asn-1.edi? over as2, farm\n");

        assertThat(parked("show", "file-1")).isZero();
        assertThat(out()).isEqualTo("""
                file-1  2026-03-06T08:00:00Z  PROFILE_MISSING  farm: asn-1.edi? over as2
                  why: There is no working profile of 'farm'.
                  what to do: mend the profile (lotwire partner check); then lotwire parked release file-1
                  2026-03-06T08:00:00Z  noted by ada: asked them
                """);

        assertThat(parked("show", "file-1", "--json")).isZero();
        JsonNode shown = new ObjectMapper().readTree(out());
        assertThat(shown.at("/cause").textValue()).isEqualTo("PROFILE_MISSING");
        assertThat(shown.at("/steps/0/note").textValue()).isEqualTo("asked them");
    }

    @Test
    void allOfAPartnerAreReleasedAndTheRestStays() {
        assertThat(parked("release", "--partner", "farm", "--by", "ada")).isZero();
        assertThat(out().lines().map(line -> line.substring(0, line.indexOf(':'))))
                .containsExactlyInAnyOrder("file-1 is released", "file-3 is released");
        assertThat(parked("dismiss", "file-2", "file-1", "--by", "ada", "--why", "tests of theirs"))
                .isEqualTo(ExitCode.REJECTED);
        assertThat(out()).startsWith("file-2 is dismissed");
        assertThat(err()).startsWith("file-1 is not parked, it was released by ada at");
        assertThat(parked("list")).isZero();
        assertThat(out()).isEqualTo("Nothing is parked.\n");
        assertThat(parked("show", "file-2")).isZero();
        assertThat(out()).contains("(dismissed)\n").contains("dismissed by ada: tests of theirs\n");
    }

    @Test
    void whatIsNotMeantIsNotDone() {
        assertThat(parked("release", "--by", "ada")).isEqualTo(ExitCode.USAGE);
        assertThat(parked("release", "file-1", "--partner", "farm", "--by", "ada"))
                .isEqualTo(ExitCode.USAGE);
        assertThat(parked("release", "files-1", "--by", "ada")).isEqualTo(ExitCode.USAGE);
        assertThat(err()).contains("'files-1' names no parked thing");
        assertThat(parked("show", "file-9")).isEqualTo(ExitCode.REJECTED);
        assertThat(err()).isEqualTo("file-9 is not parked: 'lotwire parked list' tells what is.\n");
    }

    private int parked(String... arguments) {
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
                folder.resolve("var").toString());
        Installation installation = new Installation(
                Settings.of(environment::get, Path.of("")),
                environment::get,
                new ByteArrayInputStream(new byte[0]),
                out,
                new PrintStream(err, true, StandardCharsets.UTF_8),
                CLOCK);
        String[] all = new String[arguments.length + 1];
        all[0] = "parked";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return Lotwire.commandLine(installation, Lotwire.parked(installation)).execute(all);
    }

    private String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private String err() {
        return err.toString(StandardCharsets.UTF_8);
    }
}
