package io.lotwire.compliance.request;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.lotwire.compliance.FoodLedger;
import io.lotwire.compliance.Selection;
import io.lotwire.compliance.Statements;
import io.lotwire.compliance.Terms;
import io.lotwire.compliance.Told;
import io.lotwire.compliance.request.Request.Deed;
import io.lotwire.compliance.request.Request.Step;
import io.lotwire.compliance.sheet.About;
import io.lotwire.digest.Sha256;
import io.lotwire.lot.Gtin;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RequestsTest {
    private static final Selection ASKED = new Selection(
            Optional.of("R1"),
            Optional.of(new Gtin(Told.ROMAINE)),
            Optional.empty(),
            Optional.of("Corner \"Market\""),
            Optional.of(LocalDate.of(2026, 3, 1)),
            Optional.of(LocalDate.of(2026, 3, 5)));

    @TempDir
    Path folder;

    private FoodLedger food;

    @BeforeEach
    void open() throws SQLException {
        food = new FoodLedger();
    }

    @Test
    void aRequestIsDueAfterADayAndKeepsWhatWasAsked() {
        Request request = find(open(ASKED));

        assertThat(request.askedBy()).isEqualTo("FDA, J. Doe");
        assertThat(request.selection()).isEqualTo(ASKED);
        assertThat(request.dueAt()).isEqualTo(FoodLedger.NOW.plus(Duration.ofHours(24)));
        assertThat(request.timeLeft(FoodLedger.NOW)).isEqualTo("24 h 0 min left");
        assertThat(request.timeLeft(FoodLedger.NOW.plus(Duration.ofMinutes(90))))
                .isEqualTo("22 h 30 min left");
        assertThat(request.timeLeft(FoodLedger.NOW.plus(Duration.ofHours(25)))).isEqualTo("1 h 0 min late");
    }

    @Test
    void everyStepStaysWithWhoDidItAndWhen() {
        long id = open(Selection.ALL);
        food.ledger().useTransaction(tx -> {
            Requests requests = new Requests(tx);
            requests.note(id, "Ben", "called them");
            requests.packaged(id, "Ben", "answer.zip", "ab12");
        });
        boolean closed = food.ledger().inTransaction(tx -> new Requests(tx).close(id, "Ann", "by mail"));
        boolean again = food.ledger().inTransaction(tx -> new Requests(tx).close(id, "Ann", "by mail"));

        assertThat(closed).isTrue();
        assertThat(again).isFalse();
        assertThat(find(id).steps())
                .containsExactly(
                        new Step(Deed.OPENED, "Ann", FoodLedger.NOW, "", ""),
                        new Step(Deed.NOTED, "Ben", FoodLedger.NOW, "called them", ""),
                        new Step(Deed.PACKAGED, "Ben", FoodLedger.NOW, "answer.zip", "ab12"),
                        new Step(Deed.CLOSED, "Ann", FoodLedger.NOW, "by mail", ""));
        assertThat(find(id).timeLeft(FoodLedger.NOW)).isEqualTo("closed in time");
    }

    @Test
    void theOpenOnesAreListedAndWithThemThoseThatAreClosed() {
        long first = open(Selection.ALL);
        long second = open(Selection.ALL);
        food.ledger().useTransaction(tx -> new Requests(tx).close(first, "Ann", ""));

        assertThat(listed(false)).containsExactly(second);
        assertThat(listed(true)).containsExactly(first, second);
        assertThat(listed(false)).doesNotContain(first);
    }

    @Test
    void thePackageHoldsItsFilesWithTheirHashesAndWhereTheyComeFrom() throws IOException {
        food.document("ASN-1", Told.shipped("a"));
        food.document("ASN-2", Told.shipped("b").lot("OTHER"));
        Request request = find(open(Selection.ofLot("R1")));
        Path out = folder.resolve("answer.zip");
        SealedPackage sealed =
                new SealedPackage(request, new About(request.selection(), FoodLedger.NOW, "Lotwire under test"), "Ann");
        SealedPackage.Made made = food.ledger()
                .<SealedPackage.Made, IOException>inTransaction(
                        tx -> sealed.write(new Statements(tx, request.selection(), Terms.USUAL), out));

        Map<String, byte[]> files = files(out);
        JsonNode manifest = new ObjectMapper().readTree(files.remove("manifest.json"));
        assertThat(made.sha256()).isEqualTo(Sha256.hex(new ByteArrayInputStream(Files.readAllBytes(out))));
        assertThat(manifest.get("files")).hasSameSizeAs(files.keySet());
        for (JsonNode file : manifest.get("files")) {
            byte[] content = files.get(file.get("name").asText());
            assertThat(file.get("sha256").asText()).isEqualTo(Sha256.hex(new ByteArrayInputStream(content)));
            assertThat(file.get("size").asLong()).isEqualTo(content.length);
        }
        assertThat(files).hasSize(17).containsKeys("spreadsheet.xlsx", "csv/07-Shipping.csv", "csv/14-Gaps.csv");
        assertThat(new String(files.get("sources.csv"), StandardCharsets.UTF_8).lines())
                .hasSize(2)
                .last()
                .asString()
                .startsWith("green-valley-farm,,856 ASN-1,");
        assertThat(manifest.get("askedBy").asText()).isEqualTo("FDA, J. Doe");
        assertThat(manifest.get("asked").get("lot").asText()).isEqualTo("R1");
        assertThat(manifest.get("gaps").asLong()).isEqualTo(made.summary().gaps());
        assertThat(folder.toFile().list()).containsExactly("answer.zip");
    }

    private long open(Selection selection) {
        return food.ledger().inTransaction(tx -> new Requests(tx).open("FDA, J. Doe", "all of it", selection, "Ann"));
    }

    private Request find(long id) {
        Optional<Request> found = food.ledger().inTransaction(tx -> new Requests(tx).find(id));
        return found.orElseThrow();
    }

    private List<Long> listed(boolean closedToo) {
        return food.ledger().inTransaction(tx -> new Requests(tx).list(closedToo)).stream()
                .map(Request::id)
                .toList();
    }

    private static Map<String, byte[]> files(Path zip) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (ZipInputStream in = new ZipInputStream(Files.newInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                files.put(entry.getName(), in.readAllBytes());
            }
        }
        return files;
    }
}
