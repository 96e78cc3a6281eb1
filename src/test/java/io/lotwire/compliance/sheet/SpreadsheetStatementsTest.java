package io.lotwire.compliance.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import io.lotwire.compliance.FoodLedger;
import io.lotwire.compliance.Selection;
import io.lotwire.compliance.Statements;
import io.lotwire.compliance.Terms;
import io.lotwire.compliance.Told;
import io.lotwire.gateway.step.CountingDatabase;
import io.lotwire.ledger.Ledger;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a spreadsheet asks of the database, however many sheets it has. */
class SpreadsheetStatementsTest {
    /** So many events are read by a statement. */
    private static final int BATCH = 500;

    /** Beginning and end of the transaction, what it may, and where the events are. */
    private static final int FIXED = 6;

    @TempDir
    Path folder;

    @Test
    void eachEventIsReadOnceForAllSheetsAndFiveHundredByAStatement() throws IOException, SQLException {
        FoodLedger food = new FoodLedger();
        food.document("ASN-1", Told.shipped("a"));
        CountingDatabase counting = new CountingDatabase(food.database().unpooled());
        Ledger ledger = new Ledger(counting.source(), Clock.fixed(FoodLedger.NOW, ZoneOffset.UTC));

        ManyEvents.add(food, 2 * BATCH - 1);
        assertThat(write(ledger).events()).isEqualTo(2 * BATCH);
        int ofTwo = counting.asked().statements();
        ManyEvents.add(food, 2 * BATCH, 4 * BATCH);
        assertThat(write(ledger).events()).isEqualTo(6 * BATCH);
        int ofSix = counting.asked().statements();

        assertThat(ofSix - ofTwo).as("for four times 500 more").isEqualTo(4);
        assertThat(ofTwo).isLessThanOrEqualTo(FIXED + 2);
    }

    private Summary write(Ledger ledger) throws IOException {
        return ledger.<Summary, IOException>inTransaction(
                tx -> new SpreadsheetFile(folder.resolve("sheet.xlsx"), SpreadsheetFile.Format.XLSX)
                        .writeFda(
                                new Statements(tx, Selection.ALL, Terms.USUAL),
                                new About(Selection.ALL, FoodLedger.NOW, "Lotwire under test")));
    }
}
