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

/** The commands about stock, on a real database. */
class StockCommandTest {
    private static final String SOUP = "00614141000012";
    private static final Party FARM = EventSamples.party("0614141000005", "Farm");
    private static final Party DEPOT = EventSamples.party("0614141000012", "Depot");
    private static final Party STORE = EventSamples.party("0614141000029", "Store");

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private DatabaseAddress database;

    @BeforeEach
    void open() throws SQLException, IOException {
        database = TestDatabase.fresh();
        Network network = new Network(new Ledger(database.unpooled(), Clock.systemUTC()));
        network.document(
                "R-1", Purpose.ORIGINAL, received("A1", "100", "2026-03-20"), received("B1", "50", "2026-04-30"));
        network.document(
                "S-1",
                Purpose.ORIGINAL,
                EventSamples.shipped("s")
                        .by("depot", "945")
                        .gtin(SOUP)
                        .lot("B1")
                        .cases("10")
                        .from(DEPOT)
                        .to(STORE)
                        .on("2026-03-02"));
        network.document(
                "C-1",
                Purpose.ORIGINAL,
                EventSamples.of(EventType.COUNTED, "c")
                        .by("depot", "846")
                        .gtin(SOUP)
                        .lot("A1")
                        .cases("97")
                        .from(DEPOT)
                        .on("2026-03-03"));
        Files.writeString(folder.resolve("market.yaml"), """
                name: market
                title: Market
                identity: {}
                checks: { minimumShelfLife: { days: 40 } }
                """);
    }

    private static EventSamples received(String lot, String quantity, String expires) {
        return EventSamples.of(EventType.RECEIVED, "r" + lot)
                .by("depot", "944")
                .gtin(SOUP)
                .lot(lot)
                .cases(quantity)
                .expires(expires)
                .from(FARM)
                .to(DEPOT)
                .on("2026-03-01");
    }

    @Test
    void whatExpiresIsToldWithWhereItIsAndForWhomItIsTooOld() throws IOException {
        assertThat(lotwire("expiring")).isEqualTo(ExitCode.REJECTED);
        assertThat(out()).isEqualTo("""
                        expires      days  lot                      where                      quantity
                        2026-03-20     14  A1, GTIN 00614141000012  Depot (GLN 0614141000012)  100 CA  (below the minimum of market)
                        """);
        assertThat(lotwire("expiring", "--within", "60", "--at", "Depot", "--json"))
                .isEqualTo(ExitCode.REJECTED);
        JsonNode stock = new ObjectMapper().readTree(out()).at("/stock");
        assertThat(stock).hasSize(2);
        assertThat(stock.at("/0/belowMinimumOf/0").asText()).isEqualTo("market");
        assertThat(stock.at("/1/amount/certain").asText()).isEqualTo("40");
        assertThat(stock.at("/1/belowMinimumOf")).isEmpty();
        assertThat(lotwire("expiring", "--within", "5")).isZero();
        assertThat(out()).isEqualTo("Nothing expires within 5 days.\n");
    }

