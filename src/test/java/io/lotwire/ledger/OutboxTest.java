package io.lotwire.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.lotwire.ledger.PartnersAnswers.Effect;
import io.lotwire.lot.Purpose;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OutboxTest {
    private static final BackOff BACK_OFF = new BackOff(Duration.ofSeconds(10), 2, Duration.ofMinutes(1), 0.5, 3);
    private static final WrittenDocument WRITTEN = new WrittenDocument(
            new ArchivedContent("c".repeat(64), 42),
            "application/edi-x12",
            "asn.edi",
            "<out-1@gateway>",
            Optional.of(new SentEnvelope("P", "000000007", Optional.of("7"))));

    private final SetClock clock = new SetClock();
    private Ledger ledger;

    @BeforeEach
    void open() throws SQLException {
        ledger = new Ledger(TestDatabase.fresh().unpooled(), clock);
    }

    @Test
    void theSameSetAndSubscriptionMakeOneDelivery() {
        ledger.useTransaction(tx -> {
            long inbox = Documents.inbox(tx, "3pl");
            long set = Documents.set(tx, inbox, "3pl", "945", "D1", Purpose.ORIGINAL);
            assertThat(tx.outbox().add(subscription(inbox, set))).isPresent();
            assertThat(tx.outbox().add(subscription(inbox, set))).isEmpty();
        });
    }

    @Test
    void aDeliveryCarriesItsEventsInTheirOrder() {
        long id = ledger.inTransaction(tx -> {
            long inbox = Documents.inbox(tx, "3pl");
            long set = Documents.set(tx, inbox, "3pl", "945", "D1", Purpose.ORIGINAL);
            List<EventToStore> events = List.of(event("b"), event("a"), event("c"));
            tx.events().store(inbox, set, events);
            return tx.outbox()
                    .add(NewDelivery.ofSubscription("erp", "feed", "epcis", "jms", inbox, set, List.of("c", "b", "a")))
                    .orElseThrow()
                    .id();
        });
        List<String> events = ledger.inTransaction(tx -> tx.outbox().events(id));
        assertThat(events).hasSize(3);
        assertThat(events.get(0)).contains("\"eventId\": \"c\"");
        assertThat(events.get(2)).contains("\"eventId\": \"a\"");
    }

    @Test
    void goesFromNewOverWrittenToConfirmedAndAccepted() {
        long id = newDelivery();
        assertThat(due()).containsExactly(id);
        ledger.useTransaction(tx -> {
            assertThat(tx.outbox().claimNew(id)).isPresent();
            tx.outbox().written(id, WRITTEN);
        });
        Optional<ToWrite> claimedAgain = ledger.inTransaction(tx -> tx.outbox().claimNew(id));
        assertThat(claimedAgain).isEmpty();
        ledger.useTransaction(tx -> {
            assertThat(tx.outbox().lease(id, Duration.ofMinutes(1), false)).isPresent();
        });
        ledger.useTransaction(
                tx -> tx.outbox().confirmed(id, "MDN: processed, MIC equal", Map.of("mic", "abc=, sha-256")));
        Delivery confirmed = find(id);
        assertThat(confirmed.state()).isEqualTo(DeliveryState.CONFIRMED);
        assertThat(confirmed.document()).contains(WRITTEN);
        assertThat(confirmed.confirmation().orElseThrow().facts()).containsEntry("mic", "abc=, sha-256");
        boolean acknowledged = ledger.inTransaction(
                tx -> tx.answers().aboutGroup("retailer", "P", "000007", Effect.ACCEPTED, "997: accepted"));
        assertThat(acknowledged).isTrue();
        assertThat(find(id).state()).isEqualTo(DeliveryState.ACCEPTED);
        assertThat(due()).isEmpty();
    }

    @Test
    void anAcknowledgementThatOvertakesTheConfirmationStands() {
        long id = writtenDelivery();
        ledger.useTransaction(tx -> tx.answers().aboutGroup("retailer", "P", "7", Effect.REJECTED, "997: rejected"));
        ledger.useTransaction(tx -> tx.outbox().confirmed(id, "MDN: processed", Map.of()));
        Delivery delivery = find(id);
        assertThat(delivery.state()).isEqualTo(DeliveryState.REJECTED);
        assertThat(delivery.confirmation().map(Confirmation::words).orElse("")).isEqualTo("MDN: processed");
    }

    @Test
    void anAcknowledgementOfATestGroupLeavesProductionAlone() {
        writtenDelivery();
        boolean acknowledged =
                ledger.inTransaction(tx -> tx.answers().aboutGroup("retailer", "T", "7", Effect.ACCEPTED, "997"));
        assertThat(acknowledged).isFalse();
    }

    @Test
    void aTa1ThatAcceptsLeavesTheVerdictToTheAnswerAboutTheGroup() {
        long id = writtenDelivery();
        ledger.useTransaction(
                tx -> tx.answers().aboutInterchange("retailer", "P", "7", Effect.RECEIVED, "TA1: accepted"));
        assertThat(find(id).heard().orElse("")).isEqualTo("TA1: accepted");
        assertThat(find(id).state()).isEqualTo(DeliveryState.WRITTEN);
        ledger.useTransaction(tx -> tx.answers().aboutGroup("retailer", "P", "7", Effect.REJECTED, "997: rejected"));
        ledger.useTransaction(
                tx -> tx.answers().aboutInterchange("retailer", "P", "7", Effect.RECEIVED, "TA1: accepted"));
        assertThat(find(id).heard().orElse("")).isEqualTo("997: rejected");
        assertThat(find(id).state()).isEqualTo(DeliveryState.REJECTED);
    }

    @Test
    void aLeasedDeliveryIsNobodyElsesUntilTheLeaseEnds() {
        long id = writtenDelivery();
        assertThat(lease(id)).isPresent();
        assertThat(lease(id)).isEmpty();
        assertThat(due()).isEmpty();
        clock.advance(Duration.ofMinutes(2));
        assertThat(due()).containsExactly(id);
        assertThat(lease(id)).isPresent();
    }

    @Test
    void aFailedDeliveryWaitsLongerEachTimeAndIsParkedAtTheLast() {
        long id = writtenDelivery();
        Instant before = clock.instant();
        assertThat(fail(id)).isEqualTo(DeliveryState.WRITTEN);
        Duration first = Duration.between(before, next(id));
        assertThat(first).isBetween(Duration.ofSeconds(5), Duration.ofSeconds(10));
        assertThat(due()).isEmpty();
        assertThat(fail(id)).isEqualTo(DeliveryState.WRITTEN);
        Duration second = Duration.between(before, next(id));
        assertThat(second).isBetween(Duration.ofSeconds(10), Duration.ofSeconds(20));
        assertThat(fail(id)).isEqualTo(DeliveryState.PARKED);
        clock.advance(Duration.ofDays(1));
        assertThat(due()).isEmpty();
        assertThat(find(id).cause()).map(Cause::code).contains(CauseCode.ATTEMPTS_EXHAUSTED);
        assertThat(find(id).cause().map(Cause::sentence).orElse("")).isEqualTo("connection refused");
    }

    @Test
    void aFailureThatComesAfterTheConfirmationChangesNothing() {
        long id = writtenDelivery();
        ledger.useTransaction(tx -> tx.outbox().confirmed(id, "MDN: processed", Map.of()));
        assertThat(fail(id)).isEqualTo(DeliveryState.CONFIRMED);
        assertThat(find(id).cause().map(Cause::sentence).orElse("")).isEmpty();
    }

    @Test
    void backOffNeverExceedsTheLongestWait() {
        Random random = new Random(1);
        for (int failures = 1; failures < 500; failures++) {
            assertThat(BackOff.USUAL.after(failures, random)).isLessThanOrEqualTo(BackOff.USUAL.longest());
        }
    }

    @Test
    void anAsynchronousConfirmationFindsItsDeliveryByMessageId() {
        long id = writtenDelivery();
        assertThat(awaiting("retailer", "out-1@gateway")).isEmpty();
        SentMessage message = new SentMessage(Map.of(), new ArchivedContent("d".repeat(64), 7), "x=, sha-256");
        ledger.useTransaction(tx -> tx.outbox().keep(id, message));
        assertThat(awaiting("retailer", "out-1@gateway")).contains(new AwaitedMdn(id, message));
        assertThat(awaiting("erp", "<out-1@gateway>")).isEmpty();
        ledger.useTransaction(tx -> tx.outbox().confirmed(id, "MDN: processed", Map.of()));
        assertThat(awaiting("retailer", "<out-1@gateway>")).isEmpty();
    }

    @Test
    void aSentMessageWaitsForItsReceiptAndIsSentAgainWithoutOneUntilItsDeadline() {
        long id = writtenDelivery();
        SentMessage message = new SentMessage(
                Map.of("Message-ID", "<out-1@gateway>"), new ArchivedContent("d".repeat(64), 7), "x=, sha-256");
        assertThat(lease(id)).isPresent();
        ledger.useTransaction(tx -> tx.outbox().keep(id, message));
        ledger.useTransaction(tx -> tx.outbox().sent(id, Duration.ofHours(1), Duration.ofHours(2)));
        assertThat(find(id).state()).isEqualTo(DeliveryState.SENT);
        assertThat(due()).isEmpty();
        clock.advance(Duration.ofHours(1));
        assertThat(due()).containsExactly(id);
        assertThat(expire(id)).isFalse();
        assertThat(lease(id)).map(ToSend::written).contains(WRITTEN);
        assertThat(find(id).attempts()).isOne();
        assertThat(find(id).cause()).map(Cause::code).contains(CauseCode.RECEIPT_MISSING);
        Optional<SentMessage> kept = ledger.inTransaction(tx -> tx.outbox().kept(id));
        assertThat(kept).contains(message);
        ledger.useTransaction(tx -> tx.outbox().sent(id, Duration.ofHours(1), Duration.ofHours(2)));
        clock.advance(Duration.ofHours(1));
        assertThat(expire(id)).isTrue();
        assertThat(find(id).state()).isEqualTo(DeliveryState.PARKED);
        assertThat(find(id).cause()).map(Cause::code).contains(CauseCode.DEADLINE_PAST);
        assertThat(find(id).cause().map(Cause::sentence).orElse("")).isEqualTo("No receipt came in time");
        ledger.useTransaction(tx -> tx.outbox().confirmed(id, "MDN: late", Map.of()));
        assertThat(find(id).state()).isEqualTo(DeliveryState.CONFIRMED);
    }

    @Test
    void aReceiptThatIsFasterThanTheAnswerStands() {
        long id = writtenDelivery();
        assertThat(lease(id)).isPresent();
        ledger.useTransaction(tx -> tx.outbox().confirmed(id, "MDN: processed", Map.of()));
        ledger.useTransaction(tx -> tx.outbox().sent(id, Duration.ofHours(1), Duration.ofHours(2)));
        assertThat(find(id).state()).isEqualTo(DeliveryState.CONFIRMED);
    }

    @Test
    void aBrokerThatGivesAMessageTwiceDoesNotSendAgainWhatAwaitsItsReceipt() {
        long id = writtenDelivery();
        assertThat(lease(id)).isPresent();
        ledger.useTransaction(tx -> tx.outbox().sent(id, Duration.ofHours(1), Duration.ofHours(2)));
        Optional<ToSend> again = ledger.inTransaction(tx -> tx.outbox().lease(id, Duration.ofMinutes(1), true));
        assertThat(again).isEmpty();
    }

    @Test
    void aReceiptOfOursIsDueOnceAndAgainOnlyWhenItsSenderAsksAgain() {
        long inbox = ledger.inTransaction(tx -> Documents.inbox(tx, "farm"));
        addMdn(inbox);
        addMdn(inbox);
        assertThat(due()).hasSize(1);
        long id = due().get(0);
        assertThat(find(id).kind()).isEqualTo(DeliveryKind.MDN);
        assertThat(find(id).cargo()).isEqualTo(new Cargo.Mdn(inbox, "http://127.0.0.1/mdn"));
        ledger.useTransaction(tx -> tx.outbox().confirmed(id, "MDN posted", Map.of()));
        assertThat(due()).isEmpty();
        addMdn(inbox);
        assertThat(due()).containsExactly(id);
        assertThat(fail(id)).isEqualTo(DeliveryState.WRITTEN);
        clock.advance(Duration.ofDays(2));
        assertThat(expire(id)).isTrue();
        assertThat(find(id).cause().map(Cause::sentence).orElse("")).isEqualTo("connection refused");
    }

    private void addMdn(long inbox) {
        ledger.useTransaction(tx -> tx.outbox()
                .addMdn(
                        "farm",
                        "as2-mdn",
                        inbox,
                        "http://127.0.0.1/mdn",
                        new ArchivedContent("e".repeat(64), 3),
                        tx.now().plus(Duration.ofDays(1))));
    }

    private boolean expire(long id) {
        return ledger.inTransaction(tx -> tx.outbox().expire(id));
    }

    @Test
    void anAcknowledgementOfOneGroupIsSentOnce() {
        ledger.useTransaction(tx -> {
            long inbox = Documents.inbox(tx, "farm");
            NewDelivery acknowledgement = NewDelivery.ofAcknowledgement("farm", "997", "as2", inbox, "group 45");
            Optional<DueDelivery> first = tx.outbox().add(acknowledgement);
            assertThat(first).isPresent();
            assertThat(tx.outbox().add(acknowledgement)).isEmpty();
            assertThat(tx.outbox().add(NewDelivery.ofAcknowledgement("farm", "997", "as2", inbox, "group 46")))
                    .isPresent();
        });
    }

    @Test
    void whatWaitsForAPartnerWhoIsNotServedIsNotDueAndHoldsUpNobody() {
        long waiting = writtenDelivery();
        List<Outbox.Way> others = List.of(new Outbox.Way("retailer", "sftp"), new Outbox.Way("farm", "as2"));

        assertThat(due(others)).isEmpty();
        assertThat(due(List.of())).isEmpty();

        assertThat(due()).containsExactly(waiting);
    }

    @Test
    void eachWayHasItsShareHoweverMuchWaitsForAnother() {
        ledger.useTransaction(tx -> {
            long inbox = Documents.inbox(tx, "3pl");
            for (int i = 0; i < 2_000; i++) {
                tx.outbox().add(NewDelivery.ofAcknowledgement("retailer", "997", "as2", inbox, "group " + i));
            }
        });
        clock.advance(Duration.ofMinutes(1));
        long inbox = ledger.inTransaction(tx -> Documents.inbox(tx, "farm"));
        addMdn(inbox);
        List<DueDelivery> due = ledger.inTransaction(tx -> tx.outbox().due(List.of(RETAILER, FARM), 200));
        assertThat(due).filteredOn(each -> each.way().equals(RETAILER)).hasSize(200);
        assertThat(due).filteredOn(each -> each.way().equals(FARM)).hasSize(1);
    }

    @Test
    void theStatusCountsEveryState() {
        writtenDelivery();
        newDelivery();
        ledger.useTransaction(tx -> {
            assertThat(tx.status().deliveries())
                    .containsEntry(DeliveryState.NEW, 1L)
                    .containsEntry(DeliveryState.WRITTEN, 1L)
                    .containsEntry(DeliveryState.PARKED, 0L);
            assertThat(tx.status().inbox()).containsEntry(InboxState.RECEIVED, 2L);
            assertThat(tx.status().sets()).containsEntry(SetState.TRANSLATED, 2L);
            assertThat(tx.status().latestDeliveries(10)).hasSize(2);
            assertThat(tx.status().latestArrivals(1)).hasSize(1);
        });
    }

    private static final Outbox.Way RETAILER = new Outbox.Way("retailer", "as2");
    private static final Outbox.Way FARM = new Outbox.Way("farm", "as2-mdn");

    private long newDelivery() {
        return ledger.inTransaction(tx -> {
            long inbox = Documents.inbox(tx, "3pl");
            long set = Documents.set(tx, inbox, "3pl", "945", "D1", Purpose.ORIGINAL);
            return tx.outbox().add(subscription(inbox, set)).orElseThrow().id();
        });
    }

    private long writtenDelivery() {
        long id = newDelivery();
        ledger.useTransaction(tx -> tx.outbox().written(id, WRITTEN));
        return id;
    }

    private List<Long> due() {
        return due(List.of(RETAILER, FARM));
    }

    private List<Long> due(List<Outbox.Way> open) {
        return ledger.inTransaction(
                tx -> tx.outbox().due(open, 10).stream().map(DueDelivery::id).toList());
    }

    private Instant next(long id) {
        return ((DeliveryProgress.ToSend) find(id).progress()).next();
    }

    private Optional<AwaitedMdn> awaiting(String partner, String messageId) {
        return ledger.inTransaction(tx -> tx.outbox().claimAwaiting(partner, messageId));
    }

    private Optional<ToSend> lease(long id) {
        return ledger.inTransaction(tx -> tx.outbox().lease(id, Duration.ofMinutes(1), false));
    }

    private DeliveryState fail(long id) {
        return ledger.inTransaction(tx -> tx.outbox().failed(id, "connection refused", BACK_OFF));
    }

    private Delivery find(long id) {
        return ledger.inTransaction(tx -> tx.outbox().find(id).orElseThrow());
    }

    private static NewDelivery subscription(long inbox, long set) {
        return NewDelivery.ofSubscription("retailer", "shipment-notices", "x12-856", "as2", inbox, set, List.of());
    }

    private static EventToStore event(String id) {
        return EventSamples.toStore(EventSamples.shipped(id).lot("A1").event());
    }

    /** A clock that stands until it is moved. */
    private static final class SetClock extends Clock {
        private Instant instant = Instant.parse("2026-03-04T12:00:00Z");

        void advance(Duration duration) {
            instant = instant.plus(duration);
        }

        @Override
        public Instant instant() {
            return instant;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException("instants only");
        }
    }
}
