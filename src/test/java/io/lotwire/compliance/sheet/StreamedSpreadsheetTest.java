package io.lotwire.compliance.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import io.lotwire.compliance.FoodLedger;
import io.lotwire.compliance.Told;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Memory does not grow with the rows. */
class StreamedSpreadsheetTest {
    /** The JVM, PostgreSQL's driver and what XLSX is written with take most of it; the events alone would take many times that. */
    private static final String HEAP = "-Xmx40m";

    private static final int EVENTS = Boolean.getBoolean("lotwire.long") ? 500_000 : 40_000;

    @TempDir
    Path folder;

    @Test
    void manyRowsAreWrittenWithLittleMemory() throws IOException, InterruptedException, SQLException {
        FoodLedger food = new FoodLedger();
        food.document("ASN-1", Told.shipped("a"));
        ManyEvents.add(food, EVENTS - 1);

        Path out = folder.resolve("sheet.xlsx");
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        HEAP,
                        "-cp",
                        System.getProperty("java.class.path"),
                        ManyEvents.class.getName(),
                        food.database().url(),
                        food.database().user(),
                        food.database().password(),
                        out.toString()))
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor(10, TimeUnit.MINUTES)).isTrue();
        assertThat(said).startsWith(EVENTS + " rows, " + 3 * EVENTS + " gaps");
        assertThat(out).exists();
    }
}
