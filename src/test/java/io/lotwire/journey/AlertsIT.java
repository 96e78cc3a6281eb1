package io.lotwire.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.lotwire.ledger.DeliveryState;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Of a doubt about a lot a program is told by a real webhook, and a person next, once each, whatever is killed. */
class AlertsIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private static Path folder;

    private static GreenMail post;
    private static WebhookServer program;
    private static Partners partners;
    private static Map<String, String> environment;
    private static GatewayUnderTest gateway;
    private static LedgerView ledger;

    @BeforeAll
    static void start() throws Exception {
        Path data = folder.resolve("alerts");
        post = new GreenMail(new ServerSetup[] {new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP)});
        post.start();
        program = WebhookServer.start();
        partners = Partners.start(data);
        environment = new HashMap<>(partners.environment());
        environment.put("PROGRAM_SECRET", WebhookServer.secret());
        environment.put(
                "LOTWIRE_PARTNERS",
                ProfilesUnderTest.copy(folder.resolve("partners"))
                        .put("quality-program", """
                                name: quality-program
                                title: Quality program
                                identity: {}
                                wires:
                                  webhook: { url: "%s", secret: "${PROGRAM_SECRET}", deadline: 20s }
                                """.formatted(program.url()))
                        .put("quality-desk", """
                                name: quality-desk
                                title: Quality desk
                                identity: {}
                                wires:
                                  mail:
                                    host: 127.0.0.1
                                    port: %d
                                    security: none
                                    from: lots@northgate.example
                                    to: [quality@northgate.example]
                                """.formatted(post.getSmtp().getPort()))
                        .add("harbor-3pl", "checks: { LOT_UNKNOWN: warn }\n")
                        .add("northgate-distribution", """
                                alerts:
                                  - name: unknown-lots
                                    of: [LOT_UNKNOWN]
                                    tell:
                                      - { partner: quality-program, over: webhook }
                                      - { partner: quality-desk, over: mail, as: text, after: 4s }
                                """)
                        .folder());
        gateway = GatewayUnderTest.start(data, environment);
        ledger = new LedgerView(gateway.database());
    }

    @AfterAll
    static void stop() throws Exception {
        Ending.all(gateway, partners, program, () -> post.stop());
    }

    @Test
    void aDoubtIsPostedUntilItIsTakenAndAPersonIsToldWhenNobodyTookIt() throws Exception {
        program.answer(503, "3");

        long alert = unknownLots(91);

        await("it is posted twice").atMost(PATIENCE).until(() -> posts(alert).size() == 2);
        List<WebhookServer.Post> posts = posts(alert);
        assertThat(posts).allMatch(post -> post.contentType().equals("application/json"));
        assertThat(posts.get(0).isSigned()).isTrue();
        assertThat(posts.get(1).isSigned()).isTrue();
        assertThat(posts.get(1).id()).isEqualTo(posts.get(0).id());
        assertThat(posts.get(1).body()).isEqualTo(posts.get(0).body());
        assertThat(Long.parseLong(posts.get(1).timestamp())
                        - Long.parseLong(posts.get(0).timestamp()))
                .as("Retry-After was waited for")
                .isGreaterThanOrEqualTo(3);
        JsonNode data = JSON.readTree(posts.get(0).body()).at("/data");
        assertThat(data.at("/document/partner").asText()).isEqualTo("harbor-3pl");
        assertThat(data.at("/doubts"))
                .isNotEmpty()
                .allMatch(doubt -> doubt.at("/code").asText().equals("LOT_UNKNOWN"));
        await("the desk is told").atMost(PATIENCE).until(() -> told(alert) == 1);
        assertThat(ledger.count(
                        "select count(*) from alert_step where delivery_id is not null and alert_id = " + alert))
                .isEqualTo(2);
        assertThat(ledger.delivery(delivery(alert, 1), DeliveryState.CONFIRMED)
                        .confirmation()
                        .orElseThrow()
                        .words())
                .isEqualTo("webhook taken: HTTP 204");
    }

    @Test
    void aGatewayThatIsKilledBeforeTheAnswerPostsTheSameOnceMore() throws Exception {
        program.answer(0, "");

        long alert = unknownLots(92);
        await("it is posted").atMost(PATIENCE).until(() -> posts(alert).size() == 1);
        gateway.kill();
        gateway = GatewayUnderTest.start(gateway.data(), environment);
        ledger = new LedgerView(gateway.database());

        ledger.delivery(delivery(alert, 1), DeliveryState.CONFIRMED);
        List<WebhookServer.Post> posts = posts(alert);
        assertThat(posts)
                .extracting(WebhookServer.Post::id)
                .containsOnly(posts.get(0).id());
        assertThat(posts)
                .extracting(WebhookServer.Post::body)
                .containsOnly(posts.get(0).body());
        assertThat(posts).hasSize(2);
        await("the desk is told").atMost(PATIENCE).until(() -> told(alert) == 1);
    }

    @Test
    void somebodyTakesAnAlertAndClosesItAndAnAddressThatIsGoneParksItsDelivery() throws Exception {
        program.answer(410, "");

        long alert = unknownLots(93);
        Launcher launcher = new Launcher(gateway.data());
        assertThat(launcher.run(environment, "alerts", "take", Long.toString(alert), "--by", "ada")
                        .text())
                .contains("Alert " + alert + " is taken by ada: nobody else is told.");

        assertThat(ledger.delivery(delivery(alert, 1), DeliveryState.PARKED)
                        .cause()
                        .orElseThrow()
                        .code()
                        .name())
                .isEqualTo("ADDRESS_GONE");
        assertThat(launcher.run(environment, "alerts", "list").text())
                .contains(alert + "  taken  ", "LOT_UNKNOWN in 945 ");
        assertThat(launcher.run(environment, "alerts", "show", Long.toString(alert))
                        .text())
                .contains("tell quality-program over webhook as json: delivery ", "taken by ada");
        assertThat(launcher.run(environment, "alerts", "close", Long.toString(alert), "--by", "ada", "--note", "sorted")
                        .exitCode())
                .isZero();
    }

    /** What was posted of an alert. */
    private static List<WebhookServer.Post> posts(long alert) throws IOException {
        List<WebhookServer.Post> posts = new ArrayList<>();
        for (WebhookServer.Post each : program.posts()) {
            if (JSON.readTree(each.body()).at("/data/alert").asLong() == alert) {
                posts.add(each);
            }
        }
        return posts;
    }

    /** The warehouse ships lots of which nobody told before, in two documents of one file; answers the alert of the first. */
    private static long unknownLots(int number) throws Exception {
        String name = "unknown-" + number + ".edi";
        partners.warehouse().drop(name, Partners.documents(number).shippingAdvice());
        long inbox = ledger.doneFile(name).id();
        List<Long> alerts = ledger.ask(handle -> handle.createQuery(
                        "select a.id from alert a join transaction_set s on s.id = a.set_id where s.inbox_id = :inbox"
                                + " order by a.id")
                .bind("inbox", inbox)
                .mapTo(Long.class)
                .list());
        assertThat(alerts).as("one for each document").hasSize(2);
        return alerts.get(0);
    }

    private static long delivery(long alert, int ordinal) {
        return await("step " + ordinal + " of alert " + alert)
                .atMost(PATIENCE)
                .until(
                        () -> ledger.count("select coalesce(max(delivery_id), 0) from alert_step where alert_id = "
                                + alert + " and ordinal = " + ordinal),
                        id -> id > 0);
    }

    private static long told(long alert) throws MessagingException {
        long told = 0;
        for (MimeMessage each : post.getReceivedMessages()) {
            told += each.getSubject().startsWith("Lot alert " + alert + ": LOT_UNKNOWN in 945 ") ? 1 : 0;
        }
        return told;
    }
}
