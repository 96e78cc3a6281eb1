package io.lotwire.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.lotwire.as2.OutgoingMessage;
import io.lotwire.as2.Sent;
import io.lotwire.demo.As2Station;
import io.lotwire.ledger.Delivery;
import io.lotwire.ledger.DeliveryState;
import io.lotwire.ledger.InboxRow;
import io.lotwire.ledger.InboxState;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What comes twice has one effect; its sender hears the same again. */
class RepeatIT {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    private static Path folder;

    private static Partners partners;
    private static GatewayUnderTest gateway;
    private static LedgerView ledger;

    @BeforeAll
    static void start() throws Exception {
        Path data = folder.resolve("repeat");
        partners = Partners.start(data);
        gateway = GatewayUnderTest.start(data, partners.environment());
        ledger = new LedgerView(gateway.database());
    }

    @AfterAll
    static void stop() throws Exception {
        Ending.all(gateway, partners);
    }

    @Test
    void aMessageThatComesAgainGetsTheMdnOfTheFirstTimeAndHasNoSecondEffect() throws Exception {
        OutgoingMessage message =
                partners.message(partners.farm(), Partners.documents(1).shipNotice());
        Sent.Confirmed first = farmSends(message);
        ledger.delivered(ledger.done(message.messageId()));
        Map<String, Long> before = ledger.totals();

        Sent.Confirmed again = farmSends(message);

        assertThat(again.mdn().body()).isEqualTo(first.mdn().body());
        assertThat(again.mdn().contentType()).isEqualTo(first.mdn().contentType());
        assertThat(ledger.since(before)).isEmpty();
    }

    @Test
    void aMessageThatIsEncryptedAnewIsTheSameMessage() throws Exception {
        byte[] document = Partners.documents(2).shipNotice();
        OutgoingMessage message = partners.message(partners.farm(), document);
        Sent.Confirmed first = farmSends(message);
        ledger.delivered(ledger.done(message.messageId()));
        Map<String, Long> before = ledger.totals();

        OutgoingMessage anew = partners.message(partners.farm(), document, message.messageId());
        assertThat(anew.body()).isNotEqualTo(message.body());
        Sent.Confirmed again = farmSends(anew);

        assertThat(again.mdn().body()).isEqualTo(first.mdn().body());
        assertThat(ledger.since(before)).isEmpty();
    }

    @Test
    void anInterchangeInANewMessageIsAcknowledgedAgainAndHasNoSecondEffect() throws Exception {
        byte[] document = Partners.documents(3).shipNotice();
        InboxRow row = takenAndDelivered(document);
        As2Station.Delivery first = lastToFarm();
        Map<String, Long> before = ledger.totals();
        int heard = partners.farm().deliveries().size();

        OutgoingMessage message = partners.message(partners.farm(), document);
        farmSends(message);
        InboxRow repeat = ledger.done(message.messageId());

        await("the farm hears again")
                .atMost(PATIENCE)
                .until(() -> partners.farm().deliveries().size() == heard + 1);
        As2Station.Delivery again = lastToFarm();
        assertThat(again.file()).hasSameBinaryContentAs(first.file());
        assertThat(again.messageId()).isNotEqualTo(first.messageId());
        assertThat(ledger.delivered(row)).allSatisfy(RepeatIT::isConfirmed);
        assertThat(ledger.deliveries(repeat)).isEmpty();
        assertThat(ledger.events(repeat)).isEmpty();
        assertThat(ledger.since(before)).isEqualTo(Map.of("inbox", 1L));
    }

    @Test
    void aFileThatIsPutThereAgainIsAcknowledgedAgainAndHasNoSecondEffect() throws Exception {
        byte[] advice = Partners.documents(4).shippingAdvice();
        takenAndDelivered(Partners.documents(4).shipNotice());
        partners.warehouse().drop("shipped-004.edi", advice);
        InboxRow row = ledger.doneFile("shipped-004.edi");
        ledger.delivered(row);
        String name = acknowledgement(row).document().orElseThrow().fileName();
        byte[] first = takeFromInbound(name);
        Map<String, Long> before = ledger.totals();
        int notices = partners.retailer().deliveries().size();

        partners.warehouse().drop("shipped-004.edi", advice);

        await("the warehouse hears again")
                .atMost(PATIENCE)
                .until(() -> partners.warehouse().inbound().contains(name));
        assertThat(takeFromInbound(name)).isEqualTo(first);
        assertThat(ledger.delivered(row)).allSatisfy(RepeatIT::isConfirmed);
        assertThat(ledger.since(before)).isEmpty();
        assertThat(partners.retailer().deliveries()).hasSize(notices);
    }

