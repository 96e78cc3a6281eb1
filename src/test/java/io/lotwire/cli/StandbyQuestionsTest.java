package io.lotwire.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.lotwire.embedded.DataFolder;
import io.lotwire.embedded.DatabaseAddress;
import io.lotwire.embedded.EmbeddedDatabase;
import io.lotwire.gateway.Settings;
import io.lotwire.ledger.EventSamples;
import io.lotwire.ledger.Ledger;
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
import java.util.List;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is only asked can be asked of a second PostgreSQL that follows the first, so that many who ask do not slow who ships. */
class StandbyQuestionsTest {
    private static final String SALAD = "00614141000012";
    private static final Party FARM = EventSamples.party("0614141000005", "Farm");
    private static final Party DEPOT = EventSamples.party("0614141000012", "Depot");
    private static final Party STORE = EventSamples.party("0614141000029", "Store");

    private static final List<List<String>> QUESTIONS = List.of(
            List.of("trace", "A1"),
            List.of("trace", "A1", "--json"),
            List.of("trace", "--document", "S-1"),
            List.of("registry", "show", "A1"),
            List.of("registry", "export", "--kind", "lots"),
            List.of("expiring"),
            List.of("expiring", "pick", "--gtin", SALAD, "--at", "Depot"),
            List.of("reconcile", "--gtin", SALAD),
            List.of("signals"),
            List.of("readings", "show", "--lot", "A1"),
            List.of("recall", "A1"),
            List.of("recall", "list"),
            List.of("compliance", "check"),
            List.of("compliance", "request", "list"));

    @TempDir
    private Path folder;

    @Test
    void everyQuestionIsAnsweredByAStandbyAsByTheFirst() throws IOException, SQLException {
        Path first = folder.resolve("first");
        try (DataFolder locked = DataFolder.lock(first, "primary");
                EmbeddedDatabase primary = EmbeddedDatabase.start(locked)) {
            Ledger.migrate(primary.address().unpooled());
            Network network = new Network(new Ledger(primary.address().unpooled(), Clock.systemUTC()));
            network.document("R-1", Purpose.ORIGINAL, event(EventType.RECEIVED, "r", "100", FARM, DEPOT));
            try (StandbyDatabase standby = StandbyDatabase.of(primary.address(), first, folder.resolve("second"))) {
                network.document("S-1", Purpose.ORIGINAL, event(EventType.SHIPPED, "s", "40", DEPOT, STORE));
                standby.awaitAll();

                for (List<String> question : QUESTIONS) {
                    assertThat(lotwire(standby.address(), question))
                            .as(String.join(" ", question))
                            .isEqualTo(lotwire(primary.address(), question))
                            .doesNotContain("failed");
                }
                assertThat(lotwire(standby.address(), List.of("trace", "A1"))).contains("Store", "40 CA");
                assertThat(lotwire(standby.address(), List.of("registry", "hold", "A1", "--why", "soft")))
                        .contains("read-only");
            }
        }
    }

    @Test
    void aStandbyWhoseTablesAreOfAnEarlierVersionIsRefusedWithWhatToDo() throws IOException, SQLException {
        Path first = folder.resolve("first");
        try (DataFolder locked = DataFolder.lock(first, "primary");
                EmbeddedDatabase primary = EmbeddedDatabase.start(locked)) {
            Flyway.configure(Ledger.class.getClassLoader())
                    .dataSource(primary.address().unpooled())
                    .locations("classpath:db/migration")
                    .target("28")
                    .load()
                    .migrate();
            try (StandbyDatabase standby = StandbyDatabase.of(primary.address(), first, folder.resolve("second"))) {
                assertThat(lotwire(standby.address(), List.of("trace", "A1")))
                        .contains("the standby's tables are of an earlier version: start this version on its primary"
                                + " first");
            }
        }
    }

    private static EventSamples event(EventType type, String id, String cases, Party from, Party to) {
        return EventSamples.of(type, id)
                .by("depot", "945")
                .gtin(SALAD)
                .lot("A1")
                .expires("2026-03-20")
                .cases(cases)
                .from(from)
                .to(to)
                .on("2026-03-01");
    }

    /** What a command prints, and its exit code. */
    private String lotwire(DatabaseAddress database, List<String> arguments) throws IOException {
        Map<String, String> environment = Map.of(
                "LOTWIRE_DB_URL",
                database.url(),
                "LOTWIRE_DB_USER",
                database.user(),
                "LOTWIRE_DB_PASSWORD",
                database.password(),
                "LOTWIRE_PARTNERS",
                Files.createDirectories(folder.resolve("partners")).toString());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Installation installation = new Installation(
                Settings.of(environment::get, Path.of("")),
                environment::get,
                new ByteArrayInputStream(new byte[0]),
                out,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                Clock.fixed(Instant.parse("2026-03-06T08:00:00Z"), ZoneOffset.UTC));
        int exitCode = Lotwire.commandLine(
                        installation,
                        new TraceCommand(installation),
                        Lotwire.registry(installation),
                        Lotwire.expiring(installation),
                        new ReconcileCommand(installation),
                        new SignalsCommand(installation),
                        Lotwire.readings(installation),
                        Lotwire.recall(installation),
                        Lotwire.compliance(installation))
                .execute(arguments.toArray(String[]::new));
        return out.toString(StandardCharsets.UTF_8) + "exit code " + exitCode;
    }
}
