package io.lotwire.journey;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.lotwire.as2.OutgoingMessage;
import io.lotwire.as2.Sent;
import io.lotwire.ledger.Confirmation;
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
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.apache.sshd.common.SshException;
import org.apache.sshd.sftp.client.SftpClient;
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
    private static ChangedFiles files;
    private static int mailboxPort;

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
        environment.put("LOTWIRE_WATCH_SECONDS", "0.2");
        mailboxPort = MailboxVisitor.freePort();
        environment.put("LOTWIRE_MAILBOX_PORT", Integer.toString(mailboxPort));
        gateway = GatewayUnderTest.start(data, environment);
        ledger = new LedgerView(gateway.database());
        files = new ChangedFiles(gateway);
    }

    @AfterAll
    static void stop() throws Exception {
        Ending.all(gateway, partners);
    }

    @Test
    void anAgreementChangesStaysWhileItsFileIsWrongAndChangesAgainWhenItIsMended() throws Exception {
        assertThat(answerTo(1)).isEqualTo("997");

        files.change(profiles.resolve("green-valley-farm.yaml"), "with: \"997\"", "with: \"999\"");
        files.said("profile green-valley-farm changed");
        assertThat(answerTo(2)).isEqualTo("999");

        files.change(profiles.resolve("green-valley-farm.yaml"), "with: \"999\"", "wiht: \"997\"");
        files.said("The profile green-valley-farm is wrong. Version ");
        assertThat(gateway.log()).contains("green-valley-farm.yaml:25: error KEY_UNKNOWN: The key 'wiht'");
        assertThat(gateway.get("/q/health/ready")).contains("\"profile green-valley-farm\"", "stays in force");
        assertThat(gateway.get("/q/metrics"))
                .contains("lotwire_profiles{state=\"last-good\"} 1.0", "lotwire_profiles{state=\"left-out\"} 1.0");
        assertThat(answerTo(3)).isEqualTo("999");

        files.change(profiles.resolve("green-valley-farm.yaml"), "wiht: \"997\"", "with: \"997\"");
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
        assertThat(
                        ledger.count(
                                "select count(*) from transaction_set s left join definition d on d.kind = 'MAPPING'"
                                        + " and d.name = s.mapping_name and d.version = s.mapping_version"
                                        + " where s.state <> 'REJECTED' and (d.text is null or d.text not like '%mapping: ' || s.mapping_name || '%')"))
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
        files.write(profile, """
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
        files.said("profile new-grower new");
        put("grower.notices", notice(21, "NEWGROWER"));
        try (JMSContext jms = connect()) {
            Message answer =
                    jms.createConsumer(jms.createQueue("grower.answers")).receive(WAIT_MILLISECONDS);
            assertThat(answer.getJMSType()).isEqualTo("997");
        }

        files.delete(profile);
        files.said("profile new-grower gone");
        put("grower.notices", notice(21, "NEWGROWER"));
        try (JMSContext jms = connect()) {
            await("nobody takes it")
                    .during(Duration.ofSeconds(1))
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
        files.delete(profile);
        files.said("profile fairway-markets gone");
        OutgoingMessage message =
                partners.message(partners.retailer(), Partners.documents(31).shipNotice());
        assertThat(partners.retailer().send(message, gateway.as2())).isInstanceOf(Sent.NotConfirmed.class);

        files.write(profile, text);
        files.said("profile fairway-markets new");
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
        files.delete(profile);
        files.said("profile northgate-erp gone");

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
        files.write(profile, text);
        files.said("profile northgate-erp new");
        ledger.delivery(toErp.id(), DeliveryState.CONFIRMED);
    }

    @Test
    void topicsServeLikeQueuesAndTheLogTellsWhereTheBrokerKeepsWhatComesForAPartnerWhoLeft() throws Exception {
        Path profile = profiles.resolve("topic-grower.yaml");
        files.write(profile, """
                name: topic-grower
                title: Topic Grower
                identity: { gln: "9506000150000", x12: { qualifier: ZZ, id: TOPICGROWER } }
                wires:
                  jms: { send: { topic: grower.news }, receive: { topic: grower.topic } }
                receives:
                  - { document: "856", mapping: x12/856, acknowledge: { with: "997", over: jms } }
                """);
        files.said("profile topic-grower new");
        try (JMSContext jms = connect()) {
            JMSConsumer news = jms.createConsumer(jms.createTopic("grower.news"));
            TextMessage notice = jms.createTextMessage(notice(36, "TOPICGROWER"));
            jms.createProducer().send(jms.createTopic("grower.topic"), notice);
            Message answer = news.receive(WAIT_MILLISECONDS);
            assertThat(answer.getJMSType()).isEqualTo("997");
            assertThat(answer.getJMSCorrelationID()).isEqualTo(notice.getJMSMessageID());
        }

        files.delete(profile);

        files.said("the topic grower.topic for topic-grower any more");
        Matcher queue =
                Pattern.compile("the broker keeps it in the queue '([^']+)'").matcher(files.saidSince());
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

        files.change(profiles.resolve("harbor-3pl.yaml"), "poll: { cron: \"0 0 1 1 *\" }", "poll: { every: 1s }");

        InboxRow row = ledger.doneFile("waiting.edi");
        assertThat(row.state()).isEqualTo(InboxState.TRANSLATED);
        assertThat(ledger.delivered(row)).isNotEmpty().allMatch(delivery -> !delivery.confirmation()
                .map(Confirmation::words)
                .orElse("")
                .isEmpty());
    }

    @Test
    void aMappingThatBreaksStaysAsItWas() throws Exception {
        Path mapping = mappings.resolve("x12/945.yaml");
        files.change(mapping, "mapping: x12/945", "maping: x12/945");
        files.said("The key 'maping'");
        files.change(mapping, "maping: x12/945", "mapping: x12/945");
    }

    @Test
    void aCodeTableThatChangesIsInForceForTheNextFileAndABrokenOneLeavesTheLastGoodOne() throws Exception {
        Path profile = profiles.resolve("table-grower.yaml");
        Path table = Files.createDirectory(profiles.resolve("table-grower")).resolve("items.csv");
        files.write(table, "vendor,gtin,buyer\nROM-12,10614141000019,NG-ONE\nSPI-24,10614141000026,NG-ONE\n");
        files.write(profile, """
                name: table-grower
                title: Table Grower
                identity: { gln: "9506000160009", x12: { qualifier: ZZ, id: TABLEGROWER } }
                wires:
                  jms: { receive: { queue: table.notices } }
                receives:
                  - { document: "856", mapping: x12/856 }
                tables:
                  items: { from: vendor, to: gtin }
                """);
        files.said("profile table-grower new");
        assertThat(ledger.events(taken("table.notices", notice(51, "TABLEGROWER"))))
                .contains("NG-ONE");

        files.change(table, "NG-ONE", "NG-TWO");
        files.said("profile table-grower changed");
        assertThat(ledger.events(taken("table.notices", notice(52, "TABLEGROWER"))))
                .contains("NG-TWO")
                .doesNotContain("NG-ONE");

        files.change(table, "SPI-24,10614141000026,NG-TWO", "ROM-12,10614141000020,NG-THREE");
        files.said("The profile table-grower is wrong. Version ");
        assertThat(files.saidSince()).contains("table-grower/items.csv:3: error ", "stays in force");
        assertThat(gateway.get("/q/health/ready")).contains("\"profile table-grower\"");
        assertThat(ledger.events(taken("table.notices", notice(53, "TABLEGROWER"))))
                .contains("NG-TWO")
                .doesNotContain("NG-THREE");

        files.change(table, "ROM-12,10614141000020,NG-THREE", "SPI-24,10614141000026,NG-FOUR");
        files.said("profile table-grower changed");
        assertThat(ledger.events(taken("table.notices", notice(54, "TABLEGROWER"))))
                .contains("NG-FOUR");
        files.delete(profile);
        files.said("profile table-grower gone");
    }

    @Test
    void aGuideThatChangesIsInForceForTheNextFileAndABrokenOneLeavesTheLastGoodOne() throws Exception {
        Path profile = profiles.resolve("guided-grower.yaml");
        Path guide = Files.createDirectory(profiles.resolve("guided-grower")).resolve("856.txt");
        files.write(guide, "require N1[ST]-04\n");
        files.write(profile, """
                name: guided-grower
                title: Guided Grower
                identity: { gln: "9506000180007", x12: { qualifier: ZZ, id: GUIDEDGROWER } }
                wires:
                  jms: { receive: { queue: guided.notices } }
                receives:
                  - { document: "856", mapping: x12/856, guide: guided-grower/856.txt, reject: [guide] }
                """);
        files.said("profile guided-grower new");
        assertThat(taken("guided.notices", notice(61, "GUIDEDGROWER")).state()).isEqualTo(InboxState.TRANSLATED);

        files.write(guide, "require N1[ST]-04\nnot-used HL[S]/REF\n");
        files.said("profile guided-grower changed");
        assertThat(ledger.account(taken("guided.notices", notice(62, "GUIDEDGROWER"))))
                .contains("856 0001 '' REJECTED", "(REF), byte 220: error SEGMENT_NOT_USED", "lot events: 0");

        files.write(guide, "not-usd HL[S]/REF\n");
        files.said("The profile guided-grower is wrong. Version ");
        assertThat(files.saidSince()).contains("guided-grower/856.txt:1: error ", "stays in force");
        assertThat(gateway.get("/q/health/ready")).contains("\"profile guided-grower\"");
        assertThat(ledger.account(taken("guided.notices", notice(63, "GUIDEDGROWER"))))
                .contains("856 0001 '' REJECTED", "(REF), byte 220: error SEGMENT_NOT_USED", "lot events: 0");

        files.write(guide, "require N1[ST]-04\n");
        files.said("profile guided-grower changed");
        assertThat(taken("guided.notices", notice(64, "GUIDEDGROWER")).state()).isEqualTo(InboxState.TRANSLATED);
        files.delete(profile);
        files.said("profile guided-grower gone");
    }

    @Test
    void theFirstPartnerWithAMailboxLogsInAndDeliversAndOneWhoIsGoneIsPutOutAndNotLetIn() throws Exception {
        Path profile = profiles.resolve("box-grower.yaml");
        try (MailboxVisitor visitor = MailboxVisitor.withKey(folder.resolve("box-grower.pub"))) {
            files.write(profile, """
                    name: box-grower
                    title: Box Grower
                    identity: { gln: "9506000170008", x12: { qualifier: ZZ, id: BOXGROWER } }
                    wires:
                      sftp: { mailbox: { authorizedKeys: ["%s"] } }
                    receives:
                      - { document: "856", mapping: x12/856, acknowledge: { with: "997", over: sftp } }
                    """.formatted(visitor.publicKey()));
            files.said("profile box-grower new");
            try (SftpClient sftp = visitor.logIn("box-grower", mailboxPort)) {
                try (OutputStream out = sftp.write("/inbox/box-notice.edi")) {
                    out.write(notice(71, "BOXGROWER").getBytes(US_ASCII));
                }
                InboxRow row = ledger.doneFile("box-notice.edi");
                assertThat(row.state()).isEqualTo(InboxState.TRANSLATED);
                assertThat(ledger.delivered(row))
                        .filteredOn(delivery -> delivery.partner().equals("box-grower"))
                        .singleElement()
                        .satisfies(answer -> assertThat(answer.confirmation()
                                        .map(Confirmation::words)
                                        .orElse(""))
                                .contains("file in place"));
                assertThat(sftp.readEntries("/outbox"))
                        .anyMatch(entry -> entry.getFilename().startsWith("997-"));

                files.delete(profile);
                files.said("profile box-grower gone");
                await("they are put out").atMost(PATIENCE).until(() -> !sftp.isOpen());
            }
            assertThatThrownBy(() -> visitor.logIn("box-grower", mailboxPort)).isInstanceOf(SshException.class);

            String text = "what they left is kept";
            assertThat(gateway.data().resolve("mailbox/box-grower/files/outbox"))
                    .as(text)
                    .isNotEmptyDirectory();
        }
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

    /** The farm's notice as if somebody else had sent it. */
    private static String notice(int number, String sender) throws IOException {
        return new String(Partners.documents(number).shipNotice(), US_ASCII)
                .replace("GREENVALLEY    ", "%-15s".formatted(sender))
                .replace("GREENVALLEY", sender);
    }

    /** Puts a document into a queue, and waits until it is done. */
    private static InboxRow taken(String queue, String document) throws Exception {
        return ledger.done(put(queue, document));
    }

    /** Puts a document into a queue; answers the id of the message. */
    private static String put(String queue, String document) throws Exception {
        try (JMSContext jms = connect()) {
            BytesMessage message = jms.createBytesMessage();
            message.writeBytes(document.getBytes(US_ASCII));
            jms.createProducer().send(jms.createQueue(queue), message);
            return message.getJMSMessageID();
        }
    }

    private static JMSContext connect() throws IOException {
        return new ActiveMQConnectionFactory(
                        gateway.broker().url(),
                        gateway.broker().user(),
                        gateway.broker().password())
                .createContext();
    }
}
