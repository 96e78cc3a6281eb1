package io.lotwire.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.lotwire.digest.Sha256;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Programs ask the registry over HTTP, and hear what the commands print. */
class QuestionsIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String ASKS = "token-of-a-program-of-ours";
    private static final String SENDS = "token-of-a-partner";
    private static final String ROMAINE = "10614141000019";
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
                .until(() -> ask("lot?lot=A%2F1", ASKS).statusCode() == 200);
    }

    @AfterAll
    static void stop() throws Exception {
        Ending.all(gateway);
    }

    @Test
    void whatAProgramHearsIsWhatTheCommandPrints() throws Exception {
        for (Map.Entry<String, List<String>> each : Map.of(
                        "trace?lot=A%2F1&direction=forward",
                        List.of("trace", "A/1", "--direction", "forward", "--json"),
                        "trace?document=R-1",
                        List.of("trace", "--document", "R-1", "--json"),
                        "trace?from=2026-03-01&to=2026-03-05&gtin=" + ROMAINE,
                        List.of("trace", "--from", "2026-03-01", "--to", "2026-03-05", "--gtin", ROMAINE, "--json"),
                        "lot?lot=A%2F1",
                        List.of("registry", "show", "A/1", "--json"),
                        "expiring?at=Depot&within=3650",
                        List.of("expiring", "--at", "Depot", "--within", "3650", "--json"),
                        "pick?gtin=" + ROMAINE + "&at=9506000182018&quantity=10",
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
                        "reconcile?gtin=" + ROMAINE,
                        List.of("reconcile", "--gtin", ROMAINE, "--json"),
                        "signals?days=30",
                        List.of("signals", "--days", "30", "--json"))
                .entrySet()) {
            HttpResponse<String> answer = ask(each.getKey(), ASKS);
            assertThat(answer.statusCode()).as(each.getKey()).isEqualTo(200);
            assertThat(answer.headers().firstValue("Content-Type")).contains("application/json");
            assertThat(MAPPER.readTree(answer.body()))
                    .as(each.getKey())
                    .isEqualTo(MAPPER.readTree(
                            launcher.run(environment, each.getValue().toArray(String[]::new))
                                    .text()));
        }
    }

    @Test
    void whatIsNotKnownIsSaid() throws Exception {
        for (String question : List.of(
                "lot?lot=Z9", "trace?lot=Z9", "reconcile?lot=Z9", "readings?lot=Z9", "readings?lot=A%2F1", "weather")) {
            assertRefused(question, 404);
        }
        assertThat(detail("weather"))
                .isEqualTo(
                        "There is no such question: there are expiring, lot, pick, readings, reconcile, signals, trace.");
    }

    @Test
    void allThatIsWrongWithAQuestionIsTold() throws Exception {
        assertThat(detail("trace?lot=A&sscc=1&direction=up&days=3"))
                .contains("There is no parameter 'days'.")
                .contains("'direction' is 'up', but must be one of backward, both, forward.")
                .contains("'sscc' is '1', but must be an SSCC: 18 digits.");
        for (String question : List.of(
                "trace",
                "trace?lot=A&document=B",
                "trace?from=2026-03-01",
                "trace?lot=A%2F1&to=2026-03-05",
                "lot",
                "lot?lot=A&lot=B",
                "lot?lot=A&gtn=" + ROMAINE,
                "expiring?within=-1",
                "expiring?at=Nowhere",
                "pick?gtin=1&at=Depot",
                "reconcile",
                "reconcile?gtin=",
                "reconcile?since=yesterday",
                "signals?days=0",
                "readings",
                "readings?sscc=",
                "readings?lot=A&logger=B")) {
            assertRefused(question, 400);
        }
    }

    @Test
    void onlyATokenThatMayAskIsAnswered() throws Exception {
        assertThat(ask("lot?lot=A%2F1", SENDS).statusCode()).isEqualTo(403);
        assertThat(ask("lot?lot=A%2F1", "token-of-nobody").statusCode()).isEqualTo(401);
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

    private static HttpResponse<String> ask(String question, String token) throws Exception {
        return send(HttpRequest.newBuilder(gateway.path("/api/v1/registry/" + question))
                .header("Authorization", "Bearer " + token)
                .GET());
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
    }
}
