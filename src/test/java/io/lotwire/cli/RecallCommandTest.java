package io.lotwire.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.lotwire.gateway.Settings;
import io.lotwire.ledger.DeliveryState;
import io.lotwire.recall.RecallScene;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands of recalls, on a real database. */
class RecallCommandTest {
    @TempDir
    private Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private RecallScene scene;

    @BeforeEach
    void open() throws SQLException, IOException {
        scene = new RecallScene(folder);
        scene.retailer("as: csv, over: folder");
        scene.usual();
    }

    @Test
    void aPreviewTellsWhatIsAffectedWhoHasItAndWhatToDoNextAndChangesNothing() {
        assertThat(recall("A1", "--supplier", "Green Valley Farm")).isZero();

        assertThat(out()).isEqualTo("""
                        Preview of a recall of lot A1, of supplier Green Valley Farm. NOTHING IS HELD, NOBODY IS TOLD.

                        Affected lots: 1
                          certain   lot A1, Romaine, GTIN 00614141000012

                        Who has it (came there; should still be there, as far as documents tell)
                          certain   Northgate Distribution (GLN 9506000110004)  - ON HAND HERE
                                    lot A1: 120 CA came; 40 CA there
                          certain   Corner Shop
                                    lot A1: 30 CA came; 30 CA there
                          certain   Fairway Store 7 (GLN 9506000130019)
                                    lot A1: 48 CA came; 48 CA there

                        Affected shipments: 4
                          certain   2026-03-04  shipped from Green Valley Farm to Northgate Distribution: lot A1, 120 CA, 856 S1 (asn S1)
                          certain   2026-03-05  shipped from Northgate Distribution to Fairway Store 7: lot A1, 50 CA, on 1 unit, 856 S2 (asn S2)
                          certain   2026-03-05  shipped from Northgate Distribution to Corner Shop: lot A1, 30 CA, 856 S3 (asn S3)
                          certain   2026-03-06  received from Northgate Distribution to Fairway Store 7: lot A1, 48 CA, on 1 unit, 861 R2

                        Who is to be told
                          certain   Fairway Markets: csv over folder
                          certain   Corner Shop: BY TELEPHONE (555-0100): no profile

                        Next: ./lotwire recall open A1 --supplier 'Green Valley Farm' --reason 'WHY'
                              holds these lots, tells those above, and writes down who answers.
                        """);
        assertThat(scene.count("select (select count(*) from recall) + (select count(*) from delivery)"
                        + " + (select count(*) from lot_status)"))
                .isZero();
    }

    @Test
    void aPreviewAsJsonHasAllOfIt() throws IOException {
        assertThat(recall("A1", "Z9", "--json")).isZero();

        JsonNode told = new ObjectMapper().readTree(out());
        assertThat(told.at("/unknown/0").asText()).isEqualTo("Z9");
        assertThat(told.at("/lots/0/code").asText()).isEqualTo("A1");
        assertThat(told.at("/shipments")).hasSize(4);
        assertThat(told.at("/notices/0/as").asText()).isEqualTo("csv");
        assertThat(told.at("/sha256").asText()).hasSize(64);
    }

    @Test
    void anUnknownLotIsSaidAndNothingElse() {
        assertThat(recall("Z9")).isEqualTo(1);
        assertThat(err()).isEqualTo("No lot Z9 is known: check the code.\n");
        assertThat(recall("open", "Z9", "--reason", "x")).isEqualTo(1);
        assertThat(err()).isEqualTo("No lot is found: lot Z9. Nothing was done.\n");
    }

