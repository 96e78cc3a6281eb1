package io.lotwire.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.lotwire.access.ApiKey;
import io.lotwire.access.ApiKeys;
import io.lotwire.access.Asker;
import io.lotwire.access.Change;
import io.lotwire.access.Grant;
import io.lotwire.access.Issued;
import io.lotwire.access.NewKey;
import io.lotwire.access.Role;
import io.lotwire.digest.Sha256;
import io.lotwire.ledger.Ledger;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Programs ask over HTTP, and hear what the commands print. */
class QuestionsIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String ASKS = "token-of-a-program-of-ours";
    private static final String SENDS = "token-of-a-partner";
    private static final String ROMAINE = "10614141000019";
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private static final String EVENTS = """
            {"document":{"number":"R-1"}}
            {"type":"received","eventTime":"2026-03-03T08:15:00Z","item":{"gtin":"10614141000019"},"lot":{"code":"A/1","kind":"lot","expires":"2026-03-20"},\
            "quantity":{"value":"40","unit":"CA"},"shipFrom":{"name":"Farm","gln":"9506000182001"},"shipTo":{"name":"Depot","gln":"9506000182018"}}
            """;

    @TempDir
    private static Path folder;

    private static Map<String, String> environment;
    private static GatewayUnderTest gateway;
    private static Launcher launcher;

    @BeforeAll
    static void startWithALotThatCame() throws Exception {
        Path partners = Files.createDirectories(folder.resolve("partners"));
        Files.writeString(partners.resolve("northgate.yaml"), """
                name: northgate
                title: Northgate
                self: true
                identity: { gln: "9506000110004" }
                """);
        Files.writeString(partners.resolve("planning.yaml"), """
                name: planning
                title: Our planning
                identity: { gln: "9506000182001" }
                wires:
                  api:
                    tokens:
                      - { name: planning, sha256: "%s", ends: 2099-12-31, asks: true }
                      - { name: scanner, sha256: "%s", ends: 2099-12-31 }
                receives:
                  - document: lot-events
                """.formatted(Sha256.hex(ASKS), Sha256.hex(SENDS)));
        environment = Map.of("LOTWIRE_PARTNERS", partners.toString());
        Path data = folder.resolve("questions");
        gateway = GatewayUnderTest.start(data, environment);
        launcher = new Launcher(data);
        HttpResponse<String> posted = send(HttpRequest.newBuilder(gateway.path("/api/v1/events"))
                .header("Content-Type", "application/x-ndjson")
                .header("Authorization", "Bearer " + SENDS)
                .POST(HttpRequest.BodyPublishers.ofString(EVENTS)));
        assertThat(posted.statusCode()).isEqualTo(202);
        await("the lot is known")
                .atMost(PATIENCE)
                .until(() -> ask("registry/lot?lot=A%2F1", ASKS).statusCode() == 200);
    }

    @AfterAll
    static void stop() throws Exception {
        Ending.all(gateway);
    }

    @Test
    void whatAProgramHearsIsWhatTheCommandPrints() throws Exception {
        for (Map.Entry<String, List<String>> each : Map.of(
                        "registry/trace?lot=A%2F1&direction=forward",
                        List.of("trace", "A/1", "--direction", "forward", "--json"),
                        "registry/trace?document=R-1",
                        List.of("trace", "--document", "R-1", "--json"),
                        "registry/trace?from=2026-03-01&to=2026-03-05&gtin=" + ROMAINE,
                        List.of("trace", "--from", "2026-03-01", "--to", "2026-03-05", "--gtin", ROMAINE, "--json"),
                        "registry/lot?lot=A%2F1",
                        List.of("registry", "show", "A/1", "--json"),
                        "registry/expiring?at=Depot&within=3650",
                        List.of("expiring", "--at", "Depot", "--within", "3650", "--json"),
                        "registry/pick?gtin=" + ROMAINE + "&at=9506000182018&quantity=10",
                        List.of(
                                "expiring",
                                "pick",
                                "--gtin",
                                ROMAINE,
                                "--at",
                                "9506000182018",
                                "--quantity",
                                "10",
                                "--json"),
                        "registry/reconcile?gtin=" + ROMAINE,
                        List.of("reconcile", "--gtin", ROMAINE, "--json"),
                        "registry/signals?days=30",
                        List.of("signals", "--days", "30", "--json"))
                .entrySet()) {
            assertSame(each.getKey(), each.getValue().toArray(String[]::new));
        }
    }

    @Test
    void whatARecallReachesAndHowFarItIsIsToldAsTheCommandsTellIt() throws Exception {
        assertSame("registry/recall?lot=A%2F1&lot=Z9", "recall", "A/1", "Z9", "--json");
        assertSame(
                "registry/recall?lot=A%2F1&supplier=Farm&gtin=" + ROMAINE,
                "recall",
                "A/1",
                "--supplier",
                "Farm",
                "--gtin",
                ROMAINE,
                "--json");
        assertThat(told("registry/recall?lot=A%2F1").at("/lots/0/code").asText())
                .isEqualTo("A/1");

        JsonNode drill = MAPPER.readTree(run("recall", "A/1", "--drill", "--json"));

        String number = drill.get("recall").asText();
        assertSame("registry/recalls", "recall", "list", "--json");
        assertSame("registry/recalls/" + number, "recall", "show", number, "--json");
        assertSame("registry/recalls/" + number + "?affected=true", "recall", "show", number, "--affected", "--json");
        run("recall", "close", number);
        assertThat(told("registry/recalls")).isEmpty();
        assertSame("registry/recalls?all=true", "recall", "list", "--all", "--json");
        assertThat(told("registry/recalls?all=true")).hasSize(1);
    }

    @Test
    void whatTheFoodTraceabilityRuleAsksIsToldAsTheCommandsTellIt() throws Exception {
        assertSame("compliance/check", "compliance", "check", "--json");
        assertSame("compliance/check?lot=A%2F1", "compliance", "check", "--lot", "A/1", "--json");
        assertThat(told("compliance/check").at("/scores/0/partner").asText()).isEqualTo("planning");

        run("compliance", "request", "open", "--by", "FDA, J. Doe", "--what", "all of lot A/1", "--lot", "A/1");

        JsonNode request = told("compliance/requests").get(0);
        assertThat(request.get("selection").asText()).isEqualTo("lot A/1");
        assertThat(request.at("/steps/0/did").asText()).isEqualTo("opened");
        run("compliance", "request", "close", request.get("request").asText());
        assertThat(told("compliance/requests")).isEmpty();
        // How much of its time is left is told no more.
        assertSame("compliance/requests?all=true", "compliance", "request", "list", "--all", "--json");
    }

    @Test
    void theSpreadsheetIsTheOneThatTheCommandWritesAndNothingOfItIsKept() throws Exception {
        for (Map.Entry<String, String> format :
                Map.of("xlsx", XLSX, "csv", "application/zip").entrySet()) {
            boolean isXlsx = format.getKey().equals("xlsx");
            String name = "traceability" + (isXlsx ? ".xlsx" : ".zip");
            Path written = folder.resolve(name);
            run("compliance", "sheet", "--lot", "A/1", "--format", format.getKey(), "--out", written.toString());

            Path got = folder.resolve("got-" + name);
            HttpResponse<Path> answer = HttpClient.newHttpClient()
                    .send(
                            request("compliance/sheet?lot=A%2F1&format=" + format.getKey(), ASKS)
                                    .build(),
                            BodyHandlers.ofFile(got));

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("Content-Type")).contains(format.getValue());
            assertThat(answer.headers().firstValue("Content-Disposition"))
                    .contains("attachment; filename=\"" + name + "\"");
            assertThat(sheets(got)).isNotEmpty().isEqualTo(sheets(written));
        }
        assertThat(told("compliance/check").get("missing")).isNotEmpty();
        await("the answers are deleted")
                .atMost(PATIENCE)
                .until(() -> isEmpty(gateway.data().resolve("spool/answers")));
    }

    private static boolean isEmpty(Path spool) throws IOException {
        try (Stream<Path> files = Files.list(spool)) {
            return files.findAny().isEmpty();
        }
    }

    /** The contents of a ZIP file by their names, but for the sheet that tells when it was written. */
    private static Map<String, String> sheets(Path file) throws IOException {
        Map<String, String> sheets = new TreeMap<>();
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                String content = new String(zip.readAllBytes(), StandardCharsets.UTF_8);
                if (!content.contains("Written at")) {
                    sheets.put(entry.getName(), content);
                }
            }
        }
        return sheets;
    }

    private static void assertSame(String question, String... command) throws Exception {
        HttpResponse<String> answer = ask(question, ASKS);
        assertThat(answer.statusCode()).as(question).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/json");
        assertThat(MAPPER.readTree(answer.body())).as(question).isEqualTo(MAPPER.readTree(run(command)));
    }

    private static String run(String... command) throws Exception {
        return launcher.run(environment, command).text();
    }

    private static JsonNode told(String question) throws Exception {
        return MAPPER.readTree(ask(question, ASKS).body());
    }

    @Test
    void whatIsNotKnownIsSaid() throws Exception {
        for (String question : List.of(
                "registry/lot?lot=Z9",
                "registry/trace?lot=Z9",
                "registry/reconcile?lot=Z9",
                "registry/readings?lot=Z9",
                "registry/readings?lot=A%2F1",
                "registry/weather",
                "registry/recall?lot=Z9",
                "registry/recall?plant=Depot&from=2026-03-01&to=2026-03-02",
                "registry/recalls/77",
                "registry/recalls/first",
                "registry/lot/7",
                "compliance/weather",
                "compliance/check?lot=Z9",
                "compliance/sheet?lot=Z9")) {
            assertRefused(question, 404);
        }
        assertThat(detail("registry/weather"))
                .isEqualTo("There is no such question: there are expiring, lot, pick, readings, recall, recalls,"
                        + " recalls/NUMBER, reconcile, signals, trace.");
        assertThat(detail("compliance/weather"))
                .isEqualTo("There is no such question: there are check, requests, sheet.");
    }

    @Test
    void allThatIsWrongWithAQuestionIsTold() throws Exception {
        assertThat(detail("registry/trace?lot=A&sscc=1&direction=up&days=3"))
                .contains("There is no parameter 'days'.")
                .contains("'direction' is 'up', but must be one of backward, both, forward.")
                .contains("'sscc' is '1', but must be an SSCC: 18 digits.");
        for (String question : List.of(
                "registry/trace",
                "registry/trace?lot=A&document=B",
                "registry/trace?from=2026-03-01",
                "registry/trace?lot=A%2F1&to=2026-03-05",
                "registry/lot",
                "registry/lot?lot=A&lot=B",
                "registry/lot?lot=A&gtn=" + ROMAINE,
                "registry/expiring?within=-1",
                "registry/expiring?at=Nowhere",
                "registry/pick?gtin=1&at=Depot",
                "registry/reconcile",
                "registry/reconcile?gtin=",
                "registry/reconcile?since=yesterday",
                "registry/signals?days=0",
                "registry/readings",
                "registry/readings?sscc=",
                "registry/readings?lot=A&logger=B",
                "registry/recall",
                "registry/recall?supplier=Farm",
                "registry/recall?lot=A&gtin=1",
                "registry/recall?plant=Depot&from=2026-03-01",
                "registry/recall?plant=Depot&from=yesterday&to=2026-03-01",
                "registry/recall?plant=Depot&from=2026-03-02&to=2026-03-01",
                "registry/recalls?all=maybe",
                "registry/recalls/1?all=true",
                "compliance/check?gtin=" + ROMAINE,
                "compliance/check?lot=A&product=" + ROMAINE,
                "compliance/check?from=2026-03-02&to=2026-03-01",
                "compliance/check?format=csv",
                "compliance/sheet?format=pdf",
                "compliance/requests?lot=A")) {
            assertRefused(question, 400);
        }
    }

    @Test
    void onlyATokenThatMayAskIsAnswered() throws Exception {
        for (String question : List.of("registry/lot?lot=A%2F1", "registry/recalls/1", "compliance/sheet")) {
            assertThat(ask(question, SENDS).statusCode()).as(question).isEqualTo(403);
        }
        assertThat(ask("registry/lot?lot=A%2F1", "token-of-nobody").statusCode())
                .isEqualTo(401);
        assertThat(send(HttpRequest.newBuilder(gateway.path("/api/v1/registry/lot"))
                                .header("Authorization", "Bearer " + ASKS)
                                .POST(HttpRequest.BodyPublishers.noBody()))
                        .statusCode())
                .isEqualTo(405);
    }

    private static void assertRefused(String question, int status) throws Exception {
        HttpResponse<String> answer = ask(question, ASKS);
        assertThat(answer.statusCode()).as(question).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        JsonNode problem = MAPPER.readTree(answer.body());
        assertThat(problem.path("status").asInt()).isEqualTo(status);
        assertThat(problem.path("detail").asText()).isNotEmpty();
    }

    private static String detail(String question) throws Exception {
        return MAPPER.readTree(ask(question, ASKS).body()).path("detail").asText();
    }

    @Test
    void aProgramAsksWithAKeyUntilItIsEnded() throws Exception {
        Ledger ledger = new Ledger(gateway.database().unpooled(), Clock.systemUTC());
        Issued<ApiKey> viewer = key(ledger, Grant.of(Role.VIEWER));
        Issued<ApiKey> partner = key(ledger, Grant.ofPartner("planning"));
        String question = "registry/lot?lot=A%2F1";

        assertThat(ask(question, viewer.secret()).body())
                .isEqualTo(ask(question, ASKS).body());
        assertThat(ask(question, partner.secret()).statusCode()).isEqualTo(403);
        assertThat(ask(question, viewer.secret() + "x").statusCode()).isEqualTo(401);
        ledger.useTransaction(tx -> new ApiKeys(tx).end(viewer.to().id(), Asker.ofCommand("test"), ""));
        assertThat(ask(question, viewer.secret()).statusCode()).isEqualTo(401);
    }

    private static Issued<ApiKey> key(Ledger ledger, Grant grant) {
        LocalDate tomorrow = LocalDate.now(ZoneOffset.UTC).plusDays(1);
        Change<Issued<ApiKey>> made = ledger.inTransaction(
                tx -> new ApiKeys(tx).make(new NewKey("test", grant, tomorrow), Asker.ofCommand("test"), ""));
        return ((Change.Done<Issued<ApiKey>>) made).now();
    }

    private static HttpResponse<String> ask(String question, String token) throws Exception {
        return send(request(question, token));
    }

    private static HttpRequest.Builder request(String question, String token) {
        return HttpRequest.newBuilder(gateway.path("/api/v1/" + question))
                .header("Authorization", "Bearer " + token)
                .GET();
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
    }
}