    @Test
    void whatExpiresBecomesAnAlertOnceWhichSomebodyTakesAndCloses() throws IOException {
        assertThat(lotwire("expiring", "--alert")).isEqualTo(ExitCode.REJECTED);
        assertThat(err()).startsWith("Nobody is to be told: name LOT_EXPIRED, ");
        Files.writeString(folder.resolve("us.yaml"), """
                name: us
                title: Us
                self: true
                identity: {}
                alerts:
                  - name: old-lots
                    of: [LOT_EXPIRED, LOT_BELOW_MINIMUM, LOT_EXPIRING]
                    tell: [{ partner: desk, over: folder, as: text }]
                """);

        assertThat(lotwire("expiring", "--alert")).isEqualTo(ExitCode.REJECTED);
        assertThat(err()).isEqualTo("1 alert is made: 'lotwire alerts list' lists them.\n");
        assertThat(lotwire("expiring", "--alert")).isEqualTo(ExitCode.REJECTED);
        assertThat(err()).isEqualTo("There is nothing new to tell.\n");
        assertThat(lotwire("alerts", "list")).isZero();
        assertThat(out())
                .isEqualTo(
                        "1  open  2026-03-06T08:00:00Z  LOT_BELOW_MINIMUM, LOT_EXPIRING in goods on hand (2026-03-06)"
                                + " (2 doubts)\n");
        assertThat(lotwire("alerts", "take", "1", "--by", "ada", "--note", "on it"))
                .isZero();
        assertThat(out()).isEqualTo("Alert 1 is taken by ada: nobody else is told.\n");
        assertThat(lotwire("alerts", "take", "1", "--by", "bob")).isEqualTo(ExitCode.REJECTED);
        assertThat(err()).isEqualTo("Alert 1 is taken or closed already.\n");
        assertThat(lotwire("alerts", "show", "1")).isZero();
        assertThat(out())
                .contains(
                        "  by us/old-lots\n",
                        "LOT_EXPIRING: Lot A1 expires 2026-03-20, 14 days are left: 100 CA at Depot")
                .endsWith("  2026-03-06T08:00:00Z taken by ada: on it\n");
        assertThat(lotwire("alerts", "show", "1", "--json")).isZero();
        JsonNode alert = new ObjectMapper().readTree(out());
        assertThat(alert.at("/state").asText()).isEqualTo("taken");
        assertThat(alert.at("/doubts/0/lot").asText()).isEqualTo("A1");
        assertThat(lotwire("alerts", "close", "1", "--by", "ada")).isZero();
        assertThat(lotwire("alerts", "list")).isZero();
        assertThat(out()).isEqualTo("No alert is open.\n");
        assertThat(lotwire("alerts", "list", "--all", "--json")).isZero();
        assertThat(new ObjectMapper().readTree(out()).at("/0/state").asText()).isEqualTo("closed");
        assertThat(lotwire("alerts", "show", "9")).isEqualTo(ExitCode.REJECTED);
        assertThat(err()).isEqualTo("There is no alert 9: 'lotwire alerts list --all' lists them.\n");
        assertThat(lotwire("alerts", "take")).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void lotsArePickedInTheirOrderAndWhatIsMissingIsTold() throws IOException {
        assertThat(lotwire("expiring", "pick", "--gtin", SOUP, "--at", "0614141000012", "--quantity", "120"))
                .isZero();
        assertThat(out()).isEqualTo("""
                        1. A1, GTIN 00614141000012  take 100 CA of 100 CA, expires 2026-03-20, came 2026-03-01
                        2. B1, GTIN 00614141000012  take 20 CA of 40 CA, expires 2026-04-30, came 2026-03-01
                        """);
        assertThat(lotwire("expiring", "pick", "--gtin", SOUP, "--at", "Depot", "--quantity", "150", "--json"))
                .isEqualTo(ExitCode.REJECTED);
        JsonNode order = new ObjectMapper().readTree(out());
        assertThat(order.at("/missing").asText()).isEqualTo("10");
        assertThat(order.at("/picks/1/take").asText()).isEqualTo("40");
        assertThat(lotwire("expiring", "pick", "--gtin", SOUP, "--at", "Store")).isEqualTo(ExitCode.REJECTED);
        assertThat(out()).isEqualTo("Nothing is there to be picked.\n");
    }

    @Test
    void differencesAreToldWithTheirDocumentsAndLotsShippedOutOfTurn() throws IOException {
        assertThat(lotwire("reconcile", "--gtin", SOUP)).isEqualTo(ExitCode.REJECTED);
        assertThat(out()).isEqualTo("""
                        Lot A1, GTIN 00614141000012 at Depot (GLN 0614141000012): 97 CA counted on 2026-03-03, 100 CA in the book: -3 CA
                          846 C-1 of depot
                          no document explains it
                        FEFO_VIOLATION at Depot (GLN 0614141000012): 10 CA of lot B1 (expires 2026-04-30) shipped on 2026-03-02, while 100 CA of lot A1 (expires 2026-03-20) lay there
                          945 S-1 of depot
                        2 lots compared: 1 difference, 1 not explained; 1 shipped out of turn.
                        """);
        assertThat(lotwire("reconcile", "--lot", "B1")).isZero();
        assertThat(out()).isEqualTo("1 lot compared: 0 differences, 0 not explained.\n");
        assertThat(lotwire("reconcile", "--since", "2026-03-03", "--at", "Depot", "--json"))
                .isEqualTo(ExitCode.REJECTED);
        JsonNode json = new ObjectMapper().readTree(out());
        assertThat(json.at("/lots").asInt()).isEqualTo(1);
        assertThat(json.at("/differences/0/difference").asText()).isEqualTo("-3");
        assertThat(json.at("/differences/0/explained").asBoolean()).isFalse();
        assertThat(lotwire("reconcile", "--lot", "Z9")).isEqualTo(ExitCode.REJECTED);
        assertThat(err()).isEqualTo("No lot is known that was asked for: nothing is compared.\n");
    }

    @Test
    void aTraceEndsWithTheBook() throws IOException {
        assertThat(lotwire("trace", "B1")).isZero();
        assertThat(out()).endsWith("""
                        Who has it now
                          Depot (GLN 0614141000012)  40 CA  (50 CA came, 10 CA left)
                          Store (GLN 0614141000029)  10 CA  (sent there, no receipt told)

                        Quantities at each place
                          Farm (GLN 0614141000005): nothing came = 0 CA on hand + 50 CA shipped - 50 CA (it begins here)
                          Depot (GLN 0614141000012): 50 CA received = 40 CA on hand + 10 CA shipped
                        """);
        assertThat(lotwire("trace", "B1", "--json")).isZero();
        JsonNode book = new ObjectMapper().readTree(out()).at("/trails/0/book");
        assertThat(book.at("/places/1/came/received/certain").asText()).isEqualTo("50");
        assertThat(book.at("/places/0/difference").asText()).isEqualTo("-50");
        assertThat(book.at("/consignments/0/state").asText()).isEqualTo("open");
    }

    @Test
    void whatIsNotKnownOrWrongIsSaid() {
        assertThat(lotwire("expiring", "--at", "Nowhere")).isEqualTo(ExitCode.REJECTED);
        assertThat(err())
                .isEqualTo("No document names a place 'Nowhere': give its GLN, or its name as documents state it.\n");
        assertThat(lotwire("expiring", "--within", "-1")).isEqualTo(ExitCode.USAGE);
        assertThat(lotwire("expiring", "pick", "--gtin", SOUP)).isEqualTo(ExitCode.USAGE);
        assertThat(lotwire("expiring", "pick", "--gtin", SOUP, "--at", "Depot", "--quantity", "0"))
                .isEqualTo(ExitCode.USAGE);
        assertThat(lotwire("reconcile")).isEqualTo(ExitCode.USAGE);
        assertThat(lotwire("reconcile", "--since", "yesterday")).isEqualTo(ExitCode.USAGE);
        assertThat(lotwire("reconcile", "--gtin", "1")).isEqualTo(ExitCode.USAGE);
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
                Clock.fixed(Instant.parse("2026-03-06T08:00:00Z"), ZoneOffset.UTC));
        return Lotwire.commandLine(
                        installation,
                        new TraceCommand(installation),
                        Lotwire.alerts(installation),
                        Lotwire.expiring(installation),
                        new ReconcileCommand(installation))
                .execute(arguments);
    }

    private String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private String err() {
        return err.toString(StandardCharsets.UTF_8);
    }
}
