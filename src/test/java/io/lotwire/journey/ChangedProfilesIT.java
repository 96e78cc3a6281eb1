package io.lotwire.journey;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.lotwire.as2.OutgoingMessage;
import io.lotwire.as2.Sent;
import io.lotwire.ledger.Delivery;
import io.lotwire.ledger.DeliveryState;
import io.lotwire.ledger.InboxRow;
import io.lotwire.ledger.InboxState;
import jakarta.jms.BytesMessage;
import jakarta.jms.JMSConsumer;
import jakarta.jms.JMSContext;
import jakarta.jms.Message;
import jakarta.jms.TextMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Profiles and mappings are picked up while the gateway runs; a wrong one changes nothing but what is said of it. */
class ChangedProfilesIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final long WAIT_MILLISECONDS = 60_000;

    @TempDir
    private static Path folder;

    private static Path profiles;
    private static Path mappings;
    private static Partners partners;
    private static GatewayUnderTest gateway;
    private static LedgerView ledger;
    private static int saidBefore;

    @BeforeAll
    static void start() throws Exception {
        Path data = folder.resolve("changed-profiles");
        partners = Partners.start(data);
        profiles = Path.of(ProfilesUnderTest.copy(folder.resolve("partners"))
                .change("harbor-3pl", "poll: { every: 2s }", "poll: { cron: \"0 0 1 1 *\" }")
                .folder());
        Files.writeString(profiles.resolve("never-good.yaml"), "name: never-good\ntitel: Never Good\nidentity: {}\n");
        mappings = MappingsUnderTest.copy(folder.resolve("mappings"));
        Map<String, String> environment = new HashMap<>(partners.environment());
        environment.put("LOTWIRE_PARTNERS", profiles.toString());
        environment.put("LOTWIRE_MAPPINGS", mappings.toString());
        environment.put("LOTWIRE_WATCH_SECONDS", "1");
        gateway = GatewayUnderTest.start(data, environment);
        ledger = new LedgerView(gateway.database());
    }

    @AfterAll
    static void stop() throws Exception {
        Ending.all(gateway, partners);
    }

    @Test
    void anAgreementChangesStaysWhileItsFileIsWrongAndChangesAgainWhenItIsMended() throws Exception {
        assertThat(answerTo(1)).isEqualTo("997");

        change(profiles.resolve("green-valley-farm.yaml"), "with: \"997\"", "with: \"999\"");
        said("profile green-valley-farm changed");
        assertThat(answerTo(2)).isEqualTo("999");

        change(profiles.resolve("green-valley-farm.yaml"), "with: \"999\"", "wiht: \"997\"");
        said("The profile green-valley-farm is wrong. Version ");
        assertThat(gateway.log()).contains("green-valley-farm.yaml:25: error KEY_UNKNOWN: The key 'wiht'");
        assertThat(gateway.get("/q/health/ready")).contains("\"profile green-valley-farm\"", "stays in force");
        assertThat(gateway.get("/q/metrics"))
                .contains("lotwire_profiles{state=\"last-good\"} 1.0", "lotwire_profiles{state=\"left-out\"} 1.0");
        assertThat(answerTo(3)).isEqualTo("999");

        change(profiles.resolve("green-valley-farm.yaml"), "wiht: \"997\"", "with: \"997\"");
        await("the answer is a 997 again").atMost(PATIENCE).until(() -> !gateway.get("/q/health/ready")
                .contains("\"profile green-valley-farm\""));
        assertThat(answerTo(4)).isEqualTo("997");
        assertThat(ledger.count(
                        "select count(distinct profile_version) from inbox where partner = 'green-valley-farm'"))
                .as("editions that judged")
                .isEqualTo(2);
        assertThat(ledger.count("select count(*) from inbox i left join definition d on d.kind = 'PROFILE'"
                        + " and d.name = i.partner and d.version = i.profile_version where d.text is null"))
                .as("rows without the text of their profile")
                .isZero();
        assertThat(ledger.count("select count(*) from transaction_set s left join definition d on d.kind = 'MAPPING'"
                        + " and d.name = s.mapping_name and d.version = s.mapping_version"
                        + " where d.text is null or d.text not like '%mapping: ' || s.mapping_name || '%'"))
                .as("sets without the text of their mapping")
                .isZero();
    }

    @Test
    void aProfileThatIsWrongAtTheStartIsLeftOutLoudlyUntilItIsMended() throws Exception {
        assertThat(gateway.log())
                .contains(
                        "never-good.yaml:2: error KEY_UNKNOWN: The key 'titel'",
                        "The profile never-good is wrong. Nothing is exchanged with them");
        assertThat(gateway.get("/q/health/ready")).contains("\"profile never-good\"", "\"status\": \"UP\"");
    }

    @Test
    void aNewPartnerIsServedAndOneThatIsGoneIsNot() throws Exception {
        Path profile = profiles.resolve("new-grower.yaml");
        write(profile, """
                name: new-grower
                title: New Grower
                identity: { gln: "9506000150000", x12: { qualifier: ZZ, id: NEWGROWER } }
                wires:
                  jms: { send: { queue: grower.answers }, receive: { queue: grower.notices } }
                receives:
                  - document: "856"
                    mapping: x12/856
                    acknowledge: { with: "997", over: jms }
                """);
        said("profile new-grower new");
        byte[] notice = new String(Partners.documents(21).shipNotice(), US_ASCII)
                .replace("GREENVALLEY    ", "NEWGROWER      ")
                .getBytes(US_ASCII);
        try (JMSContext jms = connect()) {
            BytesMessage message = jms.createBytesMessage();
            message.writeBytes(notice);
            jms.createProducer().send(jms.createQueue("grower.notices"), message);
            Message answer =
                    jms.createConsumer(jms.createQueue("grower.answers")).receive(WAIT_MILLISECONDS);
            assertThat(answer.getJMSType()).isEqualTo("997");
        }

        delete(profile);
        said("profile new-grower gone");
        try (JMSContext jms = connect()) {
            BytesMessage message = jms.createBytesMessage();
            message.writeBytes(notice);
            jms.createProducer().send(jms.createQueue("grower.notices"), message);
            await("nobody takes it")
                    .during(Duration.ofSeconds(3))
                    .atMost(PATIENCE)
                    .until(() -> jms.createBrowser(jms.createQueue("grower.notices"))
                            .getEnumeration()
                            .hasMoreElements());
        }
    }

    @Test
    void aPartnerWhoLeavesIsRefusedOverAs2AndWelcomeWhenTheyAreBack() throws Exception {
        Path profile = profiles.resolve("fairway-markets.yaml");
        String text = Files.readString(profile);
        delete(profile);
        said("profile fairway-markets gone");
        OutgoingMessage message =
                partners.message(partners.retailer(), Partners.documents(31).shipNotice());
        assertThat(partners.retailer().send(message, gateway.as2())).isInstanceOf(Sent.NotConfirmed.class);

        write(profile, text);
        said("profile fairway-markets new");
        assertThat(partners.retailer().send(message, gateway.as2())).isInstanceOf(Sent.Confirmed.class);
    }

    @Test
    void whatWaitsForAPartnerWhoLeftIsSentWhenTheyAreBackAndHeapsUpNowhere() throws Exception {
        Path profile = profiles.resolve("northgate-erp.yaml");
        String text = Files.readString(profile);
        OutgoingMessage message =
                partners.message(partners.farm(), Partners.documents(35).shipNotice());
        assertThat(partners.farm().send(message, gateway.as2())).isInstanceOf(Sent.Confirmed.class);
        Delivery toErp = ledger.delivered(ledger.done(message.messageId())).stream()
                .filter(delivery -> delivery.partner().equals("northgate-erp"))
                .findFirst()
                .orElseThrow();
        delete(profile);
        said("profile northgate-erp gone");

        // As if the broker's word had not come before they left.
        ledger.ask(handle -> handle.execute(
                "update delivery set state = 'WRITTEN', confirmation = '', next_attempt_at = now() where id = ?",
                toErp.id()));

        try (JMSContext jms = connect()) {
            await("several sweeps post nothing to nobody")
                    .during(Duration.ofSeconds(5))
                    .atMost(PATIENCE)
                    .until(() -> !jms.createBrowser(jms.createQueue("lotwire.deliver.northgate-erp.jms"))
                            .getEnumeration()
                            .hasMoreElements());
        }
        write(profile, text);
        said("profile northgate-erp new");
        ledger.delivery(toErp.id(), DeliveryState.CONFIRMED);
    }

    @Test
    void topicsServeLikeQueuesAndTheLogTellsWhereTheBrokerKeepsWhatComesForAPartnerWhoLeft() throws Exception {
        Path profile = profiles.resolve("topic-grower.yaml");
        write(profile, """
                name: topic-grower
                title: Topic Grower
                identity: { gln: "9506000150000", x12: { qualifier: ZZ, id: TOPICGROWER } }
                wires:
                  jms: { send: { topic: grower.news }, receive: { topic: grower.topic } }
                receives:
                  - { document: "856", mapping: x12/856, acknowledge: { with: "997", over: jms } }
                """);
        said("profile topic-grower new");
        try (JMSContext jms = connect()) {
            JMSConsumer news = jms.createConsumer(jms.createTopic("grower.news"));
            TextMessage notice =
                    jms.createTextMessage(new String(Partners.documents(36).shipNotice(), US_ASCII)
                            .replace("GREENVALLEY    ", "TOPICGROWER    "));
            jms.createProducer().send(jms.createTopic("grower.topic"), notice);
            Message answer = news.receive(WAIT_MILLISECONDS);
            assertThat(answer.getJMSType()).isEqualTo("997");
            assertThat(answer.getJMSCorrelationID()).isEqualTo(notice.getJMSMessageID());
        }

        delete(profile);

        said("the topic grower.topic for topic-grower any more");
        Matcher queue = Pattern.compile("the broker keeps it in the queue '([^']+)'")
                .matcher(gateway.log().substring(saidBefore));
        assertThat(queue.find()).isTrue();
        try (JMSContext jms = connect()) {
            jms.createProducer().send(jms.createTopic("grower.topic"), "kept");
            assertThat(jms.createBrowser(jms.createQueue("grower.topic::" + queue.group(1)))
                            .getEnumeration()
                            .hasMoreElements())
                    .as("what the broker keeps, by the name in the log")
                    .isTrue();
        }
    }

    @Test
    void aDirectoryIsPolledByItsNewSchedule() throws Exception {
        partners.warehouse().drop("waiting.edi", Partners.documents(41).shippingAdvice());
        await("nobody looks before January")
                .during(Duration.ofSeconds(3))
                .atMost(PATIENCE)
                .until(() -> ledger.count("select count(*) from inbox where file_name = 'waiting.edi'") == 0);

        change(profiles.resolve("harbor-3pl.yaml"), "poll: { cron: \"0 0 1 1 *\" }", "poll: { every: 1s }");

        InboxRow row = ledger.doneFile("waiting.edi");
        assertThat(row.state()).isEqualTo(InboxState.TRANSLATED);
        assertThat(ledger.delivered(row)).isNotEmpty().allMatch(delivery -> !delivery.confirmation()
                .isEmpty());
    }

    @Test
    void aMappingThatBreaksStaysAsItWas() throws Exception {
        Path mapping = mappings.resolve("x12/945.yaml");
        change(mapping, "mapping: x12/945", "maping: x12/945");
        said("The key 'maping'");
        change(mapping, "maping: x12/945", "mapping: x12/945");
    }

    private static String answerTo(int number) throws Exception {
        OutgoingMessage message =
                partners.message(partners.farm(), Partners.documents(number).shipNotice());
        assertThat(partners.farm().send(message, gateway.as2())).isInstanceOf(Sent.Confirmed.class);
        InboxRow row = ledger.done(message.messageId());
        assertThat(row.state()).isEqualTo(InboxState.TRANSLATED);
        return ledger.deliveries(row).stream()
                .map(Delivery::format)
                .filter(format -> format.startsWith("99"))
                .findFirst()
                .orElse("none");
    }

    private static void change(Path file, String from, String to) throws IOException {
        String before = Files.readString(file);
        assertThat(before).contains(from);
        write(file, before.replace(from, to));
    }

    private static void write(Path file, String text) throws IOException {
        saidBefore = gateway.log().length();
        Files.writeString(file, text);
    }

    private static void delete(Path file) throws IOException {
        saidBefore = gateway.log().length();
        Files.delete(file);
    }

    /** Waits for words that the gateway says after the last change. */
    private static void said(String words) {
        await("the gateway says '" + words + "'")
                .atMost(PATIENCE)
                .until(() -> gateway.log().substring(saidBefore).contains(words));
    }

    private static JMSContext connect() throws IOException {
        return new ActiveMQConnectionFactory(
                        gateway.broker().url(),
                        gateway.broker().user(),
                        gateway.broker().password())
                .createContext();
    }
}
