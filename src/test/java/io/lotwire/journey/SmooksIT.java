package io.lotwire.journey;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.lotwire.ledger.InboxRow;
import io.lotwire.ledger.InboxState;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** Camel's {@code smooks:} in the packaged gateway: for mappings, and in a route that somebody adds. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SmooksIT {
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final int LARGE_LINES = Boolean.getBoolean("lotwire.long") ? 250_000 : 20_000;
    private static final String NAME = "mappings/smooks/csv-shipment/smooks.xml";
    private static final Path GUIDE = GatewayUnderTest.HOME.resolve("src/docs/integration/smooks.md");
    private static final Path CSV = GatewayUnderTest.HOME.resolve(
            "mappings/samples/smooks/csv-shipment/each-line-is-a-lot-and-knows-its-line-and-bytes/in.txt");

    /** The example of the guide: a block of YAML that is a route. */
    private static final Pattern EXAMPLE = Pattern.compile("```yaml\\n(- route:.*?)```", Pattern.DOTALL);

    private static final String EXCHANGE = "/srv/shipments";

    @TempDir
    private static Path folder;

    private static Path in;
    private static Path mappings;
    private static Partners partners;
    private static GatewayUnderTest gateway;
    private static LedgerView ledger;

    @BeforeAll
    static void startWithTheRouteOfTheGuide() throws Exception {
        Path data = folder.resolve("smooks");
        partners = Partners.start(data);
        in = Files.createDirectories(folder.resolve("to-us"));
        mappings = MappingsUnderTest.copy(folder.resolve("mappings"));
        Map<String, String> environment = new HashMap<>(partners.environment());
        environment.put("LOTWIRE_PARTNERS", profiles());
        environment.put("LOTWIRE_MAPPINGS", mappings.toString());
        environment.put("LOTWIRE_ROUTES", routes().toString());
        gateway = GatewayUnderTest.start(data, environment);
        ledger = new LedgerView(gateway.database());
    }

    @AfterAll
    static void stop() throws Exception {
        Ending.all(gateway, partners);
    }

    @Test
    @Order(1)
    void theRouteOfTheGuideTurnsAFileInCsvIntoXml() throws IOException {
        Files.copy(CSV, folder.resolve("shipments/csv/monday.csv"));

        Path xml = folder.resolve("shipments/xml/monday.xml");
        await("the file in XML").atMost(PATIENCE).until(() -> Files.exists(xml));
        await("it is whole").atMost(PATIENCE).untilAsserted(() -> assertThat(Files.readString(xml))
                .contains("<lot>R001A</lot>")
                .endsWith("</shipments>"));
    }

    @Test
    @Order(2)
    void aLargeFileGivesAnEventForEachOfItsLines() throws IOException {
        Path large = folder.resolve("large.csv");
        try (OutputStream out = Files.newOutputStream(large)) {
            String[] lines = Files.readString(CSV).split("\n", 3);
            out.write((lines[0] + "\n").getBytes(US_ASCII));
            for (int line = 0; line < LARGE_LINES; line++) {
                out.write((lines[1].replace("R001A", "L" + line) + "\n").getBytes(US_ASCII));
            }
        }

        put(large);

        await("its events are stored").atMost(PATIENCE).until(() -> events("large.csv", "shipped") == LARGE_LINES);
        assertThat(ledger.doneFile("large.csv").state()).isEqualTo(InboxState.TRANSLATED);
    }

    @Test
    @Order(3)
    void aChangedConfigurationReadsTheNextFileWithoutARestart() throws IOException {
        Path configuration = mappings.getParent().resolve(NAME);
        String before = Files.readString(configuration);
        assertThat(before).contains(">shipped<");
        Files.writeString(configuration, before.replace(">shipped<", ">received<"));
        put(Files.writeString(folder.resolve("after.csv"), Files.readString(CSV).replace("PF-", "CHANGED-")));

        InboxRow after = ledger.doneFile("after.csv");

        assertThat(after.state()).isEqualTo(InboxState.TRANSLATED);
        assertThat(events("after.csv", "received")).isEqualTo(3);
    }

    @Test
    @Order(4)
    void aBrokenConfigurationLeavesTheLastOneInForceAndIsSaidInASentence() throws IOException {
        Path configuration = mappings.getParent().resolve(NAME);
        Files.writeString(configuration, Files.readString(configuration).replace("jb:bean", "jb:been"));
        put(Files.writeString(
                folder.resolve("beside.csv"), Files.readString(CSV).replace("PF-", "BESIDE-")));

        assertThat(ledger.doneFile("beside.csv").state()).isEqualTo(InboxState.TRANSLATED);
        assertThat(events("beside.csv", "received")).isEqualTo(3);
        assertThat(gateway.log())
                .contains("MAPPING_INVALID", "The Smooks configuration: ")
                .doesNotContain("\tat ");
    }

    private static long events(String file, String type) {
        return ledger.count("select count(*) from lot_event e join transaction_set s on s.id = e.set_id"
                + " join inbox i on i.id = s.inbox_id where i.file_name = '"
                + file + "' and cast(e.event as json) ->> 'type' = '" + type + "'");
    }

    private static void put(Path file) throws IOException {
        Files.move(file, in.resolve(file.getFileName()), StandardCopyOption.ATOMIC_MOVE);
    }

    private static String profiles() throws IOException {
        Path profiles =
                Path.of(ProfilesUnderTest.copy(folder.resolve("partners")).folder());
        Path profile = profiles.resolve("harbor-3pl.yaml");
        String text = Files.readString(profile);
        Files.writeString(
                profile,
                text.substring(0, text.indexOf("  sftp:\n"))
                        + """
                          folder:
                            pickUp:
                              - directory: %s
                                patterns: ["*.csv"]
                                complete: { by: unchanged, minAge: 1s }
                                poll: { every: 1s }
                            dropOff: { directory: %s }

                        receives:
                          - { document: csv-shipment, mapping: smooks/csv-shipment, files: ["*.csv"] }
                        """.formatted(in, Files.createDirectories(folder.resolve("from-us"))));
        return profiles.toString();
    }

    private static Path routes() throws IOException {
        Path routes = Files.createDirectories(folder.resolve("routes"));
        try (Stream<Path> all = Files.list(GatewayUnderTest.HOME.resolve("routes"))) {
            for (Path file : all.toList()) {
                Files.copy(file, routes.resolve(file.getFileName()));
            }
        }
        Matcher example = EXAMPLE.matcher(Files.readString(GUIDE));
        assertThat(example.find()).isTrue();
        Files.writeString(
                routes.resolve("own.camel.yaml"),
                example.group(1).replace(EXCHANGE, folder.resolve("shipments").toString()));
        Files.createDirectories(folder.resolve("shipments/csv"));
        return routes;
    }
}