    @Test
    void aMessageIdWithOtherContentIsRefusedAndTheFirstOneStands() throws Exception {
        byte[] document = Partners.documents(5).shipNotice();
        byte[] other = Partners.documents(6).shipNotice();
        OutgoingMessage message = partners.message(partners.farm(), document);
        farmSends(message);
        InboxRow row = ledger.done(message.messageId());
        ledger.delivered(row);
        String events = ledger.events(row);
        Map<String, Long> before = ledger.totals();

        Sent sent = partners.farm().send(partners.message(partners.farm(), other, message.messageId()), gateway.as2());

        assertThat(sent).isInstanceOfSatisfying(Sent.NotConfirmed.class, not -> assertThat(not.mdn())
                .hasValueSatisfying(
                        mdn -> assertThat(mdn.disposition()).endsWith("processed/error: invalid-message-id")));
        InboxRow kept = ledger.conflictingWith(row);
        assertThat(kept.state()).isEqualTo(InboxState.PARKED);
        assertThat(kept.cause().orElseThrow().sentence()).contains("inbox " + row.id());
        assertThat(gateway.archive().open(kept.content())).hasBinaryContent(other);
        assertThat(ledger.events(row)).isEqualTo(events);
        assertThat(ledger.since(before)).isEqualTo(Map.of("inbox", 1L));
    }

    @Test
    void aControlNumberWithOtherContentGetsTa1025AndNothingElse() throws Exception {
        byte[] document = Partners.documents(7).shipNotice();
        byte[] other = text(document).replace("*LT*R007A~", "*LT*X007A~").getBytes(StandardCharsets.US_ASCII);
        InboxRow first = takenAndDelivered(document);
        Map<String, Long> before = ledger.totals();

        InboxRow second = takenAndDelivered(other);

        assertThat(second.state()).isEqualTo(InboxState.REJECTED);
        assertThat(second.cause().orElseThrow().sentence())
                .startsWith("ISA13 000000007 came before with other content (inbox " + first.id());
        assertThat(ledger.deliveries(second))
                .singleElement()
                .satisfies(RepeatIT::isConfirmed)
                .satisfies(delivery -> assertThat(delivery.format()).isEqualTo("TA1"));
        Golden.assertSame(
                "repeat-ta1.edi",
                Golden.withoutOwnNumbers(
                        Golden.withoutMoment(Files.readAllBytes(lastToFarm().file()))));
        assertThat(ledger.since(before))
                .isEqualTo(Map.of(
                        "inbox", 1L,
                        "delivery", 1L,
                        "control number green-valley-farm OUTBOUND INTERCHANGE P", 1L));
        assertThat(gateway.archive().open(second.content())).hasBinaryContent(other);
    }

    private static Sent.Confirmed farmSends(OutgoingMessage message) throws InterruptedException {
        Sent sent = partners.farm().send(message, gateway.as2());
        assertThat(sent).isInstanceOf(Sent.Confirmed.class);
        return (Sent.Confirmed) sent;
    }

    private static InboxRow takenAndDelivered(byte[] document) throws Exception {
        OutgoingMessage message = partners.message(partners.farm(), document);
        farmSends(message);
        InboxRow row = ledger.done(message.messageId());
        ledger.delivered(row);
        return row;
    }

    private static As2Station.Delivery lastToFarm() {
        List<As2Station.Delivery> all = partners.farm().deliveries();
        return all.get(all.size() - 1);
    }

    private static Delivery acknowledgement(InboxRow row) {
        return ledger.deliveries(row).get(0);
    }

    private static byte[] takeFromInbound(String name) throws IOException {
        byte[] bytes = partners.warehouse().inbound(name);
        Files.delete(partners.warehouse().root().resolve("inbound").resolve(name));
        return bytes;
    }

    private static void isConfirmed(Delivery delivery) {
        assertThat(delivery.state()).isEqualTo(DeliveryState.CONFIRMED);
    }

    private static String text(byte[] document) {
        return new String(document, StandardCharsets.US_ASCII);
    }
}
