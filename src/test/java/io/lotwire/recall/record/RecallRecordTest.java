package io.lotwire.recall.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.lotwire.as2.DetachedSignature;
import io.lotwire.as2.OpenSsl;
import io.lotwire.as2.keys.KeyAndCertificate;
import io.lotwire.as2.keys.KeyMaker;
import io.lotwire.digest.Sha256;
import io.lotwire.ledger.DeliveryState;
import io.lotwire.recall.Affected;
import io.lotwire.recall.Recall;
import io.lotwire.recall.RecallScene;
import io.lotwire.recall.Recalls;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The record of a recall tells what was known when, who was told and who answered, and cannot be changed in silence. */
class RecallRecordTest {
    private static final Instant MADE = Instant.parse("2026-03-12T09:00:00Z");

    @TempDir
    private Path folder;

    private RecallScene scene;
    private Recall recall;
    private Affected affected;

    @BeforeEach
    void open() throws SQLException, IOException {
        scene = new RecallScene(Files.createDirectories(folder.resolve("partners")));
        scene.retailer("as: csv, over: folder");
        scene.usual();
        long id = scene.open(RecallScene.lot("A1"), false).orElseThrow().id();
        scene.becomes(DeliveryState.CONFIRMED);
        scene.look();
        scene.ledger().useTransaction(tx -> new Recalls(tx).answer(id, "Corner Shop", "ben", "=30 cases, thrown away"));
        recall = scene.recall(id);
        affected = scene.ledger().inTransaction(tx -> new Recalls(tx).affected(id));
    }

    @Test
    void thePdfTellsWhatWasKnownWhoWasToldAndWhoAnswered() throws IOException {
        write("record.zip", Optional.empty());

        String text = pdf(files("record.zip").get("record.pdf"));
        assertThat(text)
                .contains(
                        "Record of Recall 1",
                        "What: lot A1",
                        "Why: Salmonella",
                        "Opened: 2026-03-10T03:00:00Z by ann",
                        "1 lots, of which 0 only possibly; 4 lines of shipments; 3 parties that got some of it.",
                        "SHA-256 of affected.json: " + recall.affectedSha256(),
                        "Fairway Markets (fairway-markets): confirmed, csv over folder",
                        "notice: confirmed, it is there",
                        "Corner Shop: answered",
                        "answered 2026-03-10T03:00:00Z, noted by ben: =30 cases, thrown away",
                        "Signed: no, there is no key",
                        "S9 came to light",
                        "page 1");
    }

    @Test
    void theTablesHaveItAllAndTheManifestTheHashOfEach() throws IOException {
        String sha256 = write("record.zip", Optional.empty());

        Map<String, byte[]> files = files("record.zip");
        assertThat(sha256).isEqualTo(Sha256.hex(Files.readAllBytes(folder.resolve("record.zip"))));
        assertThat(files)
                .containsOnlyKeys(
                        "affected.json",
                        "lots.csv",
                        "notices.csv",
                        "record.pdf",
                        "shipments.csv",
                        "steps.csv",
                        "stocks.csv",
                        "manifest.json");
        JsonNode manifest = new ObjectMapper().readTree(files.get("manifest.json"));
        assertThat(manifest.get("files")).hasSize(files.size() - 1);
        for (JsonNode file : manifest.get("files")) {
            assertThat(file.get("sha256").asText())
                    .isEqualTo(Sha256.hex(files.get(file.get("name").asText())));
        }
        assertThat(Sha256.hex(files.get("affected.json"))).isEqualTo(recall.affectedSha256());
        assertThat(text(files.get("stocks.csv")).replace("\r\n", "\n")).isEqualTo("""
                party,gln,profile,ours,lot,gtin,came,surely_came,left,there,unit,all_quantities_told
                Corner Shop,,,false,A1,00614141000012,30,30,0,30,CA,true
                Fairway Store 7,9506000130019,fairway-markets,false,A1,00614141000012,48,48,0,48,CA,true
                Green Valley Farm,0614141000005,green-valley-farm,false,A1,00614141000012,0,0,120,0,CA,true
                Northgate Distribution,9506000110004,us,true,A1,00614141000012,120,120,80,40,CA,true
                """);
        assertThat(text(files.get("steps.csv"))).endsWith(",answered,ben,Corner Shop,\"'=30 cases, thrown away\"\r\n");
    }

    @Test
    void theSameRecordIsTheSameBytesButForTheFilesOfTheZip() throws IOException {
        write("one.zip", Optional.empty());
        write("other.zip", Optional.empty());

        Map<String, byte[]> one = files("one.zip");
        files("other.zip").forEach((name, bytes) -> assertThat(bytes).as(name).isEqualTo(one.get(name)));
    }

    @Test
    void itsSignatureIsGoodForOpenSslAndNotForAnotherManifest() throws Exception {
        assumeTrue(OpenSsl.installed());
        KeyAndCertificate key = KeyMaker.make("Northgate", Instant.now().minusSeconds(60), Duration.ofDays(2));
        Path certificate = folder.resolve("our.crt");
        KeyMaker.writeCertificate(key.certificate(), certificate);

        write("record.zip", Optional.of(key));

        Map<String, byte[]> files = files("record.zip");
        Path manifest = Files.write(folder.resolve("manifest.json"), files.get("manifest.json"));
        Path signature = Files.write(folder.resolve("manifest.json.p7s"), files.get("manifest.json.p7s"));
        assertThat(verifies(manifest, signature, certificate)).isTrue();
        Files.writeString(manifest, text(files.get("manifest.json")).replace("Salmonella", "Nothing"));
        assertThat(verifies(manifest, signature, certificate)).isFalse();
    }

    private boolean verifies(Path manifest, Path signature, Path certificate) throws Exception {
        Process openssl = new ProcessBuilder(
                        "openssl",
                        "cms",
                        "-verify",
                        "-inform",
                        "DER",
                        "-in",
                        signature.toString(),
                        "-content",
                        manifest.toString(),
                        "-CAfile",
                        certificate.toString(),
                        "-purpose",
                        "any",
                        "-binary",
                        "-out",
                        folder.resolve("verified").toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        return openssl.waitFor() == 0;
    }

    private String write(String name, Optional<KeyAndCertificate> key) throws IOException {
        RecallRecord.Made made = new RecallRecord.Made(MADE, "ann", "Lotwire under test", key.isPresent() ? "us" : "");
        return new RecallRecord(recall, affected, List.of("S9 came to light"), made)
                .write(folder.resolve(name), key.map(own -> bytes -> DetachedSignature.of(bytes, own)));
    }

    private Map<String, byte[]> files(String name) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (ZipInputStream in = new ZipInputStream(Files.newInputStream(folder.resolve(name)))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                files.put(entry.getName(), in.readAllBytes());
            }
        }
        return files;
    }

    private static String pdf(byte[] bytes) throws IOException {
        try (PDDocument document = Loader.loadPDF(bytes)) {
            return new PDFTextStripper().getText(document).replace("\r\n", "\n");
        }
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
