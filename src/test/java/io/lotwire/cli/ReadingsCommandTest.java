package io.lotwire.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.lotwire.embedded.DatabaseAddress;
import io.lotwire.gateway.Settings;
import io.lotwire.ledger.EventSamples;
import io.lotwire.ledger.Ledger;
import io.lotwire.ledger.TestDatabase;
import io.lotwire.lot.EventType;
import io.lotwire.lot.Party;
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

/** The commands about readings, on a real database. */
class ReadingsCommandTest {
    private static final String SALAD = "00614141000012";
    private static final String CANS = "00614141000029";
    private static final String PALLET = "006141411234567890";
    private static final String CASE = "006141411234567906";
    private static final Party FARM = EventSamples.party("0614141000005", "Farm");
    private static final Party DEPOT = EventSamples.party("0614141000012", "Depot");

    private static final String READINGS = """
            time,temperature,humidity
            2026-03-02T06:00:00Z,2.1,91
            2026-03-02T06:10:00Z,6.4,88
            2026-03-02T06:20:00Z,7.0,88
            2026-03-02T06:30:00Z,3.0,90
            """;

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private DatabaseAddress database;
    private Network network;
    private Path file;
    private Instant now = Instant.parse("2026-03-06T08:00:00Z");

    @BeforeEach
    void open() throws SQLException, IOException {
        database = TestDatabase.fresh();
        network = new Network(new Ledger(database.unpooled(), Clock.systemUTC()));
        file = Files.writeString(folder.resolve("pallet.csv"), READINGS);
        Path products = Files.writeString(folder.resolve("products.csv"), """
                gtin,description,minimum_temperature,maximum_temperature
                00614141000012,Salad,1,5
                """);
        assertThat(lotwire("registry", "import", products.toString())).isZero();
    }

    private void palletIsShipped() {
        network.document(
                "S-1",
                Purpose.ORIGINAL,
                onPallet("A1", SALAD, PALLET),
                onPallet("C1", CANS, PALLET),
                onPallet("B1", SALAD, CASE).onto(PALLET),
                onPallet("Z1", SALAD, "006141411234567913"));
    }

    private static EventSamples onPallet(String lot, String gtin, String sscc) {
        return EventSamples.of(EventType.SHIPPED, "s" + lot)
                .by("farm", "856")
                .gtin(gtin)
                .lot(lot)
                .cases("10")
                .pallet(sscc)
                .from(FARM)
                .to(DEPOT)
                .on("2026-03-02");
    }

    @Test
    void whatALoggerMeasuredOnAPalletHangsOnAllLotsOnItHoweverDeep() throws IOException {
        palletIsShipped();

        assertThat(readings("import", file.toString(), "--sscc", PALLET, "--logger", "TT-204", "--by", "anna"))
                .isEqualTo(ExitCode.REJECTED);
        String report = """
                Logger TT-204 on unit 006141411234567890, 2026-03-02T06:00:00Z to 2026-03-02T06:30:00Z, as anna says
                  temperature 2.1 to 7 °C, mean 4.6 (4 readings)
                  humidity 88 to 91 %, mean 89.3 (4 readings)
                  Lot A1, GTIN 00614141000012, Salad: outside of 1 to 5 °C
                    above from 2026-03-02T06:10:00Z for 20 min, at most 7 °C (2 readings)
                  Lot B1, GTIN 00614141000012, Salad: outside of 1 to 5 °C
                    above from 2026-03-02T06:10:00Z for 20 min, at most 7 °C (2 readings)
                  Lot C1, GTIN 00614141000029: it is not known what it bears; import minimum_temperature and maximum_temperature of its product
                """;
        assertThat(out()).isEqualTo(file + ": 8 readings, 8 new\n" + report);

        assertThat(readings("show", "--lot", "B1")).isEqualTo(ExitCode.REJECTED);
        assertThat(out()).isEqualTo(report);
        assertThat(readings("show", "--sscc", CASE)).isEqualTo(ExitCode.REJECTED);
        assertThat(out()).isEqualTo("Nothing was measured there.\n");
        assertThat(readings("show", "--logger", "TT-204", "--json")).isEqualTo(ExitCode.REJECTED);
        JsonNode trip = new ObjectMapper().readTree(out()).get(0);
        assertThat(trip.at("/sscc").asText()).isEqualTo(PALLET);
        assertThat(trip.at("/temperature/most").decimalValue()).isEqualByComparingTo("7");
        assertThat(trip.at("/lots/0/excursions/0/minutes").asInt()).isEqualTo(20);
        assertThat(trip.at("/lots/0/excursions/0/worst").decimalValue()).isEqualByComparingTo("7");
        assertThat(trip.at("/lots/2/excursions")).isEmpty();
        assertThat(readings("show", "--lot", "Z1")).isEqualTo(ExitCode.REJECTED);
        assertThat(out()).isEqualTo("Nothing was measured there.\n");
    }

