package io.lotwire.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.lotwire.as2.OutgoingMessage;
import io.lotwire.as2.Sent;
import io.lotwire.demo.As2Station;
import io.lotwire.demo.DemoDocuments;
import io.lotwire.demo.JmsErp;
import io.lotwire.ledger.Delivery;
import io.lotwire.ledger.DeliveryState;
import io.lotwire.ledger.InboxRow;
import io.lotwire.ledger.InboxState;
import io.lotwire.ledger.WrittenDocument;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The gateway's process is killed (SIGKILL) between two steps. The next one adopts the database that is still running and
 * completes what was begun: nothing is lost, nothing is done twice.
 */
class KilledGatewayIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String FARM = "green-valley-farm";

    @TempDir
    private static Path folder;

    private static Path data;
    private static Partners partners;
    private static HeldDoor retailersDoor;
    private static GatewayUnderTest gateway;
    private static LedgerView ledger;
    private static JmsErp erp;

    /** What the ERP got before the gateway was killed. */
    private static final List<JmsErp.Arrived> EARLIER = new ArrayList<>();

    /** What a ship notice adds to the tables, and to the partners' inboxes, when nobody is killed. */
    private static Map<String, Long> undisturbed;

    @BeforeAll
    static void aShipNoticePassesUndisturbed() throws Exception {
        data = folder.resolve("killed");
        partners = Partners.start(data);
        retailersDoor = HeldDoor.before(partners.retailer().url());
        startGateway();
        ledger = new LedgerView(gateway.database());
        Map<String, Long> tables = ledger.totals();
        Map<String, Long> inboxes = inboxes();
        OutgoingMessage message = notice(1);
        assertThat(partners.farm().send(message, gateway.as2())).isInstanceOf(Sent.Confirmed.class);
        ledger.delivered(ledger.done(message.messageId()));
        undisturbed = ledger.since(tables);
        assertThat(undisturbed)
                .containsEntry("lot_event", 9L)
                .containsEntry("delivery", 3L)
                .containsEntry("control number " + FARM + " OUTBOUND INTERCHANGE P", 1L);
        awaitOneMoreForEach(inboxes);
    }

    @AfterAll
    static void stop() throws Exception {
        Ending.all(erp, gateway, retailersDoor, partners);
    }

    @ParameterizedTest(name = "killed before it has written to {0}")
    @CsvSource({"transaction_set, 2", "lot_event, 3", "delivery, 4"})
    void whatIsInTheInboxIsCompletedOnceAfterAKill(String table, int number) throws Exception {
        Map<String, Long> tables = ledger.totals();
        Map<String, Long> inboxes = inboxes();
        OutgoingMessage message = notice(number);

        try (TableLock lock = TableLock.on(table, gateway.database())) {
            assertThat(partners.farm().send(message, gateway.as2())).isInstanceOf(Sent.Confirmed.class);
            InboxRow row = ledger.received(message.messageId());
            lock.awaitSomeoneWaiting();
            killGateway();
            assertThat(ledger.received(message.messageId()).state()).isEqualTo(InboxState.RECEIVED);
            assertThat(ledger.events(row)).isEmpty();
            assertThat(ledger.deliveries(row)).isEmpty();
        }
        startGateway();

        InboxRow row = ledger.done(message.messageId());
        assertThat(row.state()).isEqualTo(InboxState.TRANSLATED);
        assertThat(ledger.delivered(row)).allSatisfy(KilledGatewayIT::isConfirmed);
        assertThat(ledger.since(tables)).isEqualTo(undisturbed);
        awaitOneMoreForEach(inboxes);
    }

    /** The database may have kept it for a process that was dead by then: that its sender cannot know. */
    @Test
    void aMessageWhoseSenderHeardNothingIsTakenOnceWhenItComesAgain() throws Exception {
        Map<String, Long> tables = ledger.totals();
        Map<String, Long> inboxes = inboxes();
        OutgoingMessage message = notice(5);

        try (TableLock lock = TableLock.on("inbox", gateway.database())) {
            CompletableFuture<Sent> sending = CompletableFuture.supplyAsync(() -> farmSends(message));
            lock.awaitSomeoneWaiting();
            killGateway();
            assertThat(answer(sending)).isInstanceOf(Sent.NotConfirmed.class);
        }
        startGateway();

        assertThat(farmSends(message)).isInstanceOf(Sent.Confirmed.class);
        ledger.delivered(ledger.done(message.messageId()));
        assertThat(ledger.since(tables)).isEqualTo(undisturbed);
        awaitOneMoreForEach(inboxes);
    }

    @Test
    void aDeliveryWhoseConfirmationTheKillCutOffIsSentAgainUnderTheSameMessageId() throws Exception {
        DemoDocuments documents = Partners.documents(6);
        assertThat(farmSends(partners.message(partners.farm(), documents.shipNotice())))
                .isInstanceOf(Sent.Confirmed.class);
        int before = partners.retailer().deliveries().size();
        int asked = retailersDoor.messageIds().size();
        retailersDoor.holdAnswers();
        partners.warehouse().drop("shipped-006.edi", documents.shippingAdvice());
        await("the retailer has both notices")
                .atMost(PATIENCE)
                .until(() -> retailersDoor.messageIds().size() == asked + 2);
        InboxRow row = ledger.doneFile("shipped-006.edi");
        awaitAllButNoticesConfirmed(row);
        Map<String, Long> tables = ledger.totals();

        killGateway();
        retailersDoor.open();
        // What the dead process was sending is due at once: nobody waits for its lease to end.
        startGateway();

        assertThat(ledger.delivered(row)).hasSize(5).allSatisfy(KilledGatewayIT::isConfirmed);
        assertThat(ledger.since(tables)).isEmpty();
        String first = messageId(notices(row).get(0));
        String second = messageId(notices(row).get(1));
        assertThat(retailersDoor.messageIds().subList(asked, asked + 4))
                .containsExactlyInAnyOrder(first, second, first, second);
        assertThat(partners.retailer().deliveries().stream().skip(before))
                .extracting(As2Station.Delivery::messageId)
                .containsExactlyInAnyOrder(first, second);
    }

    @Test
    void whatAPartnerThatWasDownMissedIsDeliveredOnceByTheNextProcess() throws Exception {
        DemoDocuments documents = Partners.documents(7);
        int before = partners.retailer().deliveries().size();
        retailersDoor.shut();
        partners.warehouse().drop("shipped-007.edi", documents.shippingAdvice());
        InboxRow row = ledger.doneFile("shipped-007.edi");
        awaitAllButNoticesConfirmed(row);
        await("both notices were tried in vain").atMost(PATIENCE).until(() -> notices(row).stream()
                .allMatch(delivery -> delivery.attempts() > 0));
        List<String> tried =
                notices(row).stream().map(KilledGatewayIT::messageId).toList();

        killGateway();
        retailersDoor.open();
        ledger.letDeliveriesBeDue();
        startGateway();

        assertThat(ledger.delivered(row)).hasSize(5).allSatisfy(KilledGatewayIT::isConfirmed);
        assertThat(partners.retailer().deliveries().stream().skip(before))
                .extracting(As2Station.Delivery::messageId)
                .containsExactlyInAnyOrderElementsOf(tried);
    }

    private static void startGateway() throws IOException {
        gateway = GatewayUnderTest.start(data, partners.environment(retailersDoor.url()));
        erp = new JmsErp(gateway.broker(), "erp.lot-events");
    }

    private static void killGateway() throws InterruptedException {
        gateway.kill();
        erp.close();
        EARLIER.addAll(erp.messages());
        erp = null;
    }

    private static OutgoingMessage notice(int number) throws Exception {
        return partners.message(partners.farm(), Partners.documents(number).shipNotice());
    }

    private static Sent farmSends(OutgoingMessage message) {
        try {
            return partners.farm().send(message, gateway.as2());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static Sent answer(CompletableFuture<Sent> sending) throws Exception {
        return sending.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }

    /** How many documents each partner has. */
    private static Map<String, Long> inboxes() {
        return Map.of(
                "farm", (long) partners.farm().deliveries().size(),
                "retailer", (long) partners.retailer().deliveries().size(),
                "warehouse", (long) partners.warehouse().inbound().size(),
                "ERP", (long) EARLIER.size() + erp.messages().size());
    }

    /** A ship notice brings the farm its 997, the warehouse its lot feed, the ERP its EPCIS document, the retailer nothing. */
    private static void awaitOneMoreForEach(Map<String, Long> before) {
        Map<String, Long> expected = new HashMap<>(before);
        List.of("farm", "warehouse", "ERP").forEach(partner -> expected.merge(partner, 1L, Long::sum));
        await("each partner has one document more").atMost(PATIENCE).untilAsserted(() -> assertThat(inboxes())
                .isEqualTo(expected));
    }

    private static void awaitAllButNoticesConfirmed(InboxRow row) {
        await("what is not for the retailer is delivered").atMost(PATIENCE).untilAsserted(() -> assertThat(
                        ledger.deliveries(row))
                .hasSize(5)
                .filteredOn(delivery -> !isNotice(delivery))
                .hasSize(3)
                .allSatisfy(KilledGatewayIT::isConfirmed));
    }

    private static List<Delivery> notices(InboxRow row) {
        return ledger.deliveries(row).stream().filter(KilledGatewayIT::isNotice).toList();
    }

    private static boolean isNotice(Delivery delivery) {
        return delivery.partner().equals("fairway-markets");
    }

    private static String messageId(Delivery delivery) {
        return delivery.document().map(WrittenDocument::messageId).orElseThrow();
    }

    private static void isConfirmed(Delivery delivery) {
        assertThat(delivery.state()).isEqualTo(DeliveryState.CONFIRMED);
    }
}