    @Test
    void aRecallIsOpenedShownAnsweredAndClosed() throws IOException {
        assertThat(recall("open", "A1", "--reason", "Salmonella", "--by", "ann"))
                .isZero();
        assertThat(out())
                .startsWith("Recall 1, opened 2026-03-10T03:00:00Z by ann: lot A1. Salmonella."
                        + " 2 to be told: 1 by telephone, 1 on the way.\n")
                .contains("  Fairway Markets: on the way, csv over folder, answer by 2026-03-12T03:00:00Z\n");
        scene.becomes(DeliveryState.CONFIRMED);
        scene.look();

        assertThat(recall("open", "A1", "--reason", "Salmonella")).isZero();
        assertThat(out()).startsWith("It is open already. Nothing was done again, and nobody is told twice.\n");
        assertThat(recall("answer", "1", "Corner Shop", "30 cases, thrown away", "--by", "ben"))
                .isZero();
        assertThat(recall("answer", "1", "corner", "x")).isEqualTo(1);
        assertThat(err()).isEqualTo("Recall 1 tells nobody called 'corner', but: fairway-markets, Corner Shop.\n");
        assertThat(recall("show", "1")).isZero();
        assertThat(out())
                .contains("  Corner Shop: answered\n", ", Corner Shop: 30 cases, thrown away\n")
                .contains("confirmed by lotwire, Fairway Markets: it is there\n")
                .endsWith("\nNothing has come to light since it was opened.\n");
        assertThat(recall("show", "1", "--json", "--affected")).isZero();
        JsonNode shown = new ObjectMapper().readTree(out());
        assertThat(shown.at("/notices/1/state").asText()).isEqualTo("answered");
        assertThat(shown.at("/affected/shipments")).hasSize(4);
        assertThat(recall("close", "1", "--note", "all back")).isZero();
        assertThat(out()).isEqualTo("Recall 1 is closed; 1 did not answer.\n");
        assertThat(recall("close", "1")).isEqualTo(1);
        assertThat(recall("list")).isZero();
        assertThat(out()).isEqualTo("No recall is open.\n");
        assertThat(recall("list", "--all", "--json")).isZero();
        assertThat(new ObjectMapper().readTree(out()).at("/0/closedAt").asText())
                .isEqualTo("2026-03-10T03:00:00Z");
        assertThat(recall("show", "7")).isEqualTo(1);
        assertThat(err()).isEqualTo("There is no recall 7: 'lotwire recall list --all' lists them.\n");
    }

    @Test
    void aDrillSaysWhatItDidAndHowLongItTook() {
        assertThat(recall("A1", "--drill")).isZero();

        assertThat(out())
                .startsWith("Drill 1, opened ")
                .contains(
                        ": not told, as no test is agreed with them\n",
                        "2 to be told: 2 not told.",
                        " ms to find the lots\n",
                        " ms to follow them\n")
                .endsWith("and ./lotwire recall close 1 when the drill is over.\n");
        assertThat(scene.count("select count(*) from lot_status")).isZero();
    }

    @Test
    void aProfileWithAnErrorIsNamedAsNobodyIsToldByIt() throws IOException {
        scene.retailer("as: csv, over: nowhere");

        assertThat(recall("A1")).isZero();

        assertThat(err())
                .isEqualTo("The profile fairway-markets has an error, so that nobody is told by it:"
                        + " './lotwire partner check fairway-markets' says what to mend.\n");
        assertThat(out()).contains("Fairway Store 7: BY TELEPHONE");
    }

    @Test
    void wrongUseEndsWithTwo() {
        assertThat(recall()).isEqualTo(2);
        assertThat(recall("--plant", "us")).isEqualTo(2);
        assertThat(recall("--plant", "us", "--from", "yesterday", "--to", "2026-03-04"))
                .isEqualTo(2);
        assertThat(recall("--plant", "us", "--from", "2026-03-05", "--to", "2026-03-04"))
                .isEqualTo(2);
        assertThat(recall("--supplier", "us")).isEqualTo(2);
        assertThat(recall("A1", "--gtin", "1")).isEqualTo(2);
        assertThat(recall("open", "A1")).isEqualTo(2);
        assertThat(recall("open", "A1", "--reason", " ")).isEqualTo(2);
        assertThat(recall("show")).isEqualTo(2);
        assertThat(recall("record", "1")).isEqualTo(2);
        for (String command : new String[] {"open", "list", "show", "answer", "close", "record"}) {
            assertThat(recall(command, "--help")).isZero();
        }
        assertThat(recall("--help")).isZero();
    }

    private int recall(String... arguments) {
        out.reset();
        err.reset();
        Map<String, String> environment = Map.of(
                "LOTWIRE_DB_URL",
                scene.database().url(),
                "LOTWIRE_DB_USER",
                scene.database().user(),
                "LOTWIRE_DB_PASSWORD",
                scene.database().password(),
                "LOTWIRE_PARTNERS",
                folder.toString());
        Installation installation = new Installation(
                Settings.of(environment::get, Path.of("")),
                environment::get,
                new ByteArrayInputStream(new byte[0]),
                out,
                new PrintStream(err, true, StandardCharsets.UTF_8),
                scene.clock());
        String[] all = new String[arguments.length + 1];
        all[0] = "recall";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return Lotwire.commandLine(installation, Lotwire.recall(installation)).execute(all);
    }

    private String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private String err() {
        return err.toString(StandardCharsets.UTF_8);
    }
}