    @Test
    void aLotThatWasTooWarmWaitsForAPersonsWordWhichStandsUntilThereAreNewReadings() throws IOException {
        palletIsShipped();
        readings("import", file.toString(), "--sscc", PALLET, "--logger", "TT-204", "--by", "anna");

        assertThat(lotwire("registry", "show", "A1")).isZero();
        assertThat(out())
                .contains(
                        "outside of its temperatures since 2026-03-06T08:00:00Z by anna: above from 2026-03-02T06:10:00Z for 20 min, at most 7"
                                + " °C; it bears 1 to 5 °C (logger TT-204)");
        assertThat(lotwire("registry", "release", "A1", "--excursion", "--by", "ben", "--why", "laboratory: good"))
                .isZero();
        now = now.plusSeconds(60);
        assertThat(readings("import", file.toString(), "--sscc", PALLET, "--logger", "TT-204", "--by", "anna"))
                .isEqualTo(ExitCode.REJECTED);
        assertThat(out()).startsWith(file + ": 8 readings, 0 new\n");
        assertThat(readings("check")).isEqualTo(ExitCode.REJECTED);
        assertThat(out()).endsWith("0 lots wait for a person's word since now.\n");

        Path more = Files.writeString(
                folder.resolve("more.csv"), "time,temperature\n2026-03-02T06:40:00Z,9\n2026-03-02T06:50:00Z,2\n");
        now = now.plusSeconds(60);
        assertThat(readings(
                        "import",
                        more.toString(),
                        "--sscc",
                        PALLET,
                        "--logger",
                        "TT-204",
                        "--by",
                        "anna",
                        "--from",
                        "2026-03-02T06:30:00Z"))
                .isEqualTo(ExitCode.REJECTED);
        assertThat(out()).contains("above from 2026-03-02T06:40:00Z for 10 min, at most 9 °C (1 reading)");
        assertThat(lotwire("registry", "show", "A1")).isZero();
        assertThat(out()).contains("outside of its temperatures since 2026-03-06T08:02:00Z by anna");
    }

    @Test
    void whoIsToBeToldOfLotsThatWereTooWarmIsToldOnceWhenThatIsFound() throws IOException {
        palletIsShipped();
        Files.writeString(folder.resolve("us.yaml"), """
                name: us
                title: Us
                self: true
                identity: {}
                alerts:
                  - { name: cold-chain, of: [TEMPERATURE_EXCURSION], tell: [{ partner: desk, over: folder }] }
                """);
        Files.writeString(folder.resolve("desk.yaml"), """
                name: desk
                title: Desk
                identity: {}
                wires: { folder: { dropOff: { directory: desk } } }
                """);

        readings("import", file.toString(), "--sscc", PALLET, "--logger", "TT-204", "--by", "anna", "--dry-run");
        lotwire("alerts", "list", "--json");
        assertThat(new ObjectMapper().readTree(out())).isEmpty();
        readings("import", file.toString(), "--sscc", PALLET, "--logger", "TT-204", "--by", "anna");
        readings("import", file.toString(), "--sscc", PALLET, "--logger", "TT-204", "--by", "anna");
        readings("check");
        lotwire("alerts", "list", "--json");
        assertThat(new ObjectMapper().readTree(out())).hasSize(1);
        lotwire("alerts", "show", "1");
        assertThat(out())
                .contains(
                        "Lot A1, GTIN 00614141000012, Salad, was outside of 1 to 5 °C: above from 2026-03-02T06:10:00Z for 20"
                                + " min, at most 7 °C; release it (lotwire registry release --excursion), or hold it.")
                .contains("Lot B1")
                .doesNotContain("Lot C1");
    }

    @Test
    void documentsAndProductsMayComeAfterTheReadings() throws IOException {
        assertThat(readings("import", file.toString(), "--sscc", PALLET, "--logger", "TT-204", "--by", "anna"))
                .isZero();
        assertThat(out())
                .endsWith(
                        "  No document says what was on this unit: when one does, './lotwire readings check' looks again.\n");
        assertThat(readings("check")).isZero();

        palletIsShipped();
        assertThat(readings("check", "--by", "ben")).isEqualTo(ExitCode.REJECTED);
        assertThat(out()).endsWith("2 lots wait for a person's word since now.\n");
        assertThat(readings("check", "--by", "ben")).isEqualTo(ExitCode.REJECTED);
        assertThat(out()).endsWith("0 lots wait for a person's word since now.\n");
    }

