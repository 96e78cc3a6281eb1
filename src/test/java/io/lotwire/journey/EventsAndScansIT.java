package io.lotwire.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.lotwire.digest.Sha256;
import io.lotwire.embedded.BrokerAddress;
import io.lotwire.ledger.InboxRow;
import io.lotwire.ledger.InboxState;
import jakarta.jms.JMSContext;
import jakarta.jms.Message;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Map;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** Lot events and scans by HTTP, in a folder and by JMS: they are kept before anybody hears yes, and count once. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class EventsAndScansIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String JSON = "application/json";
    private static final String LINES = "application/x-ndjson";
    private static final String TOKEN = "token-of-the-warehouse-system";
    private static final String ENDED = "token-of-last-year";
    private static final String OF_ANOTHER = "token-of-somebody-else";
    private static final int LARGE = 12_000;
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private static final String EVENTS = """
            {"document":{"number":"WO-17"}}
            {"type":"transformed","eventTime":"2026-03-03T08:15:00-06:00","item":{"gtin":"10614141000019"},\
            "lot":{"code":"IN-1","kind":"lot"},"quantity":{"value":"40","unit":"CA"},"transformation":{"id":"WO-17","role":"input"}}
            {"type":"transformed","eventTime":"2026-03-03T11:40:00-06:00","item":{"gtin":"19506000182015"},\
            "lot":{"code":"OUT-1","kind":"lot"},"quantity":{"value":"300","unit":"EA"},"transformation":{"id":"WO-17","role":"output"}}
            """;

    @TempDir
    private static Path folder;

    private static Path in;
    private static Map<String, String> environment;
    private static GatewayUnderTest gateway;
    private static LedgerView ledger;
    private static long first;

    @BeforeAll
    static void startWithAWarehouseSystem() throws Exception {
        in = Files.createDirectories(folder.resolve("to-us"));
        Path partners = Files.createDirectories(folder.resolve("partners"));
        Files.writeString(partners.resolve("northgate.yaml"), """
                name: northgate
                title: Northgate
                self: true
                identity: { gln: "9506000110004" }
                """);
        Files.writeString(partners.resolve("ridgeline.yaml"), """
                name: ridgeline
                title: Ridgeline
                identity: { gln: "9506000182001" }
                wires:
                  api:
                    tokens:
                      - { name: wms, sha256: "%s", ends: 2099-12-31 }
                      - { name: old, sha256: "%s", ends: 2025-12-31 }
                  folder:
                    pickUp:
                      - { directory: %s, complete: { by: unchanged, minAge: 1s }, poll: { every: 1s } }
                  jms:
                    receive: { queue: ridgeline.to-us }
                receives:
                  - document: lot-events
                  - { document: scans, files: ["*.scan"] }
                """.formatted(Sha256.hex(TOKEN), Sha256.hex(ENDED), in));
        Files.writeString(partners.resolve("somebody.yaml"), """
                name: somebody
                title: Somebody Else
                identity: { gln: "9506000182018" }
                wires:
                  api: { connections: 1, tokens: [ { name: erp, sha256: "%s", ends: 2099-12-31 } ] }
                receives:
                  - document: lot-events
                """.formatted(Sha256.hex(OF_ANOTHER)));
        environment = Map.of("LOTWIRE_PARTNERS", partners.toString());
        start();
    }

    private static void start() throws IOException {
        gateway = GatewayUnderTest.start(folder.resolve("events-and-scans"), environment);
        ledger = new LedgerView(gateway.database());
    }

    @AfterAll
    static void stop() throws Exception {
        Ending.all(gateway);
    }

    @Test
    @Order(1)
    void whatIsPostedIsKeptBeforeItsSenderHearsYesAndBecomesLotEvents() throws Exception {
        HttpResponse<String> answer = post("events", LINES, EVENTS);

        assertThat(answer.statusCode()).isEqualTo(202);
        first = json(answer).path("document").asLong();
        assertThat(json(answer).path("duplicate").asBoolean()).isFalse();
        assertThat(answer.headers().firstValue("Location")).contains("/api/v1/documents/" + first);
        JsonNode document = done(first);
        assertThat(document.path("state").asText()).isEqualTo("translated");
        assertThat(document.path("events").asInt()).isEqualTo(2);
        InboxRow row = ledger.doneFile("lot-events.ndjson");
        assertThat(gateway.archive().open(row.content())).hasContent(EVENTS);
        assertThat(ledger.events(row)).contains("\"transformation\":{\"id\":\"WO-17\",\"role\":\"input\"}");
        assertThat(ledger.count("select count(*) from transaction_set where document_number = 'WO-17'"))
                .isOne();
    }

    @Test
    @Order(2)
    void whatIsPostedAgainChangesNothing() throws Exception {
        Map<String, Long> before = ledger.totals();

        HttpResponse<String> answer = post("events", JSON, EVENTS);

        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(json(answer).path("document").asLong()).isEqualTo(first);
        assertThat(json(answer).path("duplicate").asBoolean()).isTrue();
        assertThat(ledger.since(before)).isEmpty();
    }

    @Test
    @Order(3)
    void aScanThatComesTwiceAndLateOverThreeWiresIsOneEvent() throws Exception {
        long before = ledger.count("select count(*) from lot_event");
        JsonNode posted = json(post("scans", JSON, "[" + scan(1) + "," + scan(2) + "]"));
        assertThat(done(posted.path("document").asLong()).path("events").asInt())
                .isEqualTo(2);

        put("late.scan", scan(2) + "\n" + scan(3));
        assertThat(ledger.doneFile("late.scan").state()).isEqualTo(InboxState.TRANSLATED);
        String messageId = send("scans-of-the-day.ndjson", scan(3) + "\n" + scan(4) + "\n" + scan(1));

        assertThat(ledger.done(messageId).state()).isEqualTo(InboxState.TRANSLATED);
        assertThat(ledger.count("select count(*) from lot_event")).isEqualTo(before + 4);
        assertThat(ledger.count("select count(distinct wire) from inbox")).isEqualTo(3);
    }

    @Test
    @Order(4)
    void theTraceShowsWhatWasScanned() throws Exception {
        Launcher.Ended trace = new Launcher(gateway.data()).run(environment, "trace", "SC-1");

        assertThat(trace.exitCode()).as(trace.text()).isZero();
        assertThat(trace.text()).contains("Ridgeline Dock");
    }

    @Test
    @Order(5)
    void whatIsWrongIsToldWithItsPlaceAndNothingOfItCounts() throws Exception {
        long before = ledger.count("select count(*) from lot_event");
        String misread = scan(11).replace("10614141000019", "10614141000018");

        JsonNode posted = json(post("scans", LINES, scan(10) + "\n" + misread));

        JsonNode document = done(posted.path("document").asLong());
        assertThat(document.path("state").asText()).isEqualTo("parked");
        assertThat(document.path("reason").asText()).contains("10614141000018");
        assertThat(document.path("events").asInt()).isZero();
        assertThat(document.path("problems")).singleElement().satisfies(problem -> {
            assertThat(problem.path("code").asText()).isEqualTo("GTIN_INVALID");
            assertThat(problem.path("place").asText()).contains("scans.ndjson: segment 2");
            assertThat(problem.path("segment").asInt()).isEqualTo(2);
            assertThat(problem.path("stage").asText()).isEqualTo("translation");
            assertThat(problem.path("message").asText()).contains("Line 2, code", "would be 9");
        });
        assertThat(ledger.count("select count(*) from lot_event")).isEqualTo(before);
    }

    @Test
    @Order(6)
    void whoIsNotLetInHearsWhyAndNothingIsKept() throws Exception {
        Map<String, Long> before = ledger.totals();

        assertRefused(send(request("events", LINES, EVENTS)), 401);
        assertRefused(send(request("events", LINES, EVENTS).header("Authorization", "Bearer " + TOKEN + "x")), 401);
        HttpResponse<String> ended = send(request("events", LINES, EVENTS).header("Authorization", "Bearer " + ENDED));
        assertRefused(ended, 401);
        assertThat(ended.headers().firstValue("WWW-Authenticate").orElseThrow()).startsWith("Bearer");
        assertRefused(send(request("scans", JSON, scan(20)).header("Authorization", "Bearer " + OF_ANOTHER)), 403);
        assertRefused(post("events", "text/csv", EVENTS), 415);
        assertRefused(post("events", "application/json; charset=latin1", EVENTS), 415);
        assertRefused(
                send(request("events", JSON, EVENTS)
                        .header("Authorization", "Bearer " + TOKEN)
                        .header("Content-Encoding", "gzip")),
                415);
        assertRefused(post("events", JSON, " ".repeat(64 * 1024 * 1024 + 1)), 413);
        assertRefused(get("events", TOKEN), 405);
        assertRefused(get("documents/" + first, OF_ANOTHER), 404);
        assertRefused(get("documents/" + (first + 1_000_000), TOKEN), 404);
        assertRefused(get("documents/all", TOKEN), 404);
        assertRefused(get("documents/" + first, "x"), 401);

        assertThat(ledger.since(before)).isEmpty();
    }

    @Test
    @Order(7)
    void whoHasAsManyRequestsUnderWayAsAgreedIsToldToComeLaterAndABrokenBodyIsNotKept() throws Exception {
        Map<String, Long> before = ledger.totals();
        try (Socket slow =
                new Socket(InetAddress.getLoopbackAddress(), gateway.path("/").getPort())) {
            slow.getOutputStream()
                    .write(("POST /api/v1/events HTTP/1.1\r\nHost: localhost\r\nContent-Type: " + JSON
                                    + "\r\nAuthorization: Bearer " + OF_ANOTHER + "\r\nContent-Length: 100\r\n\r\n[")
                            .getBytes(StandardCharsets.US_ASCII));
            HttpResponse<String> later = await("the only place is taken")
                    .atMost(PATIENCE)
                    .until(() -> get("documents/1", OF_ANOTHER), answer -> answer.statusCode() != 404);

            assertRefused(later, 503);
            assertThat(later.headers().firstValueAsLong("Retry-After")).isPresent();
        }

        await("the place is free again")
                .atMost(PATIENCE)
                .until(() -> get("documents/1", OF_ANOTHER).statusCode() == 404);
        assertThat(ledger.since(before)).isEmpty();
    }

    /** More than memory is given for, so that its events are read again while they are stored. */
    @Test
    @Order(8)
    void aLargeFileGivesAnEventForEachOfItsLines() throws Exception {
        long before = ledger.count("select count(*) from lot_event");
        StringBuilder text = new StringBuilder();
        for (int number = 0; number < LARGE; number++) {
            text.append(scan(1000 + number)).append('\n');
        }

        put("large.scan", text.toString());

        assertThat(ledger.doneFile("large.scan").state()).isEqualTo(InboxState.TRANSLATED);
        assertThat(ledger.count("select count(*) from lot_event")).isEqualTo(before + LARGE);
    }

    @Test
    @Order(9)
    void whatWasAnsweredIsReadAfterAKill() throws Exception {
        long before = ledger.count("select count(*) from lot_event");
        long id;
        try (TableLock lock = TableLock.on("lot_event", gateway.database())) {
            HttpResponse<String> answer = post("scans", JSON, scan(30));
            assertThat(answer.statusCode()).isEqualTo(202);
            id = json(answer).path("document").asLong();
            lock.awaitSomeoneWaiting();
            gateway.kill();
        }
        start();

        assertThat(done(id).path("events").asInt()).isEqualTo(1);
        assertThat(ledger.count("select count(*) from lot_event")).isEqualTo(before + 1);
    }

    private static String scan(int number) {
        return "{\"id\":\"" + number
                + "\",\"device\":\"gun-7\",\"time\":\"2026-03-03T07:31:12-06:00\",\"action\":\"receive\","
                + "\"code\":\"]C1011061414100001910SC-" + number + "\",\"at\":{\"name\":\"Ridgeline Dock\"},"
                + "\"quantity\":{\"value\":12,\"unit\":\"CA\"}}";
    }

    private static void assertRefused(HttpResponse<String> answer, int status) throws IOException {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(json(answer).path("status").asInt()).isEqualTo(status);
        assertThat(json(answer).path("detail").asText()).isNotEmpty();
    }

    private static JsonNode done(long document) {
        return await("document " + document + " is done")
                .atMost(PATIENCE)
                .until(
                        () -> json(get("documents/" + document, TOKEN)),
                        now -> !now.path("state").asText().matches("received|read"));
    }

    private static HttpRequest.Builder request(String path, String type, String body) {
        return HttpRequest.newBuilder(gateway.path("/api/v1/" + path))
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofString(body));
    }

    private static HttpResponse<String> post(String path, String type, String body) throws Exception {
        return send(request(path, type, body).header("Authorization", "Bearer " + TOKEN));
    }

    private static HttpResponse<String> get(String path, String token) throws Exception {
        return send(HttpRequest.newBuilder(gateway.path("/api/v1/" + path)).header("Authorization", "bearer " + token));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
    }

    private static JsonNode json(HttpResponse<String> answer) throws IOException {
        return MAPPER.readTree(answer.body());
    }

    private static void put(String name, String text) throws IOException {
        Path beside = Files.writeString(folder.resolve(name), text);
        Files.move(beside, in.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    }

    private static String send(String fileName, String text) throws Exception {
        BrokerAddress broker = gateway.broker();
        try (ActiveMQConnectionFactory factory =
                        new ActiveMQConnectionFactory(broker.url(), broker.user(), broker.password());
                JMSContext jms = factory.createContext()) {
            Message message = jms.createTextMessage(text);
            message.setStringProperty("LotwireFileName", fileName);
            jms.createProducer().send(jms.createQueue("ridgeline.to-us"), message);
            return message.getJMSMessageID();
        }
    }
}
