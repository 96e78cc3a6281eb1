package io.lotwire.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.lotwire.access.Accounts;
import io.lotwire.access.Asker;
import io.lotwire.access.Change;
import io.lotwire.access.Grant;
import io.lotwire.access.Issued;
import io.lotwire.access.NewAccount;
import io.lotwire.access.OwnPassword;
import io.lotwire.access.Role;
import io.lotwire.access.Session;
import io.lotwire.access.SignIn;
import io.lotwire.ledger.Ledger;
import io.lotwire.web.Route;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every address of the console is asked for by everybody, and answers those alone who may. */
class WhoMayIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String PASSWORD = "nine quiet harbours in fog";
    private static final String NOBODY = "nobody";
    private static final String OTHER_PARTNER = "other partner";

    /** They end the session that the next question needs, or begin one. */
    private static final Set<String> OF_SESSIONS = Set.of("/login", "/logout", "/account/end-sessions");

    @TempDir
    private static Path folder;

    private static GatewayUnderTest gateway;
    private static Ledger ledger;
    private static final Map<String, Who> EVERYBODY = new TreeMap<>();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static long file;

    /**
     * Somebody who asks.
     *
     * @param words what they may
     * @param cookie their session; {@code ""} for nobody's
     */
    private record Who(Set<String> words, String cookie) {}

    @BeforeAll
    static void startWithOneOfEachRole() throws Exception {
        FolderFarm farm = FolderFarm.in(folder, "hill-farm", "HILLSIDE001");
        Path partners = Files.createDirectories(folder.resolve("partners"));
        Files.writeString(partners.resolve("northgate.yaml"), """
                name: northgate
                title: Northgate
                self: true
                identity:
                  gln: "9506000110004"
                  x12: { qualifier: ZZ, id: NORTHGATE }
                """);
        Files.writeString(partners.resolve("hill-farm.yaml"), farm.profile(""));
        Files.writeString(partners.resolve("coast-market.yaml"), """
                name: coast-market
                title: Coast Market
                identity: { gln: "9506000130002" }
                wires:
                  folder:
                    dropOff: { directory: %s }
                subscriptions:
                  - name: lots
                    when: { document: "856" }
                    send: { format: lot-csv }
                    over: folder
                    fileName: lots-${delivery}.csv
                """.formatted(
                        Files.createDirectories(folder.resolve("market"))));
        gateway = GatewayUnderTest.start(folder.resolve("who-may"), Map.of("LOTWIRE_PARTNERS", partners.toString()));
        ledger = new Ledger(gateway.database().unpooled(), Clock.systemUTC());
        farm.put("notice.edi", farm.notice(1));
        LedgerView view = new LedgerView(gateway.database());
        await("the notice")
                .atMost(PATIENCE)
                .until(() -> view.count("select count(*) from inbox where state = 'TRANSLATED'") == 1);
        file = view.count("select id from inbox");
        EVERYBODY.put(NOBODY, new Who(Set.of(), ""));
        for (Role role : Role.values()) {
            Grant grant = role == Role.PARTNER ? Grant.ofPartner("hill-farm") : Grant.of(role);
            EVERYBODY.put(role.word(), signedIn(role.word(), grant));
        }
        EVERYBODY.put("viewer with bytes", signedIn("auditor", new Grant(Role.VIEWER, "", true)));
        EVERYBODY.put(OTHER_PARTNER, signedIn("stranger", Grant.ofPartner("valley-farm")));
        EVERYBODY.put(
                "must choose",
                new Who(
                        Set.of("chooses-password"),
                        given("novice", Grant.of(Role.ADMINISTRATOR)).secret()));
    }

    private static Who signedIn(String name, Grant grant) {
        Issued<Session> first = given(name, grant);
        OwnPassword.Outcome changed =
                new OwnPassword(ledger).change(first.to(), passwords.get(name), PASSWORD + name, "127.0.0.1");
        Set<String> words = grant.role().andBelow().stream().map(Role::word).collect(Collectors.toSet());
        if (grant.payloads()) {
            words.add("payloads");
        }
        return new Who(words, ((OwnPassword.Outcome.Changed) changed).session().secret());
    }

    private static final Map<String, String> passwords = new TreeMap<>();

    private static Issued<Session> given(String name, Grant grant) {
        var made = (Change.Done<Issued<io.lotwire.access.Account>>) ledger.inTransaction(
                tx -> new Accounts(tx).make(new NewAccount(name, name, grant), Asker.ofCommand("test"), ""));
        passwords.put(name, made.now().secret());
        return ((SignIn.Outcome.In) new SignIn(ledger).with(name, made.now().secret(), "127.0.0.1", "test")).session();
    }

    @AfterAll
    static void stop() throws Exception {
        Ending.all(gateway);
    }

    @Test
    void whoMayNotIsRefusedAndWhoMayIsNot() throws Exception {
        List<String> wrong = new ArrayList<>();
        for (Route route : Route.all()) {
            for (Map.Entry<String, Who> each : EVERYBODY.entrySet()) {
                Who who = each.getValue();
                if (OF_SESSIONS.contains(route.path())) {
                    continue;
                }
                int status = ask(route, who, true).statusCode();
                boolean refused = status == 403 || status == 401 || isLedAway(route, who);
                if (refused == route.isOpenTo(who.words())) {
                    wrong.add(each.getKey() + " asks " + route.verb() + " " + route.path() + ": " + status);
                }
                if (status >= 500) {
                    wrong.add(each.getKey() + " breaks " + route.verb() + " " + route.path() + ": " + status);
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    /** To where one signs in, or chooses a password. */
    private static boolean isLedAway(Route route, Who who) throws Exception {
        HttpResponse<String> answer = ask(route, who, true);
        String to = answer.headers()
                .firstValue("Location")
                .map(URI::create)
                .map(URI::getPath)
                .orElse("");
        return answer.statusCode() == 303
                && (to.equals("/login") || to.equals("/account/password"))
                && !route.path().equals("/login");
    }

    @Test
    void nothingIsChangedByAFormThatIsNotOurs() throws Exception {
        Who administrator = EVERYBODY.get("administrator");
        for (Route route : Route.all()) {
            if (route.verb().equals("POST")) {
                assertThat(ask(route, administrator, false).statusCode())
                        .as(route.path() + " without an origin")
                        .isEqualTo(403);
                assertThat(send(request(route, administrator).header("Origin", "https://elsewhere.example"))
                                .statusCode())
                        .as(route.path() + " from elsewhere")
                        .isEqualTo(403);
            }
        }
    }

    @Test
    void aPartnerSeesNothingOfAnother() throws Exception {
        for (Route route : Route.all()) {
            if (route.verb().equals("GET")
                    && route.isOpenTo(EVERYBODY.get(OTHER_PARTNER).words())) {
                assertThat(ask(route, EVERYBODY.get(OTHER_PARTNER), true).body())
                        .as(route.path())
                        .doesNotContain("hill-farm")
                        .doesNotContain("notice.edi");
            }
        }
        assertThat(ask(new Route("GET", "/files/{id}", Set.of()), EVERYBODY.get(OTHER_PARTNER), true)
                        .statusCode())
                .isEqualTo(404);
        assertThat(ask(new Route("GET", "/files/{id}", Set.of()), EVERYBODY.get("partner"), true)
                        .body())
                .contains("notice.edi")
                .doesNotContain("coast-market");
        assertThat(ask(new Route("GET", "/files/{id}", Set.of()), EVERYBODY.get("viewer"), true)
                        .body())
                .contains("coast-market");
    }

    @Test
    void whatPagesTellBrowsersHoldsOnEachOfThem() throws Exception {
        for (Route route : Route.all()) {
            if (route.verb().equals("GET")) {
                HttpResponse<String> answer = ask(route, EVERYBODY.get("administrator"), true);
                assertThat(answer.headers()
                                .firstValue("Content-Security-Policy")
                                .orElse(""))
                        .as(route.path())
                        .contains("default-src 'none'")
                        .doesNotContain("unsafe");
                assertThat(answer.headers().firstValue("X-Content-Type-Options"))
                        .as(route.path())
                        .contains("nosniff");
            }
        }
    }

    private static HttpResponse<String> ask(Route route, Who who, boolean fromUs) throws Exception {
        HttpRequest.Builder request = request(route, who);
        return send(
                fromUs ? request.header("Origin", gateway.path("/").toString().replaceAll("/$", "")) : request);
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    private static HttpRequest.Builder request(Route route, Who who) {
        String path = route.path()
                .replace("{code}", "nothing")
                .replace("{sscc}", "106141412345678908")
                .replace("{name}", route.path().startsWith("/partners") ? "hill-farm" : "nothing")
                .replace("{id}", route.path().startsWith("/parked") ? "file-" + file : Long.toString(file));
        assertThat(path).as("a path whose variable has no value here").doesNotContain("{");
        HttpRequest.Builder request = HttpRequest.newBuilder(gateway.path(path));
        if (!who.cookie().isEmpty()) {
            request.header("Cookie", "lotwire=" + who.cookie());
        }
        return route.verb().equals("GET")
                ? request.GET()
                : request.header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(""));
    }
}