    @Test
    void aLotThatCameOntoTheUnitAfterwardsWasNotThere() throws IOException {
        network.document(
                "S-2",
                Purpose.ORIGINAL,
                onPallet("A1", SALAD, PALLET),
                onPallet("D1", SALAD, PALLET).on("2026-03-20"));
        readings("import", file.toString(), "--sscc", PALLET, "--logger", "TT-204");
        assertThat(out()).contains("Lot A1, ").doesNotContain("Lot D1");
    }

    @Test
    void aLoggerMayBeWithALot() throws IOException {
        palletIsShipped();
        assertThat(readings("import", file.toString(), "--lot", "A1", "--logger", "TT-9", "--dry-run"))
                .isEqualTo(ExitCode.REJECTED);
        assertThat(out()).contains("(a dry run: nothing was taken)", "Logger TT-9 with a lot, ");
        assertThat(readings("show", "--logger", "TT-9")).isEqualTo(ExitCode.REJECTED);
        assertThat(out()).isEqualTo("Nothing was measured there.\n");
        assertThat(readings("import", file.toString(), "--lot", "Q9", "--logger", "TT-9"))
                .isEqualTo(ExitCode.REJECTED);
        assertThat(err()).isEqualTo("No lot Q9 is known: import it first, or check the code.\n");
    }

    @Test
    void aFileWithAnythingWrongLeavesNothingBehind() throws IOException {
        palletIsShipped();
        readings("import", file.toString(), "--sscc", PALLET, "--logger", "TT-204");
        Path other = Files.writeString(
                folder.resolve("other.csv"), "time,temperature\n2026-03-02T05:50:00Z,2\n2026-03-02T06:10:00Z,4\n");
        assertThat(readings("import", other.toString(), "--sscc", PALLET, "--logger", "TT-204", "--json"))
                .isEqualTo(ExitCode.REJECTED);
        JsonNode refused = new ObjectMapper().readTree(out());
        assertThat(refused.at("/taken").asBoolean()).isFalse();
        assertThat(refused.at("/problems/0/code").asText()).isEqualTo("READING_DIFFERS");
        assertThat(err())
                .contains(other
                        + ":3: error READING_DIFFERS: The temperature of logger TT-204 at 2026-03-02T06:10:00Z is 4 °C"
                        + " here and was 6.4 °C in a file before");
        readings("show", "--sscc", PALLET);
        assertThat(out()).contains("(4 readings)").doesNotContain("05:50");

        assertThat(readings("import", file.toString(), "--sscc", PALLET, "--logger", "TT-204", "--from", "2026-03-05"))
                .isEqualTo(ExitCode.REJECTED);
        assertThat(err())
                .contains(file + ": error READINGS_MISSING: Logger TT-204 measured nothing from 2026-03-0")
                .endsWith(": its readings are from 2026-03-02T06:00:00Z to 2026-03-02T06:30:00Z.\n");
    }

    @Test
    void wrongUseIsToldBeforeAnythingIsRead() {
        assertThat(readings("import", file.toString())).isEqualTo(ExitCode.USAGE);
        assertThat(err()).contains("Say by --sscc SSCC or --lot LOT what the logger was with.");
        assertThat(readings("import", file.toString(), "--sscc", "1")).isEqualTo(ExitCode.USAGE);
        assertThat(readings("import", file.toString(), "--sscc", PALLET, "--lot", "A1"))
                .isEqualTo(ExitCode.USAGE);
        assertThat(readings("import", file.toString(), "--sscc", PALLET, "--zone", "Mars"))
                .isEqualTo(ExitCode.USAGE);
        assertThat(readings("import", file.toString(), "--sscc", PALLET, "--dates", "ymd"))
                .isEqualTo(ExitCode.USAGE);
        assertThat(readings("import", folder.resolve("none.csv").toString(), "--sscc", PALLET))
                .isEqualTo(ExitCode.USAGE);
        assertThat(readings("show")).isEqualTo(ExitCode.USAGE);
        assertThat(readings()).isEqualTo(ExitCode.USAGE);
    }

    private int readings(String... arguments) {
        String[] all = new String[arguments.length + 1];
        all[0] = "readings";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return lotwire(all);
    }

    private int lotwire(String... arguments) {
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
                new ByteArrayInputStream(new byte[0]),
                out,
                new PrintStream(err, true, StandardCharsets.UTF_8),
                Clock.fixed(now, ZoneOffset.UTC));
        return Lotwire.commandLine(
                        installation,
                        Lotwire.readings(installation),
                        Lotwire.registry(installation),
                        Lotwire.alerts(installation))
                .execute(arguments);
    }

    private String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private String err() {
        return err.toString(StandardCharsets.UTF_8);
    }
}
