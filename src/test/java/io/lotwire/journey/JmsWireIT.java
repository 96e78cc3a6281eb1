package io.lotwire.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.lotwire.as2.OutgoingMessage;
import io.lotwire.as2.Sent;
import io.lotwire.embedded.BrokerAddress;
import io.lotwire.embedded.DataFolder;
import io.lotwire.embedded.EmbeddedBroker;
import io.lotwire.ledger.DeliveryState;
import io.lotwire.ledger.InboxRow;
import io.lotwire.ledger.InboxState;
import jakarta.jms.BytesMessage;
import jakarta.jms.JMSConsumer;
import jakarta.jms.JMSContext;
import jakarta.jms.MapMessage;
import jakarta.jms.Message;
import jakarta.jms.TextMessage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** A broker outside of the gateway: it may be down at the start and go away later, and nothing is lost. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class JmsWireIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final long WAIT_MILLISECONDS = 60_000;

    @TempDir
    private static Path folder;

    private static DataFolder brokerFolder;
    private static BrokerAddress address;
    private static EmbeddedBroker broker;
    private static Partners partners;
    private static GatewayUnderTest gateway;
    private static LedgerView ledger;
    private static OutgoingMessage early;

    @BeforeAll
    static void startWithoutABroker() throws Exception {
        brokerFolder = DataFolder.lock(folder.resolve("broker"), "broker");
        startBroker();
        address = broker.address();
        stopBroker();
        Path data = folder.resolve("jms-wire");
        partners = Partners.start(data);
        ProfilesUnderTest profiles = ProfilesUnderTest.copy(folder.resolve("partners"))
                .change("green-valley-farm", "wires:\n", """
                        wires:
                          jms:
                            send: { queue: farm.answers }
                            receive: { topic: farm.notices }
                        """)
                .change("green-valley-farm", "over: as2", "over: jms");
        Map<String, String> environment = new HashMap<>(partners.environment());
        environment.put("LOTWIRE_PARTNERS", profiles.folder());
        environment.put("LOTWIRE_BROKER_URL", address.url());
        environment.put("LOTWIRE_BROKER_USER", address.user());
        environment.put("LOTWIRE_BROKER_PASSWORD", address.password());
        gateway = GatewayUnderTest.start(data, environment);
        ledger = new LedgerView(gateway.database());
    }

    @AfterAll
    static void stop() throws Exception {
        Ending.all(gateway, broker, brokerFolder, partners);
    }

    @Test
    @Order(1)
    void whileTheBrokerIsDownOtherWiresGoOnReceiving() throws Exception {
        early = partners.message(partners.farm(), Partners.documents(1).shipNotice());

        assertThat(partners.farm().send(early, gateway.as2())).isInstanceOf(Sent.Confirmed.class);

        assertThat(ledger.received(early.messageId()).state()).isEqualTo(InboxState.RECEIVED);
    }

    @Test
    @Order(2)
    void whenTheBrokerComesTheWorkIsTakenUp() throws Exception {
        startBroker();

        InboxRow row = ledger.done(early.messageId());

        assertThat(ledger.delivered(row)).isNotEmpty().allSatisfy(delivery -> assertThat(delivery.state())
                .isEqualTo(DeliveryState.CONFIRMED));
        try (JMSContext jms = connect()) {
            Message event =
                    jms.createConsumer(jms.createQueue("erp.lot-events")).receive(WAIT_MILLISECONDS);
            assertThat(event.getJMSType()).isEqualTo("epcis");
            assertThat(event.getStringProperty("LotwireDocument")).isEqualTo("856");
            assertThat(event.getStringProperty("LotwireContentType")).isEqualTo("application/ld+json");
            assertThat(event.getJMSCorrelationID()).isEqualTo(event.getStringProperty("_AMQ_DUPL_ID"));
            assertThat(answer(jms).getJMSType()).isEqualTo("997");
        }
    }

    @Test
    @Order(3)
    void aMessageThatCannotBeReadIsParkedWithItsReasonAndTheNextOneIsAnswered() throws Exception {
        try (JMSContext jms = connect()) {
            MapMessage poison = jms.createMapMessage();
            poison.setString("lot", "R002A");
            jms.createProducer().send(jms.createTopic("farm.notices"), poison);
            BytesMessage good = jms.createBytesMessage();
            good.writeBytes(Partners.documents(2).shipNotice());
            jms.createProducer().send(jms.createTopic("farm.notices"), good);

            InboxRow row = ledger.done(good.getJMSMessageID());
            assertThat(row.state()).isEqualTo(InboxState.TRANSLATED);
            assertThat(answer(jms).getJMSCorrelationID()).isEqualTo(good.getJMSMessageID());
            InboxRow parked = ledger.done(poison.getJMSMessageID());
            assertThat(parked.state()).isEqualTo(InboxState.PARKED);
            assertThat(parked.cause().orElseThrow().sentence())
                    .startsWith("The JMS message is a MapMessage, but only text and bytes");
            assertThat(gateway.archive().open(parked.content()).readAllBytes())
                    .as("what the broker carried")
                    .isNotEmpty();
        }
    }

    @Test
    @Order(4)
    void whatComesAsTextIsTakenToo() throws Exception {
        try (JMSContext jms = connect()) {
            Message text =
                    jms.createTextMessage(new String(Partners.documents(3).shipNotice(), StandardCharsets.US_ASCII));
            jms.createProducer().send(jms.createTopic("farm.notices"), text);

            InboxRow row = ledger.done(text.getJMSMessageID());

            assertThat(row.state()).isEqualTo(InboxState.TRANSLATED);
            assertThat(answer(jms).getJMSCorrelationID()).isEqualTo(text.getJMSMessageID());
        }
    }

    @Test
    @Order(5)
    void aMessageThatTheLedgerCannotKeepStaysWithTheBrokerAndIsTakenOnce() throws Exception {
        ledger.ask(handle ->
                handle.execute("alter table inbox add constraint not_now check (file_name <> 'held.edi') not valid"));
        try (JMSContext jms = connect()) {
            TextMessage held =
                    jms.createTextMessage(new String(Partners.documents(6).shipNotice(), StandardCharsets.US_ASCII));
            held.setStringProperty("LotwireFileName", "held.edi");
            jms.createProducer().send(jms.createTopic("farm.notices"), held);
            await("it was not kept").atMost(PATIENCE).until(() -> gateway.log().contains("not_now"));

            ledger.ask(handle -> handle.execute("alter table inbox drop constraint not_now"));

            assertThat(ledger.done(held.getJMSMessageID()).state()).isEqualTo(InboxState.TRANSLATED);
            assertThat(answer(jms).getJMSCorrelationID()).isEqualTo(held.getJMSMessageID());
        }
    }

    @Test
    @Order(6)
    void aBrokerThatGoesAwayAndComesBackStopsNothingButItsOwnWire() throws Exception {
        stopBroker();
        OutgoingMessage message =
                partners.message(partners.farm(), Partners.documents(4).shipNotice());
        assertThat(partners.farm().send(message, gateway.as2())).isInstanceOf(Sent.Confirmed.class);
        assertThat(ledger.received(message.messageId()).state()).isEqualTo(InboxState.RECEIVED);

        startBroker();

        InboxRow row = ledger.done(message.messageId());
        assertThat(ledger.delivered(row)).isNotEmpty().allSatisfy(delivery -> assertThat(delivery.state())
                .isEqualTo(DeliveryState.CONFIRMED));
        try (JMSContext jms = connect()) {
            assertThat(answer(jms)).isNotNull();
            BytesMessage late = jms.createBytesMessage();
            late.writeBytes(Partners.documents(5).shipNotice());
            jms.createProducer().send(jms.createTopic("farm.notices"), late);
            assertThat(ledger.done(late.getJMSMessageID()).state()).isEqualTo(InboxState.TRANSLATED);
        }
    }

    @Test
    @Order(7)
    void anOutageIsSaidInALineNowAndThen() {
        String log = gateway.log();
        String life = log.substring(log.lastIndexOf("Starting PostgreSQL"));
        assertThat(life.lines().filter(line -> line.contains("The broker takes no messages")))
                .hasSizeBetween(1, 3);
        assertThat(life).doesNotContain("Message History");
    }

    private static Message answer(JMSContext jms) {
        try (JMSConsumer answers = jms.createConsumer(jms.createQueue("farm.answers"))) {
            Message answer = answers.receive(WAIT_MILLISECONDS);
            assertThat(answer).as("the 997").isNotNull();
            return answer;
        }
    }

    private static void startBroker() throws IOException {
        broker = EmbeddedBroker.start(brokerFolder);
    }

    private static void stopBroker() throws IOException {
        broker.close();
        broker = null;
    }

    private static JMSContext connect() {
        return new ActiveMQConnectionFactory(address.url(), address.user(), address.password()).createContext();
    }
}
