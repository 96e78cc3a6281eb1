package io.lotwire.compliance.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.lotwire.compliance.FoodLedger;
import io.lotwire.compliance.Selection;
import io.lotwire.compliance.Statements;
import io.lotwire.compliance.Terms;
import io.lotwire.compliance.Told;
import io.lotwire.compliance.sheet.SpreadsheetFile.Format;
import io.lotwire.lot.EventType;
import io.lotwire.lot.Purpose;
import io.lotwire.lot.Transformation.Role;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpreadsheetTest {
    @TempDir
    Path folder;

    private FoodLedger food;

    @BeforeEach
    void open() throws SQLException {
        food = new FoodLedger();
    }

    @Test
    void theFirstThirteenSheetsAreFdasAndOursComeAfterThem() throws IOException {
        WrittenSheets sheets = xlsx();

        List<String> names =
                new ArrayList<>(Layout.fda().stream().map(Tab::name).toList());
        names.addAll(List.of("Gaps", "About"));
        assertThat(sheets.names()).isEqualTo(names);
        for (Tab tab : Layout.fda()) {
            assertThat(sheets.rows(tab.name()))
                    .isEqualTo(
                            List.of(tab.columns().stream().map(Column::header).toList()));
        }
    }

    @Test
    void aShipmentIsARowOfWhatItsDocumentTellsAndNothingElse() throws IOException {
        food.document(
                "ASN-1", Told.shipped("a").reference("purchase-order", "4500").reference("bill-of-lading", "BL-7"));

        assertThat(xlsx().told("Shipping"))
                .containsExactly(
                        "Traceability Lot Code=R1 | Quantity=80 | Unit of Measure=case | Product Name=Romaine hearts"
                                + " | Business Name=North Shore Warehouse | Street Address or Geographic Coordinates=22 Dock Street"
                                + " | City=Erie | State or Region=CA | ZIP or Postal Code=93901 | Country=US"
                                + " | Business Name=Green Valley Farm | Street Address or Geographic Coordinates=1 Field Road"
                                + " | City=Salinas | State or Region=CA | ZIP or Postal Code=93901 | Country=US"
                                + " | (mm/dd/yyyy)=2026-03-04"
                                + " | Business Name=Green Valley Farm | Street Address or Geographic Coordinates=1 Field Road"
                                + " | City=Salinas | State/Region=CA | ZIP/Postal Code=93901 | Country=US"
                                + " | Traceability Lot Code Source Reference (may be provided instead of the location description for"
                                + " the TLC Source)=0614141000005"
                                + " | Reference Document Type=Bill of Lading (BOL) | Reference Document Number=BL-7"
                                + " | Reference Document Type2=Purchase Order | Reference Document Number2=4500");
    }

    @Test
    void receiptsAndTransformationsHaveTheirSheets() throws IOException {
        food.document(
                "harbor",
                "861",
                "R-1",
                Purpose.ORIGINAL,
                Told.of(EventType.RECEIVED, "a").by("harbor", "861"));
        food.document(
                "RUN-7",
                Told.of(EventType.TRANSFORMED, "b").lot("A").run("7", Role.INPUT),
                Told.of(EventType.TRANSFORMED, "c")
                        .lot("S")
                        .item(Told.SALAD, "Salad")
                        .amount("500", "EA")
                        .run("7", Role.OUTPUT));
        WrittenSheets sheets = xlsx();

        assertThat(sheets.told("Receiving")).singleElement().asString().contains("Reference Document Number=R-1");
        assertThat(sheets.told("Transformation"))
                .singleElement()
                .asString()
                .startsWith("Traceability Lot Code for the FTL Food used in Transformation (if applicable)=A")
                .contains(
                        "New Traceability Lot Code you assigned to the Food Produced Through Transformation=S",
                        "Product Name=Salad",
                        "Quantity of the Food Produced through Transformation=500",
                        "Reference Document Type=Work Order | Reference Document Number=7");
    }

    @Test
    void whatIsMissingIsAGapWithItsRuleAndItsByte() throws IOException {
        food.document("ASN-1", Told.shipped("a").withoutAmount());

        assertThat(xlsx().told("Gaps"))
                .hasSize(4)
                .first()
                .isEqualTo("Critical Tracking Event=shipping | Lot Code=R1 | GTIN=00614141000012 | Event=61"
                        + " | Key Data Element=quantity and unit of measure | Missing=quantity, unit of measure"
                        + " | Rule=21 CFR 1.1340(a)(2) | Partner=green-valley-farm | Document=856"
                        + " | Document Number=ASN-1 | SHA-256 of File=ab12 | Segment=23 | Byte=1042");
    }

    @Test
    void whatWasAskedAndByWhatItWasWrittenStandsInIt() throws IOException {
        food.document("ASN-1", Told.shipped("a"));

        assertThat(xlsx(Selection.ofLot("R1")).told("About"))
                .contains(
                        "What=Asked for | Value=lot R1",
                        "What=Written at | Value=2026-03-06T08:00:00Z",
                        "What=Written by | Value=Lotwire under test",
                        "What=Rows of Shipping | Value=1",
                        "What=Rows of Gaps | Value=3");
    }

    @Test
    void hostileTextsAreTextsAndWhatNoCellCanHoldIsAGap() throws IOException {
        String formula = "=HYPERLINK(\"http://example.invalid\")";
        String longest = "x".repeat(40_000);
        food.document(
                "ASN-1",
                Told.shipped("a").lot(formula).item(Told.ROMAINE, longest),
                Told.shipped("b").lot("A\u0001B"),
                Told.shipped("c").lot("+1").amount("123456789012345678901", "CA"));
        WrittenSheets sheets = xlsx();

        assertThat(sheets.formulas()).isEmpty();
        assertThat(sheets.rows("Shipping").stream().skip(1))
                .extracting(row -> row.get(0))
                .containsExactly(formula, "A\ufffdB", "+1");
        assertThat(sheets.rows("Shipping").get(1).get(3)).hasSize(CellText.LONGEST);
        assertThat(sheets.rows("Shipping").get(3).get(1)).isEqualTo("123456789012345678901");
        assertThat(sheets.told("Gaps"))
                .filteredOn(line -> line.contains("does not hold all"))
                .hasSize(2)
                .anyMatch(line -> line.contains("40000 characters"));
    }

    @Test
    void textsComeThroughToTheCharacter() throws IOException {
        String odd = "  A & <B>,\n\"\u00e9\ud83e\udd6c\"\t_x0041_ ";
        food.document("ASN-1", Told.shipped("a").item(Told.ROMAINE, odd), Told.shipped("b"));

        assertThat(xlsx().rows("Shipping").stream().skip(1))
                .extracting(row -> row.get(3).replace("_x005F_", "_"))
                .containsExactly(odd, "Romaine hearts");
    }

    @Test
    void eachSheetHasItsRowsInTheOrderInWhichTheyWereStored() throws IOException {
        for (String lot : List.of("D", "B", "C")) {
            food.document("S-" + lot, Told.shipped("s" + lot).lot(lot));
            food.document("R-" + lot, Told.of(EventType.RECEIVED, "r" + lot).lot(lot));
        }
        WrittenSheets sheets = xlsx();

        for (String name : List.of("Shipping", "Receiving")) {
            assertThat(sheets.rows(name).stream().skip(1))
                    .as(name)
                    .extracting(row -> row.get(0))
                    .containsExactly("D", "B", "C");
        }
        assertThat(sheets.rows("Gaps").stream().skip(1))
                .extracting(row -> row.get(1))
                .isSubsetOf("D", "B", "C")
                .startsWith("D")
                .endsWith("C");
    }

    @Test
    void csvHasAFileForEachSheetAndDefusesFormulas() throws IOException {
        food.document("ASN-1", Told.shipped("a").lot("=1+1"), Told.shipped("b").lot("A\u0001B"));
        Path csv = folder.resolve("csv");
        write(csv, Format.CSV, Selection.ALL);

        List<String> names;
        try (Stream<Path> files = Files.list(csv)) {
            names = files.map(file -> file.getFileName().toString()).sorted().toList();
        }
        assertThat(names)
                .hasSize(15)
                .startsWith("01-Harvesting.csv", "02-Cooling.csv")
                .endsWith("14-Gaps.csv", "15-About.csv");
        assertThat(Files.readString(csv.resolve("07-Shipping.csv")))
                .startsWith("Traceability Lot Code,Quantity,Unit of Measure,\"Product Description - \nProduct Name\"")
                .contains("\r\n'=1+1,80,case,Romaine hearts,", "\r\nA\u0001B,80,", ",03/04/2026,");
    }

    @Test
    void csvInAZipFileIsTheSame() throws IOException {
        food.document("ASN-1", Told.shipped("a"));
        write(folder.resolve("csv"), Format.CSV, Selection.ALL);
        write(folder.resolve("csv.zip"), Format.CSV, Selection.ALL);

        int files = 0;
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(folder.resolve("csv.zip")))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files++;
                assertThat(text(zip))
                        .isEqualTo(Files.readString(folder.resolve("csv").resolve(entry.getName())));
            }
        }
        assertThat(files).isEqualTo(15);
    }

    @Test
    void aFileThatCannotBeWrittenWholeIsNotThere() {
        Path nowhere = folder.resolve("blocked");
        assertThat(nowhere.toFile().mkdir()).isTrue();

        assertThat(catchThrowable(() -> write(nowhere, Format.XLSX, Selection.ALL)))
                .isInstanceOf(IOException.class);
        assertThat(folder.toFile().list()).containsExactly("blocked");
    }

    @Test
    void tradePartnersGetTheWorkbooksThatTheyAskFor() throws IOException {
        food.document("ASN-1", Told.shipped("a").reference("bill-of-lading", "BL-7"));
        Path out = folder.resolve("pti.xlsx");
        food.ledger().<Summary, IOException>inTransaction(tx -> new SpreadsheetFile(out, Format.XLSX)
                .writePti(new Statements(tx, Selection.ALL, Terms.USUAL), "shipping"));
        WrittenSheets sheets = new WrittenSheets(out);

        assertThat(sheets.names()).containsExactly("Shipping", "Locations");
        List<List<String>> shipping = sheets.rows("Shipping");
        assertThat(shipping.get(shipping.size() - 2)).startsWith("(1) TLC - GTIN", "(1) TLC - Batch");
        assertThat(shipping.get(shipping.size() - 1))
                .containsExactly(
                        Told.ROMAINE,
                        "R1",
                        "2026-03-01",
                        "Harvest Date",
                        "",
                        "",
                        "",
                        "80 case",
                        "Romaine hearts",
                        "North Shore Warehouse, 22 Dock Street, Erie, CA, 93901, US",
                        "0614141000012",
                        "Green Valley Farm, 1 Field Road, Salinas, CA, 93901, US",
                        "0614141000005",
                        "2026-03-04",
                        "0614141000005",
                        "",
                        "",
                        "",
                        "",
                        "Bill of Lading (BOL) BL-7");
        assertThat(sheets.rows("Locations")).hasSize(2 + 2);
    }

    private WrittenSheets xlsx() throws IOException {
        return xlsx(Selection.ALL);
    }

    private WrittenSheets xlsx(Selection selection) throws IOException {
        Path out = folder.resolve("sheet.xlsx");
        write(out, Format.XLSX, selection);
        return new WrittenSheets(out);
    }

    private void write(Path out, Format format, Selection selection) throws IOException {
        food.ledger().<Summary, IOException>inTransaction(tx -> new SpreadsheetFile(out, format)
                .writeFda(
                        new Statements(tx, selection, Terms.USUAL),
                        new About(selection, FoodLedger.NOW, "Lotwire under test")));
    }

    private static String text(InputStream in) throws IOException {
        return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
}
