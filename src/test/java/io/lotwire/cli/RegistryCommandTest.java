package io.lotwire.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.lotwire.embedded.DatabaseAddress;
import io.lotwire.gateway.Settings;
import io.lotwire.ledger.TestDatabase;
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

/** The commands of the registry, on a real database. */
class RegistryCommandTest {
    private static final String LOTS = "lot,gtin,expires,lot_source_gln\n"
            + "P126063-14,00614141000012,2026-04-01,0614141000005\nA1,00614141000012,,\nA1,00614141000029,,\n";

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private DatabaseAddress database;

    @BeforeEach
    void open() throws SQLException, IOException {
        database = TestDatabase.fresh();
        Files.writeString(folder.resolve("us.yaml"), """
                name: us
                title: Us
                self: true
                identity: {}
                lots:
                  patterns:
                    - { source: "0614141000005", pattern: "{plant:2}{date:yyDDD}-{sequence:2}" }
                """);
    }

    @Test
    void filesAreImportedEachAsAWholeAndTheRepeatSaysThatNothingChanged() throws IOException {
        Path good = Files.writeString(folder.resolve("lots.csv"), LOTS);
        Path bad = Files.writeString(folder.resolve("bad.csv"), "lot,gtin\nB1,1\nB2,00614141000012\n");

        assertThat(registry("", "import", bad.toString(), good.toString())).isEqualTo(1);
        assertThat(out())
                .isEqualTo(bad + ": nothing was taken: 1 problem\n" + good + ": lots: 3 new, 0 changed, 0 unchanged\n");
        assertThat(err()).startsWith(bad + ":2, column 2 (gtin): error VALUE_MALFORMED: ");
        assertThat(registry("", "import", good.toString())).isZero();
        assertThat(out()).isEqualTo(good + ": lots: 0 new, 0 changed, 3 unchanged\n");
        assertThat(registry("", "export", "--kind", "lots")).isZero();
        assertThat(out()).doesNotContain("B2").contains("A1,00614141000012,");
    }

    @Test
    void standardInputIsAMinusAndADryRunTakesNothing() throws IOException {
        assertThat(registry(LOTS, "import", "-", "--dry-run", "--json")).isZero();
        JsonNode told = new ObjectMapper().readTree(out());
        assertThat(told.at("/lots/new").asInt()).isEqualTo(3);
        assertThat(told.at("/taken").asBoolean()).isFalse();
        assertThat(registry("", "show", "A1")).isEqualTo(1);
        assertThat(out()).isEqualTo("No lot A1 is known.\n");
    }

    @Test
    void aLotIsShownWithWhoSaidWhatAndItsCodeTakenApart() {
        registry(LOTS, "import", "-", "--by", "anna", "--why", "their list");
        registry(
                "lot,gtin,expires\nP126063-14,00614141000012,2026-04-09\n",
                "import",
                "-",
                "--by",
                "ben",
                "--why",
                "label");

        assertThat(registry("", "show", "P126063-14")).isZero();

        assertThat(out())
                .startsWith("Lot P126063-14, GTIN 00614141000012\n  active\n"
                        + "  its code says: plant P1, date 2026-03-04, sequence 14\n")
                .contains(
                        "  expires               2026-04-09\n",
                        "  expires               2026-04-01  anna, 2026-03-06T08:00:00Z\n",
                        "  2026-03-06T08:00:00Z  anna  made the record (their list)\n",
                        "  2026-03-06T08:00:00Z  ben  expires: 2026-04-01 -> 2026-04-09 (label)\n");
    }

    @Test
    void aLotIsHeldAndReleasedWithWhoAndWhy() throws IOException {
        registry(LOTS, "import", "-");

        assertThat(registry("", "hold", "P126063-14", "--by", "anna", "--why", "cold chain", "--reference", "Q-7"))
                .isZero();
        assertThat(out()).isEqualTo("Lot P126063-14, GTIN 00614141000012: held\n");
        registry("", "show", "P126063-14");
        assertThat(out()).contains("  held since 2026-03-06T08:00:00Z by anna: cold chain (Q-7)\n");
        assertThat(registry("", "release", "P126063-14", "--by", "ben", "--why", "laboratory", "--json"))
                .isZero();
        assertThat(new ObjectMapper().readTree(out()).at("/status").asText()).isEqualTo("released");
        registry("", "show", "P126063-14", "--json");
        JsonNode status = new ObjectMapper().readTree(out()).at("/lots/0/statuses/0");
        assertThat(status.at("/by").asText()).isEqualTo("anna");
        assertThat(status.at("/ended/why").asText()).isEqualTo("laboratory");
        assertThat(registry("", "release", "P126063-14", "--why", "again")).isEqualTo(1);
        assertThat(err()).isEqualTo("Lot P126063-14 is not held: nothing is to be released.\n");
    }

    @Test
    void allLotsAreHeldOrNone() {
        registry(LOTS, "import", "-");

        assertThat(registry("", "hold", "P126063-14", "A1", "Z9", "--why", "x")).isEqualTo(1);
        assertThat(err())
                .isEqualTo("Lot A1 is of several products: say which by --gtin (00614141000012, 00614141000029).\n"
                        + "No lot Z9 is known: import it first, or check the code.\n");
        registry("", "show", "P126063-14");
        assertThat(out()).contains("\n  active\n");
        assertThat(registry("", "hold", "A1", "--gtin", "614141000029", "--why", "x"))
                .isZero();
    }

    @Test
    void wrongUseEndsWithTwo() {
        assertThat(registry("")).isEqualTo(2);
        assertThat(registry("", "import")).isEqualTo(2);
        assertThat(registry("", "import", "no-such.csv")).isEqualTo(2);
        assertThat(registry("", "import", "-", "--kind", "lot")).isEqualTo(2);
        assertThat(registry("", "export", "--format", "csv")).isEqualTo(2);
        assertThat(registry("", "hold", "A1")).isEqualTo(2);
        assertThat(registry("", "show", "A1", "--gtin", "00614141000013")).isEqualTo(2);
        for (String command : new String[] {"import", "export", "show", "hold", "release"}) {
            assertThat(registry("", command, "--help")).isZero();
        }
    }

    private int registry(String standardInput, String... arguments) {
        out.reset();
        err.reset();
        Map<String, String> environment = Map.of(
                "LOTWIRE_DB_URL",
                database.url(),
                "LOTWIRE_DB_USER",
                database.user(),
                "LOTWIRE_DB_PASSWORD",
                database.password(),
                "LOTWIRE_PARTNERS",
                folder.toString());
        Installation installation = new Installation(
                Settings.of(environment::get, Path.of("")),
                environment::get,
                new ByteArrayInputStream(standardInput.getBytes(StandardCharsets.UTF_8)),
                out,
                new PrintStream(err, true, StandardCharsets.UTF_8),
                Clock.fixed(Instant.parse("2026-03-06T08:00:00Z"), ZoneOffset.UTC));
        String[] all = new String[arguments.length + 1];
        all[0] = "registry";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return Lotwire.commandLine(installation, Lotwire.registry(installation)).execute(all);
    }

    private String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private String err() {
        return err.toString(StandardCharsets.UTF_8);
    }
}
