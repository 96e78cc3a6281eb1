package io.lotwire.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.lotwire.compliance.FoodLedger;
import io.lotwire.compliance.Told;
import io.lotwire.gateway.Settings;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ComplianceCommandTest {
    @TempDir
    Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private Clock clock = Clock.fixed(FoodLedger.NOW, ZoneOffset.UTC);
    private FoodLedger food;

    @BeforeEach
    void open() throws SQLException {
        food = new FoodLedger();
        food.document("ASN-1", Told.shipped("a"), Told.shipped("b").lot("\u001b[31m"));
    }

    @Test
    void theSpreadsheetIsWrittenAndSummedUp() throws IOException {
        Path sheet = folder.resolve("sheet.xlsx");

        assertThat(lotwire("sheet", "--lot", "R1", "--out", sheet.toString())).isZero();
        assertThat(sheet).exists();
        assertThat(out())
                .startsWith("Shipping: 1 rows\n")
                .contains("3 gaps listed in it.", "No enforcement before 2028-07-20");
        assertThat(lotwire("sheet", "--json", "--out", sheet.toString())).isZero();
        JsonNode json = new ObjectMapper().readTree(out());
        assertThat(json.get("rows").get("Shipping").asLong()).isEqualTo(2);
        assertThat(json.get("rows")).hasSize(13);
        // One more, for the lot code that no cell can hold.
        assertThat(json.get("gaps").asLong()).isEqualTo(7);
    }

    @Test
    void whatIsNotKnownGivesAnEmptySpreadsheetAndSaysSo() {
        Path csv = folder.resolve("csv");

        assertThat(lotwire("sheet", "--lot", "NONE", "--format", "csv", "--out", csv.toString()))
                .isEqualTo(ExitCode.REJECTED);
        assertThat(out()).contains("no event that was asked for is a critical tracking event");
        assertThat(csv.resolve("01-Harvesting.csv")).exists();
    }

    @Test
    void whatIsMissingIsToldAndScoredUntilItIsWaived() throws IOException {
        assertThat(lotwire("check")).isEqualTo(ExitCode.REJECTED);
        assertThat(out())
                .contains(
                        "green-valley-farm 856 ASN-1, byte 1042: shipping of lot R1 lacks product description (21 CFR"
                                + " 1.1340(a)(3)): packaging size, packaging style",
                        "62 %  green-valley-farm")
                .contains("lot ?[31m")
                .doesNotContain("\u001b");
        for (String element : List.of("product", "recipient", "ship-from")) {
            assertThat(lotwire(
                            "waive",
                            "shipping." + element,
                            "--reason",
                            "agreed until master data is here",
                            "--until",
                            "2026-12-31",
                            "--by",
                            "Ann"))
                    .isZero();
        }

        assertThat(lotwire("check", "--json")).isZero();
        JsonNode json = new ObjectMapper().readTree(out());
        assertThat(json.get("missing")).hasSize(6).allMatch(each -> each.has("waiver"));
        assertThat(json.get("scores").get(0).get("percent").asInt()).isEqualTo(100);
        assertThat(lotwire("waivers", "--end", "1")).isZero();
        assertThat(lotwire("waivers")).isZero();
        assertThat(out())
                .contains("shipping.recipient, until 2026-12-31, by Ann: agreed")
                .doesNotContain("product");
        assertThat(lotwire("waivers", "--end", "1")).isEqualTo(ExitCode.REJECTED);
    }

    @Test
    void aRequestGoesFromItsOpeningToItsPackage() throws IOException {
        assertThat(lotwire("request", "open", "--by", "FDA, J. Doe", "--what", "all of lot R1", "--lot", "R1"))
                .isZero();
        assertThat(out()).contains("Request 1, due 2026-03-07T08:00:00Z (24 h 0 min left): all of lot R1");
        Path answer = folder.resolve("answer.zip");
        assertThat(lotwire("request", "package", "1", "--out", answer.toString(), "--as", "Ann"))
                .isZero();
        assertThat(out()).contains("Shipping: 1 rows", "SHA-256 ");
        assertThat(lotwire("request", "note", "1", "called them", "--as", "Ben"))
                .isZero();
        assertThat(lotwire("request", "list")).isZero();

        clock = Clock.offset(clock, Duration.ofHours(30));
        assertThat(lotwire("request", "list")).isEqualTo(ExitCode.REJECTED);
        assertThat(out()).contains("6 h 0 min late");
        assertThat(lotwire("request", "list", "--json")).isEqualTo(ExitCode.REJECTED);
        JsonNode listed = new ObjectMapper().readTree(out());
        assertThat(listed).hasSize(1);
        assertThat(listed.at("/0/minutesLeft").asLong()).isEqualTo(-360);
        assertThat(listed.at("/0/steps/1/did").asText()).isEqualTo("packaged");
        assertThat(lotwire("request", "close", "1", "--as", "Ann")).isZero();
        assertThat(lotwire("request", "list", "--json")).isZero();
        assertThat(out()).isEqualTo("[]\n");
        assertThat(lotwire("request", "show", "1")).isZero();
        assertThat(out())
                .contains(
                        "closed 6 h 0 min late",
                        "packaged by Ann: answer.zip, SHA-256 ",
                        "noted by Ben: called them",
                        "closed by Ann");
        assertThat(lotwire("request", "show", "1", "--json")).isZero();
        assertThat(new ObjectMapper().readTree(out()).get("steps")).hasSize(4);
        assertThat(lotwire("request", "show", "7")).isEqualTo(ExitCode.REJECTED);
    }

    @Test
    void tradePartnersHaveTheirWorkbooks() {
        Path book = folder.resolve("pti.xlsx");

        assertThat(lotwire("pti", "--book", "shipping", "--out", book.toString()))
                .isZero();
        assertThat(book).exists();
    }

    @Test
    void wrongUseIsToldWithExitCodeTwo() {
        String[][] wrong = {
            {},
            {"sheet"},
            {"request"},
            {"check", "--from", "yesterday"},
            {"check", "--from", "2026-03-02", "--to", "2026-03-01"},
            {"check", "--gtin", Told.ROMAINE},
            {"check", "--product", "123"},
            {"pti", "--book", "none", "--out", "x.xlsx"},
            {"waive", "shipping.colour", "--reason", "r", "--until", "2026-12-31"},
            {"waive", "selling.tlc", "--reason", "r", "--until", "2026-12-31"},
            {"waive", "shipping.tlc", "--reason", " ", "--until", "2026-12-31"},
            {"waive", "shipping.tlc", "--reason", "r", "--until", "2030-12-31"},
            {"waive", "shipping.tlc", "--reason", "r", "--until", "2026-12-31", "--partner", "nobody"},
        };
        for (String[] arguments : wrong) {
            assertThat(lotwire(arguments)).as(String.join(" ", arguments)).isEqualTo(ExitCode.USAGE);
        }
    }

    private int lotwire(String... arguments) {
        out.reset();
        Map<String, String> variables = Map.of(
                "LOTWIRE_DB_URL", food.database().url(),
                "LOTWIRE_DB_USER", food.database().user(),
                "LOTWIRE_DB_PASSWORD", food.database().password());
        Installation installation = new Installation(
                Settings.of(variables::get, Path.of("")),
                Map.of("LOTWIRE_DATA", folder.toString())::get,
                new ByteArrayInputStream(new byte[0]),
                out,
                new PrintStream(err, true, StandardCharsets.UTF_8),
                clock);
        String[] all = new String[arguments.length + 1];
        all[0] = "compliance";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return Lotwire.commandLine(installation, Lotwire.compliance(installation))
                .execute(all);
    }

    private String out() {
        return out.toString(StandardCharsets.UTF_8);
    }
}
